import type { Role } from '@/lib/contracts/person';
import { createPasswordAccount } from '@/lib/db/account';
import type { Tx } from '@/lib/db/client';
import { createUser, getUserByEmail } from '@/lib/db/user';
import { AppError } from '@/lib/errors/app-error';
import { newId } from '@/lib/kit/new-id';

export interface NewPerson {
  name: string;
  email: string;
  role: Role;
  timeZone: string;
  passwordHash: string;
  now: Date;
}

/** Throws `email_taken`. Answers the new id. */
export async function createPerson({ passwordHash, now, ...person }: NewPerson, tx: Tx): Promise<string> {
  if (await getUserByEmail(person.email, tx))
    throw new AppError('email_taken', 'Somebody with this e-mail address is here already.');
  const id = newId(now.getTime());
  await createUser({ id, ...person, now }, tx);
  await createPasswordAccount(id, passwordHash, now, tx);
  return id;
}
