'use client';

import { Button } from './button';
import { formatCount } from './format-number';

type LoadMoreProps = {
  shown: number;
  total?: number | null | undefined;
  hasMore: boolean;
  loading?: boolean | undefined;
  onLoadMore: () => void;
};

/** The foot of a paged list: how much is shown, and the way to more. */
export function LoadMore({ shown, total, hasMore, loading, onLoadMore }: LoadMoreProps) {
  const count =
    total === null || total === undefined
      ? `${formatCount(shown)} shown`
      : `${formatCount(shown)} of ${formatCount(total)}`;
  return (
    <div className="flex min-h-9 flex-wrap items-center justify-between gap-3 border-line border-t px-3 py-2">
      <span className="figures text-faint text-xs">{count}</span>
      {hasMore && (
        <Button size="sm" loading={loading} onClick={onLoadMore}>
          Show more
        </Button>
      )}
    </div>
  );
}
