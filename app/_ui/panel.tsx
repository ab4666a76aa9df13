import type { ComponentProps } from 'react';
import { cn } from './cn';

type PanelProps = ComponentProps<'div'> & {
  /** No inner padding: for a table or a list that brings its own. */
  flush?: boolean | undefined;
};

/** A framed box. Never inside another one. */
export function Panel({ flush = false, className, ...rest }: PanelProps) {
  return (
    <div
      {...rest}
      className={cn('min-w-0 rounded-md border border-line bg-canvas', flush ? 'overflow-hidden' : 'p-4', className)}
    />
  );
}
