import type { PersonActor } from '@/lib/auth/actor';
import type { Tx } from '@/lib/db/client';
import type { InstallationRow } from '@/lib/db/installation';
import { getTimeEntry, listOverlappingEntries, type TimeEntryRow } from '@/lib/db/time-entry';
import { getUser } from '@/lib/db/user';
import { AppError } from '@/lib/errors/app-error';
import { type Day, localTime } from '@/lib/time/local-day';
import type { EntrySpan } from './entry-span';

export interface EntryOwner {
  userId: string;
  timeZone: string;
}

/** Whose time is meant: the actor's own, or for admins anybody's. */
export async function chooseOwner(actor: PersonActor, userId: string | undefined, tx?: Tx): Promise<EntryOwner> {
  if (userId === undefined || userId === actor.userId) return { userId: actor.userId, timeZone: actor.timeZone };
  refuseOthers(actor, userId);
  const user = await getUser(userId, tx);
  if (user === null) {
    const message = 'There is no such person.';
    throw new AppError('validation_failed', message, { errors: [{ path: 'userId', message }] });
  }
  return { userId, timeZone: user.timeZone };
}

/** The entry, if the actor may see and change it: their own, or any for admins. */
export async function requireEntry(actor: PersonActor, entryId: string, tx?: Tx): Promise<TimeEntryRow> {
  const entry = await getTimeEntry(entryId, tx);
  if (entry === null) throw noSuchEntry();
  refuseOthers(actor, entry.userId);
  return entry;
}

export function noSuchEntry(): AppError {
  return new AppError('not_found', 'There is no such time entry. It may have been deleted.');
}

export function refuseOthers(actor: PersonActor, userId: string): void {
  if (userId === actor.userId || actor.role === 'admin') return;
  throw new AppError('forbidden', "This is somebody else's time. Only admins can see and change it.");
}

export function isLocked(on: Day, { lockBefore }: Pick<InstallationRow, 'lockBefore'>): boolean {
  return lockBefore !== null && on < lockBefore;
}

/** Nothing before the lock date changes, but by an admin. */
export function refuseLocked(actor: PersonActor, on: Day, installation: InstallationRow, path = 'on'): void {
  if (actor.role === 'admin' || !isLocked(on, installation)) return;
  const message = `Days before ${installation.lockBefore} are locked.`;
  throw new AppError('day_locked', message, {
    hint: 'Ask an admin to make the change.',
    errors: [{ path, message }],
  });
}

/** Where the installation refuses overlaps. A day with a duration overlaps nothing. */
export async function refuseOverlap(
  span: EntrySpan,
  { userId, exceptId, installation, now }: OverlapCheck,
  tx: Tx,
): Promise<void> {
  const { startedAt } = span;
  if (installation.overlaps !== 'refuse' || startedAt === null) return;
  const endedAt = span.endedAt ?? now;
  const [other] = await listOverlappingEntries({ userId, startedAt, endedAt, exceptId, now }, tx);
  if (other !== undefined) throw overlap(other, span.timeZone);
}

interface OverlapCheck {
  userId: string;
  exceptId?: string;
  installation: InstallationRow;
  now: Date;
}

function overlap(other: TimeEntryRow, timeZone: string): AppError {
  const name = other.task?.name ?? other.project.name;
  const from = other.startedAt === null ? '' : localTime(other.startedAt, timeZone);
  const to = other.endedAt === null ? 'now' : localTime(other.endedAt, timeZone);
  const message = `This overlaps with "${name}", ${from} to ${to}.`;
  return new AppError('entry_overlaps', message, {
    hint: 'Choose other times, or change that entry first.',
    errors: [{ path: 'startedAt', message }],
  });
}
