import type { ComponentProps } from 'react';
import { cn } from './cn';

export function Label({ className, ...rest }: ComponentProps<'label'>) {
  // biome-ignore lint/a11y/noLabelWithoutControl: the caller ties it with htmlFor.
  return <label {...rest} className={cn('font-medium text-ink text-sm', className)} />;
}
