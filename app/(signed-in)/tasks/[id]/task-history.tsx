'use client';

import { ErrorState } from '@/app/_ui/error-state';
import { LoadMore } from '@/app/_ui/load-more';
import { RelativeTime } from '@/app/_ui/relative-time';
import { Section } from '@/app/_ui/section';
import { SkeletonRows } from '@/app/_ui/skeleton';
import { useTargetOfTask } from '@/app/(signed-in)/_issue/use-write-target';
import type { Task, TaskEvent } from '@/lib/contracts/task';
import { changeLines, eventTitle, foldNotes } from './event-words';
import { useTaskEvents } from './use-task-events';

/** What syncs and people changed, newest first. */
export function TaskHistory({ task }: { task: Task }) {
  const events = useTaskEvents(task.id);
  const writesAs = useTargetOfTask(task)?.writesAs.name;
  const items = foldNotes(events.data?.pages.flatMap((page) => page.items) ?? []);
  return (
    <Section title="History">
      {events.isPending && <SkeletonRows rows={3} label="Loading the history" />}
      {events.isError && items.length === 0 && (
        <ErrorState
          title="The history could not be loaded."
          error={events.error}
          onRetry={() => events.refetch()}
          isRetrying={events.isFetching}
          className="py-6"
        />
      )}
      {events.isSuccess && items.length === 0 && (
        <p className="text-muted text-sm">Nothing has changed since the task came here.</p>
      )}
      {items.length > 0 && (
        <div>
          <ol className="flex flex-col gap-3">
            {items.map((event) => (
              <Event key={event.id} event={event} writesAs={writesAs} />
            ))}
          </ol>
          {events.hasNextPage && (
            <div className="mt-3">
              <LoadMore
                shown={items.length}
                hasMore
                loading={events.isFetchingNextPage}
                onLoadMore={() => events.fetchNextPage()}
              />
            </div>
          )}
        </div>
      )}
    </Section>
  );
}

function Event({ event, writesAs }: { event: TaskEvent; writesAs: string | undefined }) {
  return (
    <li className="border-line border-l-2 pl-3 text-sm">
      <div className="flex items-baseline justify-between gap-3">
        <span className="font-medium text-ink">{eventTitle(event, { writesAs })}</span>
        <RelativeTime at={event.at} className="text-faint text-xs" />
      </div>
      {changeLines(event).map(({ field, from, to }) => (
        <p key={field} className="line-clamp-4 text-muted [overflow-wrap:anywhere]">
          {field}:{' '}
          {from !== null && (
            <>
              <span className="text-faint line-through">{from}</span> <span aria-hidden>→</span>
              <span className="sr-only"> changed to </span>{' '}
            </>
          )}
          <span className="text-ink">{to}</span>
        </p>
      ))}
    </li>
  );
}
