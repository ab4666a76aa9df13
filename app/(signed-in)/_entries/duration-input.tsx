'use client';

import type { KeyboardEvent } from 'react';
import { Input } from '@/app/_ui/input';
import { formatExactDuration, parseDuration } from '@/lib/time/duration';

const stepSeconds = 15 * 60;
const longestSeconds = 24 * 60 * 60;

type DurationInputProps = {
  value: string;
  onChange: (text: string) => void;
  onBlur?: (() => void) | undefined;
  disabled?: boolean | undefined;
  id?: string | undefined;
  name?: string | undefined;
  placeholder?: string | undefined;
  className?: string | undefined;
  'aria-invalid'?: true | undefined;
  'aria-describedby'?: string | undefined;
};

/** Takes durations as people type them, and writes them all alike on leaving. The arrow keys step by a quarter hour. */
export function DurationInput({ value, onChange, onBlur, placeholder = '1h 30m', ...rest }: DurationInputProps) {
  function leave() {
    const seconds = parseDuration(value);
    if (seconds !== null && seconds > 0) onChange(formatExactDuration(seconds));
    onBlur?.();
  }
  function step(event: KeyboardEvent) {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    const before = parseDuration(value) ?? 0;
    const steps = event.key === 'ArrowUp' ? Math.floor(before / stepSeconds) + 1 : Math.ceil(before / stepSeconds) - 1;
    onChange(formatExactDuration(Math.min(longestSeconds, Math.max(stepSeconds, steps * stepSeconds))));
  }
  return (
    <Input
      {...rest}
      value={value}
      placeholder={placeholder}
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => onChange(event.target.value)}
      onBlur={leave}
      onKeyDown={step}
    />
  );
}
