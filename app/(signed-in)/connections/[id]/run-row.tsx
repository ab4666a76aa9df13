'use client';

import { ChevronRight } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { cn } from '@/app/_ui/cn';
import { formatCount } from '@/app/_ui/format-number';
import { RelativeTime } from '@/app/_ui/relative-time';
import { Td, Tr } from '@/app/_ui/table';
import { RunStatusBadge } from '@/app/(signed-in)/connections/run-status-badge';
import { isActive, nameRun, tellChanges, triggerWords } from '@/app/(signed-in)/connections/run-words';
import { formatSpan } from '@/app/(signed-in)/connections/span-words';
import type { Run } from '@/lib/contracts/run';
import { RunDetails } from './run-details';
import { shownCounts } from './shown-counts';

type RunRowProps = { run: Run; isOpen: boolean; onToggle: () => void };

export function RunRow({ run, isOpen, onToggle }: RunRowProps) {
  const detailsId = `run-${run.id}`;
  const row = useRef<HTMLTableRowElement>(null);
  // Opened from elsewhere (a link, the end of a dry run), it may be out of sight.
  useEffect(() => {
    if (isOpen) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isOpen]);
  return (
    <>
      <Tr
        ref={row}
        onClick={onToggle}
        className={cn('scroll-mt-14 scroll-mb-40 cursor-pointer lg:scroll-mt-28', isOpen && 'bg-subtle')}
      >
        <Td>
          <div className="flex items-start gap-2">
            <button
              type="button"
              aria-expanded={isOpen}
              aria-controls={isOpen ? detailsId : undefined}
              aria-label={`Details of this ${nameRun(run).toLowerCase()}`}
              className="relative flex size-5 shrink-0 items-center justify-center rounded-sm text-muted after:absolute after:-inset-2"
              onClick={(event) => {
                event.stopPropagation();
                onToggle();
              }}
            >
              <ChevronRight aria-hidden className={cn('size-4 transition-transform', isOpen && 'rotate-90')} />
            </button>
            <div className="min-w-0">
              <p className="flex flex-wrap items-baseline gap-x-2">
                <span className="font-medium text-ink">{nameRun(run)}</span>
                <RelativeTime at={run.startedAt ?? run.createdAt} className="text-muted" />
                <span className="text-muted text-xs max-sm:hidden">{triggerWords[run.trigger]}</span>
              </p>
              <p className="text-muted text-xs lg:hidden">{run.error?.message ?? tellChanges(run.counts)}</p>
              {run.error && <p className="max-w-md truncate text-muted text-xs max-lg:hidden">{run.error.message}</p>}
            </div>
          </div>
        </Td>
        <Td>
          <RunStatusBadge status={run.status} />
        </Td>
        <Td numeric className="whitespace-nowrap text-muted max-sm:hidden">
          {tookOf(run)}
        </Td>
        {shownCounts.map((key) => (
          <Td
            key={key}
            numeric
            className={cn(
              'px-2 max-lg:hidden',
              run.counts[key] === 0 && 'text-faint',
              key === 'failed' && run.counts.failed > 0 && 'text-danger',
            )}
          >
            {formatCount(run.counts[key])}
          </Td>
        ))}
      </Tr>
      {isOpen && (
        <tr id={detailsId} className="border-line border-b last:border-b-0">
          <td colSpan={3 + shownCounts.length} className="bg-subtle px-3 py-4 sm:pl-10">
            {/* Takes the width of the table, and never makes it wider. */}
            <div className="w-0 min-w-full">
              <RunDetails run={run} />
            </div>
          </td>
        </tr>
      )}
    </>
  );
}

function tookOf(run: Run): string {
  if (isActive(run) || !run.startedAt || !run.finishedAt) return '';
  return formatSpan(Date.parse(run.finishedAt) - Date.parse(run.startedAt));
}
