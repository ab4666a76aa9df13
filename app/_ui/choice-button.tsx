'use client';

import { ChevronsUpDown } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import { cn } from './cn';
import { controlStyles } from './control-styles';

type ChoiceButtonProps = Omit<ComponentProps<'button'>, 'children'> & {
  isOpen: boolean;
  icon?: ReactNode;
  /** What is chosen, in words. */
  chosen: string | undefined;
  placeholder: string;
};

/** The closed side of a field whose options are looked for in a list. */
export function ChoiceButton({ isOpen, icon, chosen, placeholder, className, ...rest }: ChoiceButtonProps) {
  return (
    <button
      {...rest}
      type="button"
      role="combobox"
      aria-expanded={isOpen}
      aria-haspopup="dialog"
      className={cn(controlStyles, 'flex h-8 items-center justify-between gap-2 text-left', className)}
    >
      {icon}
      <span className={cn('flex-1 truncate', !chosen && 'text-faint')}>{chosen || placeholder}</span>
      <ChevronsUpDown aria-hidden className="size-4 shrink-0 text-muted" />
    </button>
  );
}
