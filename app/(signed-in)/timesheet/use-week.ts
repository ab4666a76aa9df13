'use client';

import { createParser, parseAsString, useQueryStates } from 'nuqs';
import { useNow } from '@/app/_ui/use-now';
import { usePerson } from '@/app/(signed-in)/_frame/person-context';
import { addDays, type Day, localDay, startOfWeek } from '@/lib/time/local-day';

const parseAsDay = createParser<Day>({
  parse: (text) => (isDay(text) ? text : null),
  serialize: (day) => day,
});

const parsers = { on: parseAsDay, user: parseAsString };

export type WeekState = ReturnType<typeof useWeek>;

/** Which week, and whose, as the address has it: `?on=2026-11-16&user=…`. */
export function useWeek() {
  const { id: ownId, timeZone, weekStart } = usePerson();
  const [{ on: chosen, user }, set] = useQueryStates(parsers, { history: 'push' });
  const today = localDay(new Date(useNow()), timeZone);
  const on = chosen ?? today;
  const userId = user === null || user === ownId ? undefined : user;
  return {
    /** A day of the week; on a phone the one that is shown. */
    on,
    /** What the address says; undefined: today. */
    chosen: chosen ?? undefined,
    /** Undefined: one's own. */
    userId,
    // One's own week has one address in the cache, whichever of its days is asked for.
    query: { week: userId === undefined ? startOfWeek(on, weekStart) : on, userId },
    show: (day: Day) => void set({ on: day === today ? null : day }),
    shift: (weeks: number) => void set({ on: addDays(on, weeks * 7) }),
    showToday: () => void set({ on: null }),
    showPerson: (personId: string) => void set({ user: personId === ownId ? null : personId }),
  };
}

function isDay(text: string): boolean {
  const at = Date.parse(`${text}T00:00:00Z`);
  return /^(19|20|21)\d\d-\d\d-\d\d$/.test(text) && !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}
