'use client';

import { Switch as Radix } from 'radix-ui';
import { type ComponentProps, type ReactNode, useId } from 'react';
import { cn } from './cn';

type SwitchProps = Omit<ComponentProps<typeof Radix.Root>, 'children'> & {
  /** Without a visible label, give an aria-label. */
  label?: ReactNode;
  hint?: ReactNode;
};

/** For what takes effect at once; in a form that is saved, prefer a checkbox. */
export function Switch({ label, hint, className, id: ownId, ...rest }: SwitchProps) {
  const generatedId = useId();
  const id = ownId ?? generatedId;
  const knob = (
    <Radix.Root
      {...rest}
      {...(hint ? { 'aria-describedby': `${id}-hint` } : {})}
      id={id}
      className={cn(
        'relative inline-flex h-4 w-7 shrink-0 items-center rounded-full bg-control transition-colors',
        'after:absolute after:-inset-2 data-[state=checked]:bg-accent-solid disabled:cursor-not-allowed disabled:opacity-50',
        className,
      )}
    >
      <Radix.Thumb className="block size-3 translate-x-0.5 rounded-full bg-white transition-transform data-[state=checked]:translate-x-3.5" />
    </Radix.Root>
  );
  if (!label) return knob;
  return (
    <div className="flex items-start justify-between gap-4 pointer-coarse:py-2.5">
      <div className="min-w-0">
        <label htmlFor={id} className="font-medium text-ink text-sm">
          {label}
        </label>
        {hint && (
          <p id={`${id}-hint`} className="text-muted text-xs">
            {hint}
          </p>
        )}
      </div>
      <span className="flex h-5 items-center">{knob}</span>
    </div>
  );
}
