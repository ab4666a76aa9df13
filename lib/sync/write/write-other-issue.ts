import { listTeamScopes } from '@/lib/db/team-scope';
import { AppError } from '@/lib/errors/app-error';
import { type NamedIssue, readIssueName } from '@/lib/linear/live-issue-name';
import type { WriteAccess } from './write-access';
import { goneError, inTheirWords } from './write-errors';

/**
 * Another issue, by its identifier or UUID. The key may see more teams than are synced: one of those is as good as none, or
 * whoever may write could read the titles of its issues one by one.
 */
export async function findOtherIssue(
  { client, connection, signal, actor }: WriteAccess,
  name: string,
): Promise<NamedIssue> {
  const asked = /^[a-z][a-z0-9_]*-\d+$/i.test(name) ? name.toUpperCase() : name.toLowerCase();
  const found = await inTheirWords(actor.timeZone, () => readIssueName(client, asked, signal).catch(orNone));
  const scopes = await listTeamScopes(connection.id);
  if (found && scopes.some(({ selected, externalTeamId }) => selected && externalTeamId === found.teamId))
    return found.issue;
  throw goneError(`Linear has no issue ${asked}.`);
}

function orNone(error: unknown): null {
  if (error instanceof AppError && error.code === 'linear_query_refused') return null;
  throw error;
}
