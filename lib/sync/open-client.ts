import type { StoredConnection } from '@/lib/db/connection';
import { LinearClient, type LinearClientOptions } from '@/lib/linear/client';
import { Pacing } from '@/lib/linear/pacing';
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
  connection: Pick<StoredConnection, 'id' | 'keySealed'>,
  access: LinearAccess,
  options: { onWait?: (until: Date | null) => Promise<void> } = {},
): LinearClient {
  return clientWithKey(open(connection.keySealed, connection.id), access, options);
}

export function clientWithKey(
  apiKey: string,
  access: LinearAccess,
  options: { onWait?: (until: Date | null) => Promise<void> } = {},
): LinearClient {
  const { longestWaitMs, ...rest } = access;
  const pacing = new Pacing({ now: access.now, ...(longestWaitMs === undefined ? {} : { longestWaitMs }), ...options });
  const clientOptions: LinearClientOptions = { ...rest, apiKey, pacing };
  return new LinearClient(clientOptions);
}
