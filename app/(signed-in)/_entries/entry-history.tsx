'use client';

import { ErrorState } from '@/app/_ui/error-state';
import { RelativeTime } from '@/app/_ui/relative-time';
import { SkeletonRows } from '@/app/_ui/skeleton';
import { useTimeZone } from '@/app/_ui/time-zone-context';
import { useMoney } from '@/app/(signed-in)/_money/use-installation';
import type { EntryEvent } from '@/lib/contracts/time-entry';
import { changeLines, eventTitle } from './entry-event-words';
import { useEntryEvents } from './use-entry-events';

/** Who changed the entry, what and when, newest first. */
export function EntryHistory({ entryId }: { entryId: string }) {
  const { data, error, isPending, refetch, isFetching } = useEntryEvents(entryId);
  if (isPending) return <SkeletonRows rows={2} label="Loading the history" />;
  if (error)
    return (
      <ErrorState
        title="The history could not be loaded."
        error={error}
        onRetry={() => refetch()}
        isRetrying={isFetching}
        className="py-6"
      />
    );
  if (data.items.length === 0) return <p className="text-muted text-sm">Nothing is written down about it.</p>;
  return (
    <ol className="flex flex-col gap-3">
      {data.items.map((event) => (
        <Event key={event.id} event={event} />
      ))}
    </ol>
  );
}

function Event({ event }: { event: EntryEvent }) {
  const timeZone = useTimeZone();
  const money = useMoney();
  return (
    <li className="border-line border-l-2 pl-3 text-sm">
      <div className="flex items-baseline justify-between gap-3">
        <span className="font-medium text-ink">{eventTitle(event)}</span>
        <RelativeTime at={event.at} className="text-faint text-xs" />
      </div>
      {changeLines(event, { timeZone, money }).map(({ field, from, to }) => (
        <p key={field} className="line-clamp-4 text-muted [overflow-wrap:anywhere]">
          {field}: <span className="text-faint line-through">{from}</span> <span aria-hidden>→</span>
          <span className="sr-only"> changed to </span> <span className="text-ink">{to}</span>
        </p>
      ))}
    </li>
  );
}
