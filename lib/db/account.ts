import { newId } from '@/lib/kit/new-id';
import { db, type Tx } from './client';

// The names that better-auth gives to an e-mail and password account.
const provider = 'credential';

export async function getPasswordHash(userId: string, tx: Tx = db()): Promise<string | null> {
  const account = await tx.account.findFirst({ where: { userId, providerId: provider }, select: { password: true } });
  return account?.password ?? null;
}

export async function createPasswordAccount(
  userId: string,
  passwordHash: string,
  now: Date,
  tx: Tx = db(),
): Promise<void> {
  const data = {
    id: newId(now.getTime()),
    userId,
    accountId: userId,
    providerId: provider,
    password: passwordHash,
    createdAt: now,
    updatedAt: now,
  };
  await tx.account.create({ data, select: { id: true } });
}

export async function updatePasswordHash(userId: string, passwordHash: string, tx: Tx = db()): Promise<void> {
  await tx.account.updateMany({ where: { userId, providerId: provider }, data: { password: passwordHash } });
}
