'use client';

import { type ReactNode, useId } from 'react';
import { cn } from './cn';
import { keepEnter } from './keep-enter';

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
    <div role="radiogroup" aria-label={label} className={cn('grid gap-2', grids[columns], className)}>
      {options.map((option) => (
        <Card
          key={option.value}
          option={{ ...option, disabled: disabled || option.disabled }}
          groupId={groupId}
          isChosen={option.value === value}
          onChoose={() => onChange(option.value)}
        />
      ))}
    </div>
  );
}

type CardProps = { option: RadioCard; groupId: string; isChosen: boolean; onChoose: () => void };

function Card({ option, groupId, isChosen, onChoose }: CardProps) {
  const id = `${groupId}-${option.value}`;
  return (
    <label
      htmlFor={id}
      className="flex min-w-0 gap-2 rounded-md border border-line bg-canvas px-3 py-2 transition-colors hover:bg-hover has-checked:border-accent has-checked:bg-accent-subtle has-disabled:opacity-60 pointer-coarse:min-h-11"
    >
      <span className="flex h-5 items-center">
        <input
          id={id}
          type="radio"
          name={groupId}
          value={option.value}
          checked={isChosen}
          disabled={option.disabled}
          onChange={onChoose}
          onKeyDown={keepEnter}
          aria-labelledby={`${id}-label`}
          {...(option.description ? { 'aria-describedby': `${id}-description` } : {})}
          className="m-0 flex size-4 shrink-0 appearance-none items-center justify-center rounded-full border border-control bg-canvas checked:border-accent-solid checked:bg-accent-solid checked:before:size-1.5 checked:before:rounded-full checked:before:bg-white"
        />
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
