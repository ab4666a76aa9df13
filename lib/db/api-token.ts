import { db, type Tx } from './client';
import { type UserRow, userColumns } from './user';

const columns = { id: true, name: true, scope: true, expiresAt: true, lastUsedAt: true, createdAt: true } as const;

export interface ApiTokenRow {
  id: string;
  name: string;
  scope: string;
  expiresAt: Date | null;
  lastUsedAt: Date | null;
  createdAt: Date;
}

export interface NewApiTokenRow {
  id: string;
  userId: string;
  name: string;
  tokenHash: string;
  scope: string;
  expiresAt: Date | null;
  createdAt: Date;
}

export function listApiTokens(userId: string, tx: Tx = db()): Promise<ApiTokenRow[]> {
  return tx.apiToken.findMany({ where: { userId }, select: columns, orderBy: [{ createdAt: 'desc' }, { id: 'desc' }] });
}

export function getApiTokenByHash(tokenHash: string, tx: Tx = db()): Promise<(ApiTokenRow & { user: UserRow }) | null> {
  return tx.apiToken.findUnique({ where: { tokenHash }, select: { ...columns, user: { select: userColumns } } });
}

export function createApiToken(token: NewApiTokenRow, tx: Tx = db()): Promise<ApiTokenRow> {
  return tx.apiToken.create({ data: token, select: columns });
}

/** Notes the use, but only when the last noted one is before `notedBefore`: a busy client must not cause a write a call. */
export async function updateApiTokenUse(tokenId: string, now: Date, notedBefore: Date, tx: Tx = db()): Promise<void> {
  await tx.apiToken.updateMany({
    where: { id: tokenId, OR: [{ lastUsedAt: null }, { lastUsedAt: { lt: notedBefore } }] },
    data: { lastUsedAt: now },
  });
}

/** False when this person has no such token. */
export async function deleteApiToken(tokenId: string, userId: string, tx: Tx = db()): Promise<boolean> {
  const { count } = await tx.apiToken.deleteMany({ where: { id: tokenId, userId } });
  return count === 1;
}

export async function deleteApiTokens(userId: string, tx: Tx = db()): Promise<void> {
  await tx.apiToken.deleteMany({ where: { userId } });
}
