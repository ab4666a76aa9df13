import { db, type Tx } from './client';

export const userColumns = {
  id: true,
  name: true,
  email: true,
  role: true,
  timeZone: true,
  weekStart: true,
  timerLimitMinutes: true,
  weekTargetMinutes: true,
  workStartMinutes: true,
  workEndMinutes: true,
  workDays: true,
  deactivatedAt: true,
  createdAt: true,
} as const;

export interface UserRow {
  id: string;
  name: string;
  email: string;
  role: string;
  timeZone: string;
  weekStart: number;
  timerLimitMinutes: number;
  weekTargetMinutes: number;
  workStartMinutes: number;
  workEndMinutes: number;
  workDays: string;
  deactivatedAt: Date | null;
  createdAt: Date;
}

export function getUserCount(tx: Tx = db()): Promise<number> {
  return tx.user.count();
}

export function getActiveAdminCount(tx: Tx = db()): Promise<number> {
  return tx.user.count({ where: { role: 'admin', deactivatedAt: null } });
}

export function getUser(userId: string, tx: Tx = db()): Promise<UserRow | null> {
  return tx.user.findUnique({ where: { id: userId }, select: userColumns });
}

export function getUserByEmail(email: string, tx: Tx = db()): Promise<UserRow | null> {
  return tx.user.findUnique({ where: { email }, select: userColumns });
}

/** By id. */
export async function listUserNames(userIds: string[], tx: Tx = db()): Promise<Map<string, string>> {
  const users = await tx.user.findMany({ where: { id: { in: userIds } }, select: { id: true, name: true } });
  return new Map(users.map(({ id, name }) => [id, name]));
}

export interface UserWithLastSeen extends UserRow {
  lastSeenAt: Date | null;
}

/** Everyone, by name. `lastSeenAt` is as exact as sessions and tokens note their use. */
export async function listUsers(tx: Tx = db()): Promise<UserWithLastSeen[]> {
  const users = await tx.user.findMany({
    select: {
      ...userColumns,
      sessions: { select: { updatedAt: true }, orderBy: { updatedAt: 'desc' }, take: 1 },
      tokens: {
        select: { lastUsedAt: true },
        where: { lastUsedAt: { not: null } },
        orderBy: { lastUsedAt: 'desc' },
        take: 1,
      },
    },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  });
  return users.map(({ sessions, tokens, ...user }) => ({
    ...user,
    lastSeenAt: latest(sessions[0]?.updatedAt, tokens[0]?.lastUsedAt),
  }));
}

function latest(...instants: (Date | null | undefined)[]): Date | null {
  const known = instants.filter((instant) => instant instanceof Date);
  return known.reduce<Date | null>((last, instant) => (last === null || instant > last ? instant : last), null);
}

export interface NewUser {
  id: string;
  name: string;
  email: string;
  role: string;
  timeZone: string;
  now: Date;
}

export async function createUser({ now, ...user }: NewUser, tx: Tx = db()): Promise<void> {
  await tx.user.create({
    data: { ...user, emailVerified: true, createdAt: now, updatedAt: now },
    select: { id: true },
  });
}

export type UserChange = Partial<Omit<UserRow, 'id' | 'email' | 'createdAt'>>;

export function updateUser(userId: string, change: UserChange, tx: Tx = db()): Promise<UserRow> {
  return tx.user.update({ where: { id: userId }, data: change, select: userColumns });
}
