import type { ReactNode } from 'react';
import { cn } from './cn';

const widths = { narrow: 'max-w-2xl', content: 'max-w-[1200px]', full: '' };

type PageBodyProps = {
  /** narrow: forms and settings; content: dashboards and details; full: lists. */
  width?: keyof typeof widths | undefined;
  className?: string | undefined | undefined;
  children: ReactNode;
};

/** The outermost element of every signed-in page. */
export function PageBody({ width = 'content', className, children }: PageBodyProps) {
  return <div className={cn('mx-auto w-full px-4 py-5 md:px-6', widths[width], className)}>{children}</div>;
}
