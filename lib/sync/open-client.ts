import type { StoredConnection } from '@/lib/db/connection';
import { seconds } from '@/lib/kit/sleep';
import { LinearClient, type LinearClientOptions } from '@/lib/linear/client';
import { Pacing } from '@/lib/linear/pacing';
import { LinearWriter } from '@/lib/linear/write-client';
import { open } from '@/lib/secrets/sealed';

/** How this process reaches Linear. Tests and the benchmark bring their own address and patience. */
export interface LinearAccess {
  url: string;
  now: () => Date;
  timeoutMs?: number;
  retryBudgetMs?: number;
  firstBackoffMs?: number;
  longestWaitMs?: number;
  pageSize?: number;
}

export function openClient(
  connection: Pick<StoredConnection, 'id' | 'keySealed' | 'descriptions'>,
  access: LinearAccess,
  options: { onWait?: (until: Date | null) => Promise<void> } = {},
): LinearClient {
  const { id, keySealed, descriptions } = connection;
  return clientWithKey(open(keySealed, id), access, { ...options, descriptions });
}

export function clientWithKey(
  apiKey: string,
  access: LinearAccess,
  { descriptions = false, ...options }: { onWait?: (until: Date | null) => Promise<void>; descriptions?: boolean } = {},
): LinearClient {
  const { longestWaitMs, ...rest } = access;
  const pacing = new Pacing({ now: access.now, ...(longestWaitMs === undefined ? {} : { longestWaitMs }), ...options });
  const clientOptions: LinearClientOptions = { ...rest, apiKey, pacing, descriptions };
  return new LinearClient(clientOptions);
}

/** For a person who waits: nothing waits for a far reset, and the reserve that a sync leaves to the owner of the key is theirs. */
export function openForPerson(
  connection: Pick<StoredConnection, 'id' | 'keySealed'>,
  access: LinearAccess,
): { client: LinearClient; writer: LinearWriter } {
  return forPerson(open(connection.keySealed, connection.id), access);
}

export function forPerson(apiKey: string, access: LinearAccess): { client: LinearClient; writer: LinearWriter } {
  const { longestWaitMs, ...rest } = access;
  const pacing = new Pacing({ now: access.now, reserve: 0, longestWaitMs: 0 });
  const patience = { retryBudgetMs: seconds(5), timeoutMs: seconds(20), ...rest };
  return {
    client: new LinearClient({ ...patience, apiKey, pacing }),
    writer: new LinearWriter({ ...patience, apiKey, pacing }),
  };
}
