'use client';

import { useState } from 'react';
import { Button } from '@/app/_ui/button';
import { formatDay } from '@/app/_ui/format-time';
import { Input } from '@/app/_ui/input';
import { useTimeZone } from '@/app/_ui/time-zone-context';
import { dayIn } from '@/app/(signed-in)/tasks/day-in';
import { days } from '@/lib/kit/sleep';

type DueDatePickerProps = { value: string | null; onChoose: (day: string | null) => void };

/** The days that are chosen most, and any other. */
export function DueDatePicker({ value, onChoose }: DueDatePickerProps) {
  const timeZone = useTimeZone();
  const [typed, setTyped] = useState(value ?? '');
  const today = Date.parse(dayIn(timeZone, Date.now()));
  const near = [
    { label: 'Today', after: 0 },
    { label: 'Tomorrow', after: 1 },
    { label: 'In a week', after: 7 },
  ].map(({ label, after }) => ({ label, day: new Date(today + days(after)).toISOString().slice(0, 10) }));
  const isDay = /^\d{4}-\d\d-\d\d$/.test(typed);
  return (
    <div className="flex flex-col gap-1">
      <form
        className="flex gap-2 p-1"
        onSubmit={(event) => {
          event.preventDefault();
          if (isDay) onChoose(typed);
        }}
      >
        <Input
          type="date"
          aria-label="Due date"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          className="min-w-0 flex-1"
        />
        <Button type="submit" variant="primary" aria-disabled={!isDay}>
          Set
        </Button>
      </form>
      {near.map(({ label, day }) => (
        <Button key={label} variant="ghost" block className="justify-between" onClick={() => onChoose(day)}>
          {label}
          <span className="text-faint text-xs">{formatDay(Date.parse(day), Date.now(), 'UTC')}</span>
        </Button>
      ))}
      {value !== null && (
        <Button variant="ghost" block className="justify-start" onClick={() => onChoose(null)}>
          No due date
        </Button>
      )}
    </div>
  );
}
