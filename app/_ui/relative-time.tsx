'use client';

import { cn } from './cn';
import { formatDay, formatFull, formatNear } from './format-time';
import { useTimeZone } from './time-zone-context';
import { Tooltip } from './tooltip';
import { useNow } from './use-now';

type RelativeTimeProps = {
  /** An ISO string, a Date or epoch milliseconds. */
  at: string | Date | number;
  /** The person's own when left out. */
  timeZone?: string | undefined;
  className?: string | undefined | undefined;
};

/** The one way to show an instant: relative under a day, then the date, in full in the tooltip. */
export function RelativeTime({ at, timeZone: ownTimeZone, className }: RelativeTimeProps) {
  const personTimeZone = useTimeZone();
  const timeZone = ownTimeZone ?? personTimeZone;
  // The page's clock goes in steps of half a minute: it says when to look again, not which of two moments came first.
  useNow();
  const now = Date.now();
  const instant = new Date(at);
  const milliseconds = instant.getTime();
  const text = formatNear(milliseconds, now) ?? formatDay(milliseconds, now, timeZone);
  return (
    <Tooltip content={<span className="figures">{formatFull(milliseconds, timeZone)}</span>}>
      {/* A minute may pass between the server's render and the browser's: the next tick puts it right. */}
      <time
        dateTime={instant.toISOString()}
        suppressHydrationWarning
        className={cn('figures whitespace-nowrap', className)}
      >
        {text}
      </time>
    </Tooltip>
  );
}
