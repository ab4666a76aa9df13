'use client';

import { useMemo } from 'react';
import { Button } from '@/app/_ui/button';
import { Combobox } from '@/app/_ui/combobox';
import { Field } from '@/app/_ui/field';
import { useNow } from '@/app/_ui/use-now';
import { useBrowserValue } from '@/lib/browser/use-browser-value';
import { formatWeekdayClock } from '@/lib/time/format-weekday-clock';
import { listTimeZones } from '@/lib/time/list-time-zones';
import { localTimeZone } from '@/lib/time/local-time-zone';

type TimeZoneFieldProps = { value: string; onChange: (timeZone: string) => void; error: string | undefined };

export function TimeZoneField({ value, onChange, error }: TimeZoneFieldProps) {
  const now = useNow();
  const local = useBrowserValue(localTimeZone);
  // Offsets move only when the clocks change, so the list made at first is good for as long as the form is open.
  // biome-ignore lint/correctness/useExhaustiveDependencies: four hundred formats a tick are too many.
  const options = useMemo(() => listTimeZones(value, now), [value]);
  return (
    <div className="grid grid-cols-1 gap-2">
      <Field
        label="Time zone"
        error={error}
        hint={
          <span suppressHydrationWarning className="figures">
            It is {formatWeekdayClock(now, value)} there now.
          </span>
        }
      >
        <Combobox options={options} value={value} onChange={onChange} searchLabel="Find a time zone" />
      </Field>
      {local !== null && local !== value && (
        <div>
          <Button size="sm" onClick={() => onChange(local)}>
            Use this browser's: {local.replaceAll('_', ' ')}
          </Button>
        </div>
      )}
    </div>
  );
}
