import { db, type Tx } from './client';

const columns = {
  currency: true,
  overlaps: true,
  lockBefore: true,
  roundingMode: true,
  roundingMinutes: true,
  roundingPer: true,
  membersSeeMoney: true,
} as const;

export interface InstallationRow {
  currency: string;
  overlaps: string;
  /** YYYY-MM-DD; days before it are locked. */
  lockBefore: string | null;
  roundingMode: string;
  roundingMinutes: number;
  roundingPer: string;
  membersSeeMoney: boolean;
}

const id = 'installation';
/** What holds until an admin says otherwise; the columns have the same defaults. */
const untouched: InstallationRow = {
  currency: 'EUR',
  overlaps: 'allow',
  lockBefore: null,
  roundingMode: 'none',
  roundingMinutes: 15,
  roundingPer: 'entry',
  membersSeeMoney: false,
};

export async function getInstallation(tx: Tx = db()): Promise<InstallationRow> {
  return (await tx.installation.findUnique({ where: { id }, select: columns })) ?? untouched;
}

export async function updateInstallation(change: Partial<InstallationRow>, now: Date, tx: Tx = db()): Promise<void> {
  const data = { ...change, updatedAt: now };
  await tx.installation.upsert({ where: { id }, create: { id, ...data }, update: data, select: { id: true } });
}
