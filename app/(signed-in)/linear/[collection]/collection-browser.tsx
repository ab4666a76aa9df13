'use client';

import { SearchX } from 'lucide-react';
import { useCallback, useState } from 'react';
import { Button } from '@/app/_ui/button';
import { cn } from '@/app/_ui/cn';
import { EmptyState } from '@/app/_ui/empty-state';
import { ErrorState } from '@/app/_ui/error-state';
import { LoadMore } from '@/app/_ui/load-more';
import { Panel } from '@/app/_ui/panel';
import { SkeletonRows } from '@/app/_ui/skeleton';
import { type BrowsedCollection, collectionWords } from '@/app/(signed-in)/linear/collection-words';
import { isNotChosen, NotChosen } from '@/app/(signed-in)/linear/not-chosen';
import { CollectionTable } from './collection-table';
import { CollectionToolbar } from './collection-toolbar';
import type { BrowsedObject } from './columns';
import { ObjectSheet } from './object-sheet';
import { type CollectionFilterState, useCollectionFilters } from './use-collection-filters';
import { useLinearObjects } from './use-linear-objects';
import { useNearEnd } from './use-near-end';

type BrowserProps = { collection: BrowsedCollection };

export function CollectionBrowser({ collection }: BrowserProps) {
  const state = useCollectionFilters();
  return (
    <>
      <CollectionToolbar collection={collection} state={state} />
      <Results collection={collection} state={state} />
    </>
  );
}

function Results({ collection, state }: BrowserProps & { state: CollectionFilterState }) {
  const objects = useLinearObjects(collection, state.query);
  const [opened, setOpened] = useState<BrowsedObject | null>(null);
  const [isOpen, setIsOpen] = useState(false);
  const { fetchNextPage, hasNextPage, isFetching, isFetchNextPageError, isPlaceholderData } = objects;
  const canGoOn = hasNextPage && !isFetching && !isFetchNextPageError;
  const end = useNearEnd(useCallback(() => void (canGoOn && fetchNextPage()), [canGoOn, fetchNextPage]));
  const { noun } = collectionWords[collection];

  if (objects.isPending) return <SkeletonRows rows={10} label={`Loading ${noun}`} />;
  if (isNotChosen(objects.error)) return <NotChosen noun={noun} />;
  if (objects.isError && !objects.data)
    return (
      <ErrorState
        title={`The ${noun} could not be loaded.`}
        error={objects.error}
        onRetry={() => objects.refetch()}
        isRetrying={objects.isFetching}
      />
    );
  const items: readonly BrowsedObject[] = objects.data?.pages.flatMap((page) => page.items) ?? [];
  if (items.length === 0) return <NoObjects noun={noun} state={state} />;
  const open = (object: BrowsedObject) => {
    setOpened(object);
    setIsOpen(true);
  };
  return (
    <Panel flush className={cn('transition-opacity', isPlaceholderData && 'opacity-60 delay-150')}>
      <CollectionTable collection={collection} objects={items} onOpen={open} />
      <div ref={end} />
      <LoadMore
        shown={items.length}
        hasMore={hasNextPage}
        loading={objects.isFetchingNextPage}
        onLoadMore={() => fetchNextPage()}
      />
      {isFetchNextPageError && <ErrorState title={`More ${noun} could not be loaded.`} error={objects.error} />}
      <ObjectSheet collection={collection} object={opened} open={isOpen} onOpenChange={setIsOpen} />
    </Panel>
  );
}

function NoObjects({ noun, state }: { noun: string; state: CollectionFilterState }) {
  if (!state.isFiltered)
    return (
      <EmptyState title={`No ${noun} yet.`} description="They come with the next sync, or there are none at Linear." />
    );
  return (
    <EmptyState
      icon={<SearchX aria-hidden />}
      title={`No ${noun} match.`}
      action={<Button onClick={state.clear}>Clear filters</Button>}
    />
  );
}
