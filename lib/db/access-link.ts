import { db, type Tx } from './client';

const columns = {
  id: true,
  kind: true,
  email: true,
  role: true,
  userId: true,
  expiresAt: true,
  usedAt: true,
  createdAt: true,
} as const;

export interface AccessLinkRow {
  id: string;
  kind: string;
  email: string;
  role: string;
  userId: string | null;
  expiresAt: Date;
  usedAt: Date | null;
  createdAt: Date;
}

export interface NewAccessLinkRow {
  id: string;
  tokenHash: string;
  kind: 'invite' | 'reset';
  email: string;
  role: string;
  userId: string | null;
  createdById: string;
  expiresAt: Date;
  createdAt: Date;
}

/** Unused invites, newest first; the expired ones too, so that an admin sees why nobody came. */
export function listOpenInvites(tx: Tx = db()): Promise<AccessLinkRow[]> {
  return tx.accessLink.findMany({
    where: { kind: 'invite', usedAt: null },
    select: columns,
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  });
}

export function getAccessLinkByHash(tokenHash: string, tx: Tx = db()): Promise<AccessLinkRow | null> {
  return tx.accessLink.findUnique({ where: { tokenHash }, select: columns });
}

export function createAccessLink(link: NewAccessLinkRow, tx: Tx = db()): Promise<AccessLinkRow> {
  return tx.accessLink.create({ data: link, select: columns });
}

/** Marks the link used; false when somebody else was first. */
export async function updateAccessLinkUsed(linkId: string, now: Date, tx: Tx = db()): Promise<boolean> {
  const { count } = await tx.accessLink.updateMany({ where: { id: linkId, usedAt: null }, data: { usedAt: now } });
  return count === 1;
}

/** False when there is no such unused link. */
export async function deleteAccessLink(linkId: string, tx: Tx = db()): Promise<boolean> {
  const { count } = await tx.accessLink.deleteMany({ where: { id: linkId, usedAt: null } });
  return count === 1;
}

export async function deleteOpenAccessLinks(email: string, tx: Tx = db()): Promise<void> {
  await tx.accessLink.deleteMany({ where: { email, usedAt: null } });
}

/** Those that this person handed out. */
export async function deleteOpenAccessLinksBy(createdById: string, tx: Tx = db()): Promise<void> {
  await tx.accessLink.deleteMany({ where: { createdById, usedAt: null } });
}
