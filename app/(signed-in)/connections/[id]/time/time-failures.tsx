'use client';

import Link from 'next/link';
import { formatCount, plural } from '@/app/_ui/format-number';
import { RelativeTime } from '@/app/_ui/relative-time';
import type { TimeOnIssuesView } from '@/lib/contracts/time-on-issues';

/** Issues that Linear did not take it for, and when they are tried again. */
export function TimeFailures({ time: { failed, failures } }: { time: TimeOnIssuesView }) {
  if (failed === 0) return null;
  return (
    <section aria-label="Issues that failed" className="flex flex-col gap-1">
      <h3 className="font-medium text-ink text-sm">{plural(failed, 'issue')} failed</h3>
      <ul className="max-h-64 overflow-y-auto text-xs">
        {failures.map(({ taskId, identifier, title, message, triedAgainAt }) => (
          <li key={taskId} className="flex flex-col gap-x-3 border-line border-b py-1.5 last:border-b-0 sm:flex-row">
            <Link
              href={`/tasks/${taskId}`}
              title={title}
              className="figures w-20 shrink-0 text-muted hover:underline pointer-coarse:py-2"
            >
              {identifier ?? title}
            </Link>
            <span className="min-w-0 flex-1 break-words text-ink">{message}</span>
            <span className="shrink-0 text-muted">
              {triedAgainAt ? (
                <>
                  Next try <RelativeTime at={triedAgainAt} />
                </>
              ) : (
                'Next try when its time changes'
              )}
            </span>
          </li>
        ))}
      </ul>
      {failed > failures.length && (
        <p className="text-faint text-xs">{formatCount(failures.length)} of them are listed.</p>
      )}
    </section>
  );
}
