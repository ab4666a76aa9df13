'use client';

import { Plus } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import { Button } from '@/app/_ui/button';
import { ErrorState } from '@/app/_ui/error-state';
import { LoadMore } from '@/app/_ui/load-more';
import { SkeletonRows } from '@/app/_ui/skeleton';
import { useShortcuts } from '@/app/_ui/use-shortcuts';
import { usePerson } from '@/app/(signed-in)/_frame/person-context';
import type { EntryDraft } from './entry-fields';
import { EntryRow } from './entry-row';
import { type EntriesOf, useEntries } from './use-entries';
import { useEntryActions } from './use-entry-actions';
import { useEntryKeys } from './use-entry-keys';

export type EntryListProps = {
  of: EntriesOf;
  list: 'task' | 'project';
  /** What a new entry starts with. */
  draft: EntryDraft;
  /** A line of text beside the button that adds. */
  children?: ReactNode;
};

/** The time of a task or a project, newest first, with all that can be done with it. */
export function EntryList({ of, list, draft, children }: EntryListProps) {
  const { role } = usePerson();
  const entries = useEntries(of);
  const items = useMemo(() => entries.data?.pages.flatMap((page) => page.items) ?? [], [entries.data]);
  const { actions, dialogs } = useEntryActions();
  const { rowProps } = useEntryKeys(items, actions);
  const add = () => actions.add(draft);
  useShortcuts([{ keys: 'n', label: 'Add time', group: 'This page', run: add }]);
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <p className="figures min-w-0 text-muted text-sm">{children}</p>
        <Button size="sm" onClick={add} aria-keyshortcuts="n">
          <Plus aria-hidden />
          Add time
        </Button>
      </div>
      {entries.isPending && <SkeletonRows rows={3} label="Loading the time" />}
      {entries.isError && items.length === 0 && (
        <ErrorState
          title="The time could not be loaded."
          error={entries.error}
          onRetry={() => entries.refetch()}
          isRetrying={entries.isFetching}
          className="py-6"
        />
      )}
      {entries.isSuccess && items.length === 0 && (
        <p className="text-muted text-sm">
          {role === 'admin' ? 'Nobody has tracked time here yet.' : 'You have not tracked time here yet.'}
        </p>
      )}
      {items.length > 0 && (
        <div>
          <ol aria-label="Time entries" className="border-line border-t">
            {items.map((entry) => (
              <EntryRow key={entry.id} entry={entry} actions={actions} list={list} {...rowProps(entry)} />
            ))}
          </ol>
          {entries.hasNextPage && (
            <LoadMore
              shown={items.length}
              hasMore
              loading={entries.isFetchingNextPage}
              onLoadMore={() => entries.fetchNextPage()}
            />
          )}
        </div>
      )}
      {dialogs}
    </>
  );
}
