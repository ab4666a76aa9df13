'use client';

import { useTimeZone } from '@/app/_ui/time-zone-context';

type NextRunsProps = {
  /** Null while it is not known. */
  at: readonly string[] | null;
};

export function NextRuns({ at }: NextRunsProps) {
  const timeZone = useTimeZone();
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return (
    <div className="min-h-10 text-xs">
      <p className="text-muted">Next runs ({timeZone})</p>
      {at && (
        <ol aria-label="Next runs" className="figures flex flex-wrap gap-x-4 text-ink">
          {at.map((instant) => (
            <li key={instant}>
              <time dateTime={instant}>{format.format(new Date(instant))}</time>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
