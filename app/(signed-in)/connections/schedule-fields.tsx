'use client';

import { useState } from 'react';
import { Field } from '@/app/_ui/field';
import { Input } from '@/app/_ui/input';
import { Select } from '@/app/_ui/select';
import { Switch } from '@/app/_ui/switch';
import { NextRuns } from './next-runs';
import { type Frequency, frequencyOptions, readFrequency, readTime, writeCron, writeDaily } from './schedule-choice';
import { ScheduleZone } from './schedule-zone';
import { useSchedulePreview } from './use-schedule-preview';

export type ScheduleValue = { enabled: boolean; cron: string; timeZone: string };

type ScheduleFieldsProps = {
  value: ScheduleValue;
  onChange: (schedule: ScheduleValue) => void;
  error?: string | undefined;
};

export function ScheduleFields({ value, onChange, error }: ScheduleFieldsProps) {
  // Once the expression itself is in hand, it stays so, even when it spells one of the simple choices.
  const [isByHand, setIsByHand] = useState(false);
  const frequency = isByHand ? 'cron' : readFrequency(value.cron);
  const preview = useSchedulePreview(value);
  const cronError = error ?? preview.refusal;
  const choose = (next: Frequency) => {
    setIsByHand(next === 'cron');
    onChange({ ...value, cron: writeCron(next, value.cron) });
  };
  return (
    <div className="flex flex-col gap-3">
      <Switch
        label="Sync on a schedule"
        hint={value.enabled ? 'Changes in Linear come over by themselves.' : 'Only Sync now brings changes.'}
        checked={value.enabled}
        onCheckedChange={(enabled) => onChange({ ...value, enabled })}
      />
      {value.enabled && (
        <>
          <div className="grid gap-3 sm:grid-cols-2">
            <Field label="How often" error={frequency === 'cron' ? undefined : cronError}>
              <Select options={frequencyOptions} value={frequency} onChange={choose} />
            </Field>
            {frequency === 'daily' && (
              <Field label="At">
                <Input
                  type="time"
                  required
                  value={readTime(value.cron) ?? ''}
                  // An emptied time field says "": the last full time stays.
                  onChange={({ target }) => target.value && onChange({ ...value, cron: writeDaily(target.value) })}
                />
              </Field>
            )}
            {frequency === 'cron' && (
              <Field label="Cron expression" error={cronError} hint="Minute, hour, day of month, month, day of week.">
                <Input
                  value={value.cron}
                  onChange={({ target }) => {
                    setIsByHand(true);
                    onChange({ ...value, cron: target.value });
                  }}
                  placeholder="*/15 8-18 * * 1-5"
                  spellCheck={false}
                  autoComplete="off"
                  className="font-mono"
                />
              </Field>
            )}
          </div>
          <ScheduleZone value={value} onChange={onChange} />
          {!cronError && <NextRuns at={preview.nextRunsAt} />}
        </>
      )}
    </div>
  );
}
