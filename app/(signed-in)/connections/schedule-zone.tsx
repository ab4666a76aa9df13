'use client';

import { Button } from '@/app/_ui/button';
import { useTimeZone } from '@/app/_ui/time-zone-context';
import type { ScheduleValue } from './schedule-fields';

type ScheduleZoneProps = { value: ScheduleValue; onChange: (schedule: ScheduleValue) => void };

/** Says so when the schedule runs by the clock of another zone than the person's. */
export function ScheduleZone({ value, onChange }: ScheduleZoneProps) {
  const timeZone = useTimeZone();
  if (value.timeZone === timeZone) return null;
  return (
    <div className="flex flex-wrap items-center gap-2 text-muted text-xs">
      The schedule follows the clock of {value.timeZone}.
      <Button size="sm" variant="ghost" onClick={() => onChange({ ...value, timeZone })}>
        Use {timeZone}
      </Button>
    </div>
  );
}
