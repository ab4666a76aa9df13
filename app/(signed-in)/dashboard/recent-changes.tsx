'use client';

import Link from 'next/link';
import { plural } from '@/app/_ui/format-number';
import { RelativeTime } from '@/app/_ui/relative-time';
import { Section } from '@/app/_ui/section';
import type { Dashboard } from '@/lib/contracts/dashboard';
import type { RunCounts } from '@/lib/contracts/run';

type RecentChangesProps = { changes: Dashboard['recentChanges']; lastSync: Dashboard['lastSync'] };

export function RecentChanges({ changes, lastSync }: RecentChangesProps) {
  return (
    <Section
      title="Recent changes"
      {...(lastSync?.finishedAt
        ? {
            description: (
              <>
                Last sync <RelativeTime at={lastSync.finishedAt} />: {summary(lastSync.counts)}
              </>
            ),
          }
        : {})}
    >
      {changes.length === 0 ? (
        <p className="text-muted text-sm">No imported task has changed in Linear yet.</p>
      ) : (
        <ul className="flex flex-col gap-2.5">
          {changes.map(({ taskId, name, summary: text, at }, index) => (
            // One sync may change a task twice, so the task alone is no key.
            // biome-ignore lint/suspicious/noArrayIndexKey: the list is replaced as a whole.
            <li key={`${taskId} ${at} ${index}`} className="text-sm">
              <div className="flex items-baseline justify-between gap-3">
                <Link
                  href={`/tasks/${taskId}`}
                  prefetch={false}
                  dir="auto"
                  className="min-w-0 truncate rounded-sm font-medium text-ink hover:underline"
                >
                  {name}
                </Link>
                <RelativeTime at={at} className="shrink-0 text-faint text-xs" />
              </div>
              <p className="line-clamp-2 text-muted [overflow-wrap:anywhere]">{text}</p>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

const countNames = [
  ['created', 'new'],
  ['updated', 'changed'],
  ['moved', 'moved'],
  ['archived', 'archived'],
  ['restored', 'restored'],
  ['gone', 'gone'],
  ['failed', 'failed'],
] as const satisfies readonly (readonly [keyof RunCounts, string])[];

/** "12 new, 3 changed" */
function summary(counts: RunCounts): string {
  const parts = countNames.flatMap(([key, word]) => (counts[key] > 0 ? [`${plural(counts[key], word, word)}`] : []));
  return parts.length === 0 ? 'nothing new' : parts.join(', ');
}
