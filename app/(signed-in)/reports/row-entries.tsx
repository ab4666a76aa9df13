'use client';

import { Clock } from 'lucide-react';
import { EmptyState } from '@/app/_ui/empty-state';
import { ErrorState } from '@/app/_ui/error-state';
import { LoadMore } from '@/app/_ui/load-more';
import { SkeletonRows } from '@/app/_ui/skeleton';
import { useEntryActions } from '@/app/(signed-in)/_entries/use-entry-actions';
import type { ReportQuery } from '@/lib/contracts/report';
import type { TimeEntry } from '@/lib/contracts/time-entry';
import type { Day } from '@/lib/time/local-day';
import { EntryLine } from './entry-line';
import { formatDate, formatWeekday } from './format-days';
import { type Place, useRowEntries } from './use-drill-down';

type RowEntriesProps = { query: ReportQuery; place: Place; today: Day };

/** The entries behind a row, day by day; each opens to be edited. */
export function RowEntries({ query, place, today }: RowEntriesProps) {
  const entries = useRowEntries(query, place);
  const { actions, dialogs } = useEntryActions();
  if (entries.isPending) return <SkeletonRows rows={8} label="Loading the entries" />;
  if (entries.isError && !entries.data) {
    return (
      <ErrorState
        title="The entries could not be loaded."
        error={entries.error}
        onRetry={() => entries.refetch()}
        isRetrying={entries.isFetching}
      />
    );
  }
  const items = entries.data.pages.flatMap((page) => page.items);
  if (items.length === 0) return <EmptyState icon={<Clock aria-hidden />} title="No entries here any more." />;
  return (
    <div className="-mx-5 -mt-5">
      {byDay(items).map(([on, ofDay]) => (
        <section key={on} aria-label={`${formatWeekday(on)} ${formatDate(on, today)}`}>
          <h3 className="sticky -top-5 z-10 border-line border-b bg-raised px-5 py-2 font-medium text-muted text-xs">
            {formatWeekday(on)} {formatDate(on, today)}
          </h3>
          <ul>
            {ofDay.map((entry) => (
              <EntryLine key={entry.id} entry={entry} onEdit={() => actions.edit(entry)} />
            ))}
          </ul>
        </section>
      ))}
      <LoadMore
        shown={items.length}
        total={entries.data.pages[0]?.total}
        hasMore={entries.hasNextPage}
        loading={entries.isFetchingNextPage}
        onLoadMore={() => entries.fetchNextPage()}
      />
      {entries.isFetchNextPageError && <ErrorState title="More entries could not be loaded." error={entries.error} />}
      {dialogs}
    </div>
  );
}

/** In the order in which they came: days stay together. */
function byDay(entries: readonly TimeEntry[]): [Day, TimeEntry[]][] {
  const days = new Map<Day, TimeEntry[]>();
  for (const entry of entries) days.set(entry.on, [...(days.get(entry.on) ?? []), entry]);
  return [...days];
}
