'use client';

import { timeRange } from '@/app/(signed-in)/_entries/entry-words';
import { SubjectLine } from '@/app/(signed-in)/_entries/subject-line';
import { usePerson } from '@/app/(signed-in)/_frame/person-context';
import { useMoney } from '@/app/(signed-in)/_money/use-installation';
import type { TimeEntry } from '@/lib/contracts/time-entry';
import { formatMoney } from '@/lib/kit/format-money';
import { formatDuration } from '@/lib/time/format-duration';

type EntryLineProps = { entry: TimeEntry; onEdit: () => void };

/** Two lines: on what and how long; when, whose and what for. */
export function EntryLine({ entry, onEdit }: EntryLineProps) {
  const { id: ownId } = usePerson();
  const money = useMoney();
  const { user, description, tags, billable, amount, durationSeconds } = entry;
  const facts = [
    timeRange(entry),
    user.id === ownId ? '' : user.name,
    billable ? '' : 'Not billable',
    tags.map((tag) => `#${tag}`).join(' '),
    description,
  ].filter((fact) => fact !== '');
  return (
    <li className="border-line border-b">
      <button
        type="button"
        onClick={onEdit}
        className="flex min-h-13 w-full flex-col justify-center gap-0.5 px-5 py-2 text-left text-sm hover:bg-subtle focus-visible:-outline-offset-2"
      >
        <span className="flex w-full items-center gap-3">
          <SubjectLine subject={entry} className="flex-1 text-ink" />
          <span className="figures shrink-0 font-medium text-ink">{formatDuration(durationSeconds)}</span>
        </span>
        <span className="flex w-full items-baseline gap-3 text-muted text-xs">
          <span dir="auto" className="figures min-w-0 flex-1 truncate" title={description || undefined}>
            {facts.join(' · ')}
          </span>
          {money && amount !== null && amount > 0 && <span className="figures">{formatMoney(amount, money)}</span>}
        </span>
      </button>
    </li>
  );
}
