import { prismaAdapter } from 'better-auth/adapters/prisma';
import { db } from './client';

type Adapter = ReturnType<typeof prismaAdapter>;

const adapters = new WeakMap<object, Adapter>();

/** The tables of people and sessions as better-auth wants them; the same object as long as the database is the same. */
export function accountAdapter(): Adapter {
  const client = db();
  const known = adapters.get(client);
  if (known) return known;
  const adapter = prismaAdapter(client, { provider: 'sqlite' });
  adapters.set(client, adapter);
  return adapter;
}
