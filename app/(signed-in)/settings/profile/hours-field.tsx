'use client';

import { useState } from 'react';
import { Field } from '@/app/_ui/field';
import { Input } from '@/app/_ui/input';
import { formatExactDuration, readDuration } from '@/lib/time/duration';

const longestSeconds = 1_000 * 60 * 60;

type HoursFieldProps = {
  label: string;
  hint: string;
  /** NaN for what cannot be read. */
  value: number;
  onChange: (minutes: number) => void;
  error: string | undefined;
};

/** A number of hours as people type it ("8", "7:30", "37.5h"), kept in minutes. */
export function HoursField({ label, hint, value, onChange, error }: HoursFieldProps) {
  const [text, setText] = useState(formatHours(value));
  return (
    <Field label={label} error={error} hint={hint}>
      <Input
        value={text}
        autoComplete="off"
        spellCheck={false}
        className="figures max-w-32"
        onChange={({ target }) => {
          setText(target.value);
          onChange(readMinutes(target.value));
        }}
        onBlur={() => !Number.isNaN(value) && setText(formatHours(value))}
      />
    </Field>
  );
}

function readMinutes(text: string): number {
  const { seconds } = readDuration(text, { allowsZero: true, longestSeconds });
  return seconds === null ? Number.NaN : Math.round(seconds / 60);
}

function formatHours(minutes: number): string {
  return formatExactDuration(minutes * 60);
}
