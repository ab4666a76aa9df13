import type { ReactNode } from 'react';
import { cn } from './cn';

export function DefinitionList({ className, children }: { className?: string | undefined; children: ReactNode }) {
  return <dl className={cn('flex flex-col', className)}>{children}</dl>;
}

export function Definition({ term, children }: { term: ReactNode; children: ReactNode }) {
  return (
    <div className="grid min-h-8 grid-cols-[6.5rem_minmax(0,1fr)] sm:grid-cols-[8.5rem_minmax(0,1fr)] items-center gap-3 py-1 text-sm">
      <dt className="text-muted">{term}</dt>
      <dd className="min-w-0 break-words text-ink">{children}</dd>
    </div>
  );
}
