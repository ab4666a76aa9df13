'use client';

import { Check } from 'lucide-react';
import { type ComponentProps, type ReactNode, useId } from 'react';
import { cn } from './cn';
import { keepEnter } from './keep-enter';

type CheckboxProps = Omit<ComponentProps<'input'>, 'children' | 'type' | 'onChange'> & {
  onCheckedChange: (checked: boolean) => void;
  /** Without a visible label, give an aria-label. */
  label?: ReactNode;
  hint?: ReactNode;
};

export function Checkbox({ label, hint, className, id: ownId, onCheckedChange, ...rest }: CheckboxProps) {
  const generatedId = useId();
  const id = ownId ?? generatedId;
  const box = (
    <span className="relative inline-flex size-4 shrink-0 items-center justify-center align-middle text-white">
      <input
        {...rest}
        {...(hint ? { 'aria-describedby': `${id}-hint` } : {})}
        id={id}
        type="checkbox"
        onChange={(event) => onCheckedChange(event.target.checked)}
        onKeyDown={keepEnter}
        className={cn(
          'peer m-0 size-4 appearance-none rounded-sm border border-control bg-canvas transition-colors',
          'after:absolute after:-inset-2 disabled:cursor-not-allowed disabled:opacity-50',
          'checked:border-accent-solid checked:bg-accent-solid',
          className,
        )}
      />
      <Check aria-hidden className="pointer-events-none absolute hidden size-3 peer-checked:block" />
    </span>
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
