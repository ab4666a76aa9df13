import type { ReactNode } from 'react';
import { cn } from '@/app/_ui/cn';

const parts = [
  { id: 'overview', title: 'At a glance' },
  { id: 'reading', title: 'What is read' },
  { id: 'live', title: 'Live updates' },
  { id: 'writing', title: 'Writing to Linear' },
  { id: 'time', title: 'Time on issues' },
  { id: 'runs', title: 'Runs' },
] as const;

/** The way to a part of this long page, where there is room for it. */
export function PageParts() {
  return (
    <nav
      aria-label="On this page"
      className="sticky top-12 z-10 -mx-2 mb-4 flex gap-1 border-line border-b bg-canvas py-1 max-lg:hidden"
    >
      {parts.map(({ id, title }) => (
        <a
          key={id}
          href={`#${id}`}
          className="inline-flex h-8 items-center rounded-md px-2 text-muted text-sm transition-colors hover:bg-hover hover:text-ink pointer-coarse:h-11"
        >
          {title}
        </a>
      ))}
    </nav>
  );
}

type PartProps = { id: (typeof parts)[number]['id']; className?: string; children: ReactNode };

/** Stops below the bars that stay when it is gone to. */
export function Part({ id, className, children }: PartProps) {
  return (
    <div id={id} className={cn('scroll-mt-16 lg:scroll-mt-28', className)}>
      {children}
    </div>
  );
}
