'use client';

import { Field } from '@/app/_ui/field';
import { formatCount } from '@/app/_ui/format-number';
import { Input } from '@/app/_ui/input';

const issuesPerPage = 250;

type PageBoundFieldProps = {
  /** NaN while the field is empty. */
  value: number;
  onChange: (pages: number) => void;
  error?: string | undefined;
};

export function PageBoundField({ value, onChange, error }: PageBoundFieldProps) {
  const issues = Number.isInteger(value) && value > 0 ? ` (${formatCount(value * issuesPerPage)} issues)` : '';
  return (
    <Field
      label="Pages per run"
      error={error && 'Enter a whole number from 1 to 500.'}
      hint={`One run reads at most this many pages${issues}, then lets newer changes go first and goes on by itself after 30 seconds, until everything is here. Nothing is left out.`}
    >
      <Input
        type="number"
        inputMode="numeric"
        min={1}
        max={500}
        step={1}
        value={Number.isNaN(value) ? '' : value}
        onChange={({ target }) => onChange(target.valueAsNumber)}
        className="figures max-w-32"
      />
    </Field>
  );
}
