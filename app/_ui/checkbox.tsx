'use client';

import { Check, Minus } from 'lucide-react';
import { Checkbox as Radix } from 'radix-ui';
import { type ComponentProps, type ReactNode, useId } from 'react';
import { cn } from './cn';

type CheckboxProps = Omit<ComponentProps<typeof Radix.Root>, 'children'> & {
  /** Without a visible label, give an aria-label. */
  label?: ReactNode;
  hint?: ReactNode;
};

export function Checkbox({ label, hint, className, id: ownId, ...rest }: CheckboxProps) {
  const generatedId = useId();
  const id = ownId ?? generatedId;
  const box = (
    <Radix.Root
      {...rest}
      {...(hint ? { 'aria-describedby': `${id}-hint` } : {})}
      id={id}
      className={cn(
        'group relative inline-flex size-4 align-middle shrink-0 items-center justify-center rounded-sm border border-control bg-canvas text-white transition-colors',
        'after:absolute after:-inset-2 disabled:cursor-not-allowed disabled:opacity-50',
        'data-[state=checked]:border-accent-solid data-[state=checked]:bg-accent-solid',
        'data-[state=indeterminate]:border-accent-solid data-[state=indeterminate]:bg-accent-solid',
        className,
      )}
    >
      <Radix.Indicator>
        <Minus aria-hidden className="hidden size-3 group-data-[state=indeterminate]:block" />
        <Check aria-hidden className="size-3 group-data-[state=indeterminate]:hidden" />
      </Radix.Indicator>
    </Radix.Root>
  );
  if (!label) return box;
  return (
    <div className="flex items-start gap-2 pointer-coarse:py-2.5">
      <span className="flex h-5 items-center">{box}</span>
      <div className="min-w-0">
        <label htmlFor={id} className="text-base text-ink">
          {label}
        </label>
        {hint && (
          <p id={`${id}-hint`} className="text-muted text-xs">
            {hint}
          </p>
        )}
      </div>
    </div>
  );
}
