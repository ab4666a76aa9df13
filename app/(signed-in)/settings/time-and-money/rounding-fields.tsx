'use client';

import { Controller, type UseFormReturn } from 'react-hook-form';
import { Field } from '@/app/_ui/field';
import { Input } from '@/app/_ui/input';
import { Select } from '@/app/_ui/select';
import type { Rounding } from '@/lib/contracts/installation';
import { formatDuration } from '@/lib/time/format-duration';
import { roundSeconds } from '@/lib/time/rounding';
import type { TimeFields } from './time-fields';

const modes = [
  { value: 'none', label: 'Not rounded' },
  { value: 'nearest', label: 'To the nearest' },
  { value: 'up', label: 'Always up' },
  { value: 'down', label: 'Always down' },
] as const;
const spans = [
  { value: 'entry', label: 'Each entry' },
  { value: 'day', label: 'Each day of a task' },
] as const;
const exampleSeconds = 37 * 60;

/** Rounding is for reports: what is stored stays exact. */
export function RoundingFields({ form }: { form: UseFormReturn<TimeFields> }) {
  const { errors } = form.formState;
  const rounding = form.watch('rounding');
  return (
    <div className="grid gap-3">
      <Controller
        control={form.control}
        name="rounding.mode"
        render={({ field }) => (
          <Field label="Rounding in reports" hint={hintOf(rounding)}>
            <Select options={modes} value={field.value} onChange={field.onChange} />
          </Field>
        )}
      />
      {rounding.mode !== 'none' && (
        <div className="grid gap-3 sm:grid-cols-2">
          <Field label="Minutes" error={errors.rounding?.minutes?.message}>
            <Input
              type="number"
              inputMode="numeric"
              min={1}
              max={240}
              {...form.register('rounding.minutes', { valueAsNumber: true })}
              className="figures"
            />
          </Field>
          <Controller
            control={form.control}
            name="rounding.per"
            render={({ field }) => (
              <Field label="What is rounded">
                <Select options={spans} value={field.value} onChange={field.onChange} />
              </Field>
            )}
          />
        </div>
      )}
    </div>
  );
}

function hintOf(rounding: Rounding): string {
  if (rounding.mode === 'none') return 'Reports show time to the second it was tracked.';
  if (!Number.isInteger(rounding.minutes) || rounding.minutes < 1) return 'What is stored stays exact.';
  const after = formatDuration(roundSeconds(exampleSeconds, rounding));
  return `${formatDuration(exampleSeconds)} becomes ${after}. What is stored stays exact.`;
}
