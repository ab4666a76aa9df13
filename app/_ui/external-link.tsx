import { ArrowUpRight } from 'lucide-react';
import type { ComponentProps } from 'react';
import { cn } from './cn';
import { VisuallyHidden } from './visually-hidden';

/** A link out of the app: opens in a new tab and says so. */
export function ExternalLink({ className, children, ...rest }: ComponentProps<'a'>) {
  return (
    <a
      {...rest}
      target="_blank"
      rel="noreferrer"
      className={cn(
        'inline-flex items-center gap-0.5 rounded-sm text-accent-text hover:underline pointer-coarse:-my-3.5 pointer-coarse:py-3.5',
        className,
      )}
    >
      {children}
      <ArrowUpRight aria-hidden className="size-3.5 shrink-0" />
      <VisuallyHidden>(opens in a new tab)</VisuallyHidden>
    </a>
  );
}
