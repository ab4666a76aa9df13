import { type ConnectionUpdate, updateConnection } from '@/lib/db/connection';
import { clearMissing, countMissing, listMissing, type MissingTask } from '@/lib/db/missing-task';
import { listTeamScopes } from '@/lib/db/team-scope';
import { AppError } from '@/lib/errors/app-error';
import { type FoundIssues, readIssuesById } from '@/lib/linear/read-issues';
import { applyIssues } from './apply-issues';
import type { Checkpoint } from './checkpoint';
import { isLargeRemoval, markGone } from './mark-gone';
import { applyContext, quotaText, type Storing, storing } from './store';
import { progressOf, type WalkState } from './walk-state';

/**
 * After every team was walked to its end: what the walks did not meet is asked for by id. What is found is stored as
 * it is now; what Linear does not know any more is marked gone. Answers the pages that are left; null: they ended first.
 */
export async function settleMissing(at: Storing, state: WalkState, budget: number): Promise<number | null> {
  const { connection } = at;
  let { checkpoint } = state;
  const { candidates, live } = await countMissing(connection.id);
  // Waits for a person, unless the issues came back by themselves.
  if (checkpoint.removal?.state === 'blocked' && candidates > 0) return budget;
  if (candidates > 0 && checkpoint.removal?.state !== 'approved') {
    const wasEmpty = state.walks.every(({ seen }) => seen === 0);
    if (wasEmpty || isLargeRemoval(candidates, live)) await refuse(at, checkpoint, candidates, live);
    checkpoint = { ...checkpoint, removal: { state: 'approved', candidates, live } };
    await saveCheckpoint(at, checkpoint);
  }
  let left = budget;
  for (; ; left--) {
    const missing = await listMissing(connection.id, at.client.pageSize);
    if (missing.length === 0) break;
    if (left <= 0) return null;
    await settlePage(at, missing, { ...state, checkpoint });
  }
  await finishPass(at, checkpoint);
  return left;
}

/** Only while the run is held: a process that lost it must not write back what it remembers. */
async function saveCheckpoint(at: Storing, checkpoint: Checkpoint, change: ConnectionUpdate = {}): Promise<void> {
  await storing(at.signal, async (tx) => {
    await at.held.save({}, tx);
    await updateConnection(at.connection.id, { checkpoint: JSON.stringify(checkpoint), ...change }, tx);
  });
}

/** Not answered, though the key can see the team: Linear does not know the issue any more. */
export function listGone<T extends { externalId: string; teamId: string | null }>(
  missing: T[],
  page: FoundIssues,
): T[] {
  const found = new Set([...page.issues, ...page.unreadable].map(({ id }) => id));
  return missing.filter(
    ({ externalId, teamId }) => !found.has(externalId) && teamId !== null && page.visibleTeamIds.has(teamId),
  );
}

async function settlePage(at: Storing, missing: MissingTask[], state: WalkState): Promise<void> {
  const { connection, held, client } = at;
  const asked = missing.map(({ externalId, teamId }) => ({ id: externalId, teamId }));
  const page = await readIssuesById(client, asked, at.signal);
  const gone = listGone(missing, page);
  const applied = await storing(at.signal, async (tx) => {
    const scopes = await listTeamScopes(connection.id, tx);
    const outcome = await applyIssues(page, await applyContext(at, scopes, tx), tx);
    // Also those whose team is not synced: they are somewhere, which is all that was asked.
    await clearMissing(
      missing.map(({ id }) => id),
      tx,
    );
    await markGone(connection.id, gone, { runId: held.lease.runId, at: at.now() }, tx);
    const counts = { ...outcome.counts, gone: outcome.counts.gone + gone.length };
    const settled = { counts, failures: outcome.failures };
    const progress = progressOf(state, held.counts.fetched + counts.fetched);
    await updateConnection(connection.id, { quota: quotaText(client) }, tx);
    await held.save(held.numbers(client, { applied: settled, pages: 1, progress }), tx);
    return settled;
  });
  held.note(applied, 1);
}

async function refuse(at: Storing, checkpoint: Checkpoint, candidates: number, live: number): Promise<never> {
  const blocked: Checkpoint = {
    ...checkpoint,
    fullPassStartedAt: null,
    removal: { state: 'blocked', candidates, live },
  };
  await saveCheckpoint(at, blocked, { lastFullPassAt: at.now() });
  throw largeRemoval(candidates, live);
}

export function largeRemoval(candidates: number, live: number): AppError {
  return new AppError(
    'large_removal',
    `Linear no longer shows ${candidates} of ${live} issues. Their tasks were left as they are.`,
    {
      hint: 'If the key lost access to a team, give it back. If the issues were really deleted, confirm the removal. Tasks and their time are kept in any case.',
    },
  );
}

async function finishPass(at: Storing, checkpoint: Checkpoint): Promise<void> {
  const { connection } = at;
  const isPass = checkpoint.fullPassStartedAt !== null || connection.lastFullPassAt === null;
  if (!isPass && checkpoint.removal === null) return;
  const finished: Checkpoint = { ...checkpoint, fullPassStartedAt: null, removal: null };
  await saveCheckpoint(at, finished, isPass ? { lastFullPassAt: at.now() } : {});
}
