import type { ConnectionChange } from '@/lib/contracts/connection';
import type { ConnectionUpdate, StoredConnection } from '@/lib/db/connection';
import { normalizeKey } from '@/lib/linear/normalize-key';
import { probeIsAdmin, probeScopes } from '@/lib/linear/probe-scopes';
import { open } from '@/lib/secrets/sealed';
import { forPerson } from '@/lib/sync/open-client';
import type { Calling } from '@/lib/sync/test-key';
import { inTheirWords } from './write-errors';

/**
 * What the key may do, asked whenever a part that writes is saved as on, and when the key changes. Where nothing writes,
 * nothing is tried: then it is not known.
 */
export async function askScopes(
  connection: StoredConnection,
  change: ConnectionChange,
  { access, signal }: Calling,
): Promise<ConnectionUpdate> {
  const { apiKey, writeBack = connection.writeBack, timeOnIssues = connection.timeOnIssues } = change;
  const isAsked = apiKey !== undefined || change.writeBack !== undefined || change.timeOnIssues !== undefined;
  const writes = writeBack !== 'off' || timeOnIssues;
  if (!isAsked || (apiKey === undefined && !writes)) return {};
  const key = apiKey === undefined ? open(connection.keySealed, connection.id) : normalizeKey(apiKey);
  const { client, writer } = forPerson(key, access);
  return inTheirWords('UTC', async () => {
    if (!writes) return { keyCanWrite: null, keyIsAdmin: await probeIsAdmin(client, signal) };
    const { canWrite, isAdmin } = await probeScopes(client, writer, signal);
    return { keyCanWrite: canWrite, keyIsAdmin: isAdmin };
  });
}
