import { cn } from './cn';

/** A grey bar where text will be. Give it a width. It shows after 150 ms, so fast answers do not flicker. */
export function Skeleton({ className }: { className?: string | undefined | undefined }) {
  return (
    <span aria-hidden className="block animate-appear-late">
      <span className={cn('block h-4 animate-pulse rounded-sm bg-selected', className)} />
    </span>
  );
}

type SkeletonRowsProps = {
  rows?: number | undefined;
  /** What is loading, for screen readers: "Loading tasks". */
  label?: string | undefined;
  className?: string | undefined | undefined;
};

const widths = ['w-3/5', 'w-2/5', 'w-1/2', 'w-4/6', 'w-1/3'];

/** Rows of 36 px, like the list that will stand here. */
export function SkeletonRows({ rows = 6, label = 'Loading', className }: SkeletonRowsProps) {
  return (
    <div role="status" className={className}>
      <span className="sr-only">{label}</span>
      {Array.from({ length: rows }, (_, index) => `row-${index}`).map((key, index) => (
        <div key={key} className="flex h-9 items-center gap-4 border-line border-b px-3 last:border-b-0">
          <Skeleton className="w-14" />
          <div className="flex-1">
            <Skeleton className={widths[index % widths.length] ?? 'w-1/2'} />
          </div>
          <Skeleton className="w-10" />
        </div>
      ))}
    </div>
  );
}
