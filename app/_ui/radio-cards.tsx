'use client';

import { RadioGroup as Radix } from 'radix-ui';
import { type ReactNode, useId } from 'react';
import { cn } from './cn';

export type RadioCard<Value extends string = string> = {
  value: Value;
  label: string;
  description?: ReactNode;
  disabled?: boolean | undefined;
};

type RadioCardsProps<Value extends string> = {
  /** The question, for screen readers. Show it as well, or leave it to the section's title. */
  label: string;
  options: readonly RadioCard<Value>[];
  value: Value | undefined;
  onChange: (value: Value) => void;
  columns?: 1 | 2 | 3 | undefined;
  disabled?: boolean | undefined;
  className?: string | undefined | undefined;
};

const grids = { 1: '', 2: 'sm:grid-cols-2', 3: 'sm:grid-cols-3' };

export function RadioCards<Value extends string>(props: RadioCardsProps<Value>) {
  const { label, options, value, onChange, columns = 1, disabled = false, className } = props;
  const groupId = useId();
  return (
    <Radix.Root
      aria-label={label}
      value={value ?? null}
      onValueChange={(next) => onChange(next as Value)}
      disabled={disabled}
      className={cn('grid gap-2', grids[columns], className)}
    >
      {options.map((option) => (
        <Card key={option.value} option={option} id={`${groupId}-${option.value}`} />
      ))}
    </Radix.Root>
  );
}

function Card({ option, id }: { option: RadioCard; id: string }) {
  return (
    <label
      htmlFor={id}
      className="flex min-w-0 gap-2 rounded-md border border-line bg-canvas px-3 py-2 transition-colors hover:bg-hover has-data-[state=checked]:border-accent has-data-[state=checked]:bg-accent-subtle has-disabled:opacity-60 pointer-coarse:min-h-11"
    >
      <span className="flex h-5 items-center">
        <Radix.Item
          id={id}
          value={option.value}
          disabled={option.disabled ?? false}
          aria-labelledby={`${id}-label`}
          {...(option.description ? { 'aria-describedby': `${id}-description` } : {})}
          className="flex size-4 shrink-0 items-center justify-center rounded-full border border-control bg-canvas data-[state=checked]:border-accent-solid data-[state=checked]:bg-accent-solid"
        >
          <Radix.Indicator className="size-1.5 rounded-full bg-white" />
        </Radix.Item>
      </span>
      <span className="min-w-0">
        <span id={`${id}-label`} className="block font-medium text-ink text-sm">
          {option.label}
        </span>
        {option.description && (
          <span id={`${id}-description`} className="block text-muted text-xs">
            {option.description}
          </span>
        )}
      </span>
    </label>
  );
}
