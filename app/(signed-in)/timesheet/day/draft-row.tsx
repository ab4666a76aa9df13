'use client';

import { Check, Scissors, X } from 'lucide-react';
import { Button } from '@/app/_ui/button';
import { cn } from '@/app/_ui/cn';
import { IconButton } from '@/app/_ui/icon-button';
import { SubjectLine } from '@/app/(signed-in)/_entries/subject-line';
import { formatDuration } from '@/lib/time/format-duration';
import type { ShownDraft } from './draft-choices';
import { DraftTrim } from './draft-trim';
import { draftRowId, draftTimes, draftTrimId } from './draft-words';

export type DraftRowProps = {
  draft: ShownDraft;
  timeZone: string;
  isActive: boolean;
  isTrimming: boolean;
  isSaving: boolean;
  onFocus: () => void;
  onAccept: () => void;
  onDrop: () => void;
  onTrim: (isTrimming: boolean) => void;
};

export function DraftRow(props: DraftRowProps) {
  const { draft, timeZone, isActive, isTrimming, isSaving, onFocus, onAccept, onDrop, onTrim } = props;
  const { task, reasons, durationSeconds } = draft;
  const times = draftTimes(draft, timeZone);
  const name = `${task.name}, ${times}`;
  return (
    <li
      aria-label={name}
      onFocus={onFocus}
      aria-busy={isSaving}
      className={cn('border-line border-b border-dashed last:border-b-0', isActive && 'bg-selected')}
    >
      <div className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1 px-3 py-1.5 text-sm">
        <span className="figures w-29 shrink-0 text-muted max-sm:order-2 max-sm:w-auto">{times}</span>
        <div className="min-w-0 flex-1 max-sm:order-1 max-sm:basis-full">
          <SubjectLine
            subject={{
              task: { ...task, url: null, status: 'todo', sourceState: 'live' },
              project: task.project,
            }}
          />
          <ul className="mt-0.5 text-muted text-xs">
            {reasons.map(({ kind, from, text }) => (
              <li key={`${kind} ${from}`}>{text}</li>
            ))}
          </ul>
        </div>
        <span className="figures w-12 text-right text-muted max-sm:order-2 max-sm:w-auto">
          {formatDuration(durationSeconds)}
        </span>
        <span className="ml-auto flex shrink-0 items-center gap-1 max-sm:order-3">
          <Button
            id={draftRowId(draft.id)}
            size="sm"
            aria-label={`Accept ${name}`}
            loading={isSaving}
            onClick={onAccept}
          >
            {!isSaving && <Check aria-hidden />}
            Accept
          </Button>
          <IconButton
            id={draftTrimId(draft.id)}
            label={`Trim ${name}`}
            icon={<Scissors aria-hidden />}
            size="sm"
            shortcut="e"
            aria-expanded={isTrimming}
            onClick={() => onTrim(!isTrimming)}
          />
          <IconButton label={`Drop ${name}`} icon={<X aria-hidden />} size="sm" shortcut="x" onClick={onDrop} />
        </span>
      </div>
      {isTrimming && <DraftTrim draft={draft} timeZone={timeZone} onDone={() => onTrim(false)} />}
    </li>
  );
}
