import { config } from '@/lib/config/config';
import type { SetupInput } from '@/lib/contracts/person';
import { inTransaction } from '@/lib/db/client';
import { getUserCount } from '@/lib/db/user';
import { AppError } from '@/lib/errors/app-error';
import { log } from '@/lib/log/log';
import { createPerson } from './create-person';
import { hashPassword } from './password';

export async function isSetUp(): Promise<boolean> {
  return (await getUserCount()) > 0;
}

/** Makes the first admin. Throws `already_set_up` once there is anybody. */
export async function setUp(input: SetupInput, now: Date): Promise<void> {
  const refused = new AppError('already_set_up', 'Trackline is set up already.', {
    hint: 'Sign in, or ask an admin for an invitation.',
  });
  if (await isSetUp()) throw refused;
  const passwordHash = await hashPassword(input.password);
  // Transactions take turns, so of two set-ups at once the second one sees the first one's admin.
  await inTransaction(async (tx) => {
    if ((await getUserCount(tx)) > 0) throw refused;
    const { name, email, timeZone = 'UTC' } = input;
    await createPerson({ name, email, timeZone, role: 'admin', passwordHash, now }, tx);
  });
}

/** Makes the admin of ADMIN_EMAIL and ADMIN_PASSWORD when there is nobody yet; at start. True when it did. */
export async function ensureFirstAdmin(now: Date): Promise<boolean> {
  const { adminEmail, adminPassword } = config();
  if (adminEmail === undefined || adminPassword === undefined || (await isSetUp())) return false;
  try {
    await setUp({ name: adminEmail.split('@')[0] ?? adminEmail, email: adminEmail, password: adminPassword }, now);
  } catch (error) {
    // Another process of the same start was first.
    if (error instanceof AppError && error.code === 'already_set_up') return false;
    throw error;
  }
  log().info({ email: adminEmail }, 'Made the first admin from ADMIN_EMAIL');
  return true;
}
