import type { Timesheet } from '@/lib/contracts/timesheet';
import { dateName } from './week-words';

export type SheetDay = Timesheet['days'][number] & {
  isToday: boolean;
  /** Why nothing can be typed there; null when it can. */
  closed: string | null;
};

/** The days of a sheet as this person may use them. */
export function sheetDays({ days, today, lockBefore }: Timesheet, isAdmin: boolean): SheetDay[] {
  return days.map((day) => ({
    ...day,
    isToday: day.on === today,
    closed:
      day.isLocked && !isAdmin
        ? `Days before ${lockBefore === null ? '' : dateName(lockBefore)} are locked. Ask an admin to change them.`
        : day.on > today
          ? 'This day has not come yet.'
          : null,
  }));
}
