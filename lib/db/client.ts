import { config } from '@/lib/config/config';
import { PrismaClient } from './generated/client';
import { SqliteAdapterFactory } from './sqlite-adapter';

/** What a query may be given: the client itself, or a transaction. */
export type Tx = Omit<PrismaClient, '$connect' | '$disconnect' | '$on' | '$transaction' | '$extends'>;

// Next bundles instrumentation and each route apart; the process must still have one client, and so one writer.
const shared = globalThis as typeof globalThis & {
  tracklineDatabase?: { url: string; client: PrismaClient } | undefined;
};

/** The process's database. Only `lib/db` may use it; everyone else calls this room's functions. */
export function db(): PrismaClient {
  const { databaseUrl } = config();
  if (shared.tracklineDatabase?.url !== databaseUrl) {
    const client = new PrismaClient({
      adapter: new SqliteAdapterFactory(databaseUrl),
      transactionOptions: { maxWait: 30_000, timeout: 60_000 },
    });
    shared.tracklineDatabase = { url: databaseUrl, client };
  }
  return shared.tracklineDatabase.client;
}

/** All of `work` or nothing. Writers take turns, so keep it short and never wait for the network inside. */
export function inTransaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return db().$transaction((tx) => work(tx));
}

export async function closeDatabase(): Promise<void> {
  const open = shared.tracklineDatabase;
  shared.tracklineDatabase = undefined;
  await open?.client.$disconnect();
}
