'use client';

import Link from 'next/link';
import { type FormEvent, useState } from 'react';
import { Button } from '@/app/_ui/button';
import { Input } from '@/app/_ui/input';
import { Skeleton } from '@/app/_ui/skeleton';
import { toastError } from '@/app/_ui/toast-error';
import { isRunning, timeRange } from '@/app/(signed-in)/_entries/entry-words';
import { subjectKey } from '@/app/(signed-in)/_entries/subject';
import { useDayEntries } from '@/app/(signed-in)/_entries/use-day-entries';
import { useSaveEntry } from '@/app/(signed-in)/_entries/use-save-entry';
import { toQueryString } from '@/lib/browser/to-query-string';
import type { TimeEntry } from '@/lib/contracts/time-entry';
import type { TimesheetCell, TimesheetRow } from '@/lib/contracts/timesheet';
import { formatDuration } from '@/lib/time/format-duration';
import { dayName } from './week-words';

export type OpenCellDetailsProps = {
  row: TimesheetRow;
  cell: TimesheetCell;
  /** Undefined: one's own. */
  userId: string | undefined;
  onClose: () => void;
  onEdit: (entry: TimeEntry) => void;
};

export function OpenCellDetails({ row, cell, userId, onClose, onEdit }: OpenCellDetailsProps) {
  const { data, isPending, isError } = useDayEntries({ on: cell.on, userId });
  const entries = (data ?? []).filter((entry) => entry.on === cell.on && subjectKey(entry) === subjectKey(row));
  const typed = entries.find(({ startedAt, isLocked }) => startedAt === null && !isLocked);
  return (
    <div className="flex flex-col">
      <p className="flex items-baseline justify-between gap-2 px-3 pt-2 pb-1 font-medium">
        {dayName(cell.on)}
        <Link
          href={`/timesheet/day${toQueryString({ on: cell.on, user: userId })}`}
          className="text-accent-text text-xs hover:underline"
        >
          Open the day
        </Link>
      </p>
      {isPending && <Skeleton className="mx-3 my-2 w-40" />}
      {isError && <p className="px-3 py-2 text-danger">The entries could not be loaded.</p>}
      <ul>
        {entries.map((entry) => (
          <Line
            key={entry.id}
            entry={entry}
            onEdit={() => {
              onClose();
              onEdit(entry);
            }}
          />
        ))}
      </ul>
      {typed && <Note key={typed.id} entry={typed} onSaved={onClose} />}
    </div>
  );
}

function Line({ entry, onEdit }: { entry: TimeEntry; onEdit: () => void }) {
  const { description, durationSeconds } = entry;
  return (
    <li className="flex items-center gap-2 border-line border-t px-3 py-1.5">
      <span className="figures w-10 shrink-0 text-right">
        {isRunning(entry) ? 'now' : formatDuration(durationSeconds)}
      </span>
      <span className="min-w-0 flex-1">
        <span className="block truncate text-ink">
          {description || <span className="text-faint">No description</span>}
        </span>
        <span className="figures block text-faint text-xs">{timeRange(entry) || 'Duration alone'}</span>
      </span>
      <Button size="sm" onClick={onEdit}>
        {entry.isLocked ? 'Show' : 'Edit'}
      </Button>
    </li>
  );
}

/** What the time was for, said in the cell: the description of what was typed there. */
function Note({ entry, onSaved }: { entry: TimeEntry; onSaved: () => void }) {
  const [text, setText] = useState(entry.description);
  const { mutate, isPending } = useSaveEntry();
  function save(event: FormEvent) {
    event.preventDefault();
    if (text.trim() === entry.description) return onSaved();
    mutate(
      { entry, change: { description: text } },
      { onSuccess: onSaved, onError: (error) => toastError('The note could not be saved.', error) },
    );
  }
  return (
    <form onSubmit={save} className="flex gap-2 border-line border-t p-2">
      <Input
        aria-label="Note"
        placeholder="Note on what was typed"
        maxLength={2_000}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Button type="submit" loading={isPending}>
        Save
      </Button>
    </form>
  );
}
