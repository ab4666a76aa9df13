import type { Stretch } from './day-line';
import { addDays, type Day, instantAt, startOfDay, weekdayOf } from './local-day';

/** The hours of one day in which somebody works. */
export interface WorkWindow extends Stretch {
  on: Day;
}

export interface WorkHours {
  /** Minutes on the clock of the wall; 1,440 is midnight at the end of the day. */
  startMinutes: number;
  endMinutes: number;
  /** 0 is Sunday. */
  weekdays: readonly number[];
}

const dayMinutes = 24 * 60;

/** The working hours of the days that have some. Where the clock changes in between, they are longer or shorter by that. */
export function workWindows(days: readonly Day[], hours: WorkHours, timeZone: string): WorkWindow[] {
  return days
    .filter((on) => hours.weekdays.includes(weekdayOf(on)))
    .map((on) => ({
      on,
      start: wallMinute(on, hours.startMinutes, timeZone),
      end: wallMinute(on, hours.endMinutes, timeZone),
    }))
    .filter(({ start, end }) => start < end);
}

/** Minutes of the day as the clock on the wall shows them: 540 is "09:00", 1,440 "24:00". */
export function clockOf(minutes: number): string {
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
}

function wallMinute(on: Day, minutes: number, timeZone: string): number {
  if (minutes >= dayMinutes) return startOfDay(addDays(on, 1), timeZone).getTime();
  return instantAt(on, clockOf(minutes), timeZone).getTime();
}
