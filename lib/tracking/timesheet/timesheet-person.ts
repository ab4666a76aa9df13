import type { PersonActor } from '@/lib/auth/actor';
import type { Tx } from '@/lib/db/client';
import { getUser } from '@/lib/db/user';
import { AppError } from '@/lib/errors/app-error';
import { addDays, type Day, localDay, startOfWeek } from '@/lib/time/local-day';
import { refuseOthers } from '@/lib/tracking/entry-checks';

export interface SheetPerson {
  userId: string;
  name: string;
  timeZone: string;
  weekStart: number;
  weekTargetMinutes: number;
}

/** Whose sheet is meant: the actor's own, or for admins anybody's. */
export async function chooseSheetPerson(actor: PersonActor, userId: string | undefined, tx?: Tx): Promise<SheetPerson> {
  if (userId === undefined || userId === actor.userId) return actor;
  refuseOthers(actor, userId);
  const user = await getUser(userId, tx);
  if (user !== null) return { ...user, userId };
  const message = 'There is no such person.';
  throw new AppError('validation_failed', message, { errors: [{ path: 'userId', message }] });
}

/** The first day of the week that a day is in, today's by default. */
export function weekOf({ timeZone, weekStart }: SheetPerson, day: Day | undefined, now: Date): Day {
  return startOfWeek(day ?? localDay(now, timeZone), weekStart);
}

export function lastDayOf(weekOn: Day): Day {
  return addDays(weekOn, 6);
}
