'use client';

import { type ComponentProps, type ReactNode, useId } from 'react';
import { cn } from './cn';
import { keepEnter } from './keep-enter';

type SwitchProps = Omit<ComponentProps<'input'>, 'children' | 'type' | 'onChange'> & {
  onCheckedChange: (checked: boolean) => void;
  /** Without a visible label, give an aria-label. */
  label?: ReactNode;
  hint?: ReactNode;
};

/** For what takes effect at once; in a form that is saved, prefer a checkbox. */
export function Switch({ label, hint, className, id: ownId, onCheckedChange, ...rest }: SwitchProps) {
  const generatedId = useId();
  const id = ownId ?? generatedId;
  const knob = (
    <input
      {...rest}
      {...(hint ? { 'aria-describedby': `${id}-hint` } : {})}
      id={id}
      type="checkbox"
      // biome-ignore lint/a11y/useAriaPropsForRole: the browser tells its own checked state.
      role="switch"
      onChange={(event) => onCheckedChange(event.target.checked)}
      onKeyDown={keepEnter}
      className={cn(
        'relative m-0 inline-flex h-4 w-7 shrink-0 appearance-none items-center rounded-full bg-control transition-colors',
        'before:size-3 before:translate-x-0.5 before:rounded-full before:bg-white before:transition-transform checked:before:translate-x-3.5',
        'after:absolute after:-inset-2 checked:bg-accent-solid disabled:cursor-not-allowed disabled:opacity-50',
        className,
      )}
    />
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
