'use client';

import { type ReactNode, useId } from 'react';
import { cn } from './cn';
import { FieldContext } from './field-context';
import { Label } from './label';

type FieldProps = {
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  /** Says "optional" after the label. Most fields are required, so those are the ones to mark. */
  optional?: boolean | undefined;
  /** Keeps the label for screen readers only. */
  hideLabel?: boolean | undefined;
  className?: string | undefined | undefined;
  /** One control of the kit: it takes its id, its description and its invalid state from here. */
  children: ReactNode;
};

export function Field(props: FieldProps) {
  const { label, hint, error, optional = false, hideLabel = false, className, children } = props;
  const id = useId();
  const hintId = `${id}-hint`;
  const errorId = `${id}-error`;
  const describedBy = [error && errorId, hint && hintId].filter(Boolean).join(' ') || undefined;
  return (
    <FieldContext value={{ id, describedBy, isInvalid: Boolean(error), isRequired: !optional }}>
      <div className={cn('flex min-w-0 flex-col gap-1', className)}>
        <Label htmlFor={id} className={hideLabel ? 'sr-only' : undefined}>
          {label}
          {optional && <span className="font-normal text-faint"> (optional)</span>}
        </Label>
        {children}
        {error && (
          <p id={errorId} role="alert" className="text-danger text-xs">
            {error}
          </p>
        )}
        {hint && (
          <p id={hintId} className="text-muted text-xs">
            {hint}
          </p>
        )}
      </div>
    </FieldContext>
  );
}
