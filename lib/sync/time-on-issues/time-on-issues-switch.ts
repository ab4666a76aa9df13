import { config } from '@/lib/config/config';
import type { ConnectionChange } from '@/lib/contracts/connection';
import type { Tx } from '@/lib/db/client';
import type { ConnectionUpdate, StoredConnection } from '@/lib/db/connection';
import { clearDue } from '@/lib/db/time-attachment';
import { AppError } from '@/lib/errors/app-error';
import { readOnlyKey } from '@/lib/sync/write/write-access';

/** Where this server is reached, for links at Linear. Null: nobody has said. */
export function linkBase(): string | null {
  return config().baseUrl ?? null;
}

export function noAddress(): AppError {
  const message = 'The address of this server is not known, and each issue is to link back to it.';
  return new AppError('validation_failed', message, {
    hint: 'Set BASE_URL to the address that people open Trackline at, and start it again.',
    errors: [{ path: 'timeOnIssues', message }],
  });
}

/**
 * Switches time on issues and comments on stop. What is at Linear stays there when it is switched off: taking it away is
 * asked for apart. `scopes` is what the key was just found to be able to do.
 */
export async function switchTime(
  connection: StoredConnection,
  change: ConnectionChange,
  scopes: ConnectionUpdate,
  tx: Tx,
): Promise<ConnectionUpdate> {
  const { timeOnIssues, commentOnStop, writeBack = connection.writeBack } = change;
  const canWrite = scopes.keyCanWrite ?? connection.keyCanWrite;
  const isNew = timeOnIssues === true && !connection.timeOnIssues;
  if (isNew && linkBase() === null) throw noAddress();
  if (isNew && canWrite === false) throw readOnlyKey();
  if (commentOnStop === true && writeBack === 'off')
    throw new AppError('write_back_off', 'Comments are written to Linear, and writing there is off.', {
      hint: 'Turn on writing to Linear first, then this.',
    });
  if (timeOnIssues === false && connection.timeOnIssues) await clearDue(connection.id, tx);
  // Everything is looked at once when it begins, and when other teams are synced.
  const isLookedAtAnew = isNew || change.teamKeys !== undefined;
  return {
    ...(timeOnIssues === undefined ? {} : { timeOnIssues }),
    ...(commentOnStop === undefined ? {} : { commentOnStop }),
    ...(isLookedAtAnew ? { timeSweptAt: null } : {}),
  };
}
