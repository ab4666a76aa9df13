'use client';

import { useState } from 'react';
import { Controller, type UseFormReturn } from 'react-hook-form';
import { Checkbox } from '@/app/_ui/checkbox';
import { Field } from '@/app/_ui/field';
import { TimeInput } from '@/app/(signed-in)/_entries/time-input';
import type { Me, ProfileInput } from '@/lib/contracts/person';
import { parseClock } from '@/lib/time/wall-span';
import { clockOf } from '@/lib/time/work-windows';

const dayMinutes = 24 * 60;
const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;

type Fields = Pick<Me, keyof ProfileInput>;

/** Between these times, on these days, untracked hours are drafted. */
export function WorkHoursFields({ form: { control, watch } }: { form: UseFormReturn<Fields> }) {
  const weekStart = watch('weekStart');
  return (
    <fieldset className="grid min-w-0 grid-cols-1 gap-2">
      <legend className="sr-only">Working hours</legend>
      <div className="flex flex-wrap gap-4">
        <Controller
          control={control}
          name="workStartMinutes"
          render={({ field, fieldState }) => (
            <ClockField
              label="Work starts"
              value={field.value}
              onChange={field.onChange}
              error={fieldState.error?.message}
            />
          )}
        />
        <Controller
          control={control}
          name="workEndMinutes"
          render={({ field, fieldState }) => (
            <ClockField
              label="Work ends"
              value={field.value}
              // The end of the day is midnight too.
              onChange={(minutes) => field.onChange(minutes === 0 ? dayMinutes : minutes)}
              error={fieldState.error?.message}
            />
          )}
        />
      </div>
      <Controller
        control={control}
        name="workDays"
        render={({ field }) => (
          <div className="flex flex-wrap gap-x-4 gap-y-1">
            {weekdays
              .map((_, place) => (place + weekStart) % weekdays.length)
              .map((day) => (
                <Checkbox
                  key={day}
                  label={weekdays[day]}
                  checked={field.value.includes(day)}
                  onCheckedChange={(isOn) =>
                    field.onChange(isOn ? [...field.value, day].sort() : field.value.filter((each) => each !== day))
                  }
                />
              ))}
          </div>
        )}
      />
      <p className="text-muted text-xs">Reconstruct on the timesheet drafts untracked time in these hours only.</p>
    </fieldset>
  );
}

type ClockFieldProps = {
  label: string;
  /** Minutes of the day, NaN for what cannot be read. */
  value: number;
  onChange: (minutes: number) => void;
  error: string | undefined;
};

function ClockField({ label, value, onChange, error }: ClockFieldProps) {
  const [text, setText] = useState(clockOf(value % dayMinutes));
  return (
    <Field label={label} error={error} className="w-32">
      <TimeInput
        value={text}
        className="figures"
        onChange={(typed) => {
          setText(typed);
          onChange(minutesOf(typed));
        }}
      />
    </Field>
  );
}

function minutesOf(text: string): number {
  const [hours, minutes] = (parseClock(text) ?? '').split(':').map(Number);
  return hours === undefined || minutes === undefined ? Number.NaN : hours * 60 + minutes;
}
