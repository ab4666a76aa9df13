import { inTransaction, type Tx } from '@/lib/db/client';
import { getConnection, type StoredConnection, updateConnection } from '@/lib/db/connection';
import { clearAllMissing, updateMissing } from '@/lib/db/missing-task';
import { deleteRetries } from '@/lib/db/sync-retry';
import { listTeamScopes, restartWalks, type StoredTeamScope, updateTeamScope } from '@/lib/db/team-scope';
import { databaseTrouble } from '@/lib/errors/database-trouble';
import { seconds, sleep } from '@/lib/kit/sleep';
import type { LinearClient } from '@/lib/linear/client';
import type { Look } from '@/lib/linear/look';
import type { IssuePage } from '@/lib/linear/types';
import { walkMirrorsAnew } from '@/lib/sync/mirror/mirror-choice';
import { noteMissedPushes } from '@/lib/sync/push/push-missed';
import { applyContextOf } from './apply-context';
import { type ApplyContext, applyIssues } from './apply-issues';
import { afterLook, type Floors, type LookTimes, readCheckpoint } from './checkpoint';
import type { HeldRun } from './held-run';
import { RunStop } from './run-stop';
import { storeStates } from './store-states';
import { storeTeams } from './store-teams';
import { progressOf, readWalk, type Step, type TeamWalk, type WalkState } from './walk-state';

/** What storing needs to know of the run that it stores for. */
export interface Storing {
  connection: StoredConnection;
  held: HeldRun;
  client: LinearClient;
  now: () => Date;
  signal: AbortSignal;
}

/** A whole page in one transaction, retried while another process holds the database. */
export async function storing<T>(signal: AbortSignal, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await inTransaction(work);
    } catch (error) {
      const trouble = databaseTrouble(error);
      if (!trouble) throw error;
      if (trouble.code !== 'database_busy' || attempt === 4) throw trouble;
      await sleep(seconds(attempt), signal);
    }
  }
}

const nothing: IssuePage = { issues: [], unreadable: [], hasNextPage: false };

/**
 * Stores what the look brought: teams, states, the newest changes, and the checkpoint that follows from them. The look is
 * every run's one request and no page: if it were, a bound of one would never import the rest where something always changes.
 */
export async function storeLook(
  at: Storing,
  look: Look,
  asked: { floors: Floors; retryIds: string[]; times: LookTimes; startFullPass: boolean; allowLargeRemoval: boolean },
): Promise<WalkState> {
  const { connection, held, client } = at;
  const stored = await storing(at.signal, async (tx) => {
    const scopes = await storeTeams(connection, look.workspace, look.teams, { now: at.now(), tx });
    const context = await applyContext(at, scopes, tx);
    await storeStates(connection.id, look, context.mapping, tx);
    if (asked.floors.from !== null) await noteMissedPushes(look.changed.issues, scopes, context, tx);
    // With nothing seen yet the look's one row is there for its stamp; it comes again in its walk.
    const applied = await applyIssues(asked.floors.from === null ? nothing : mergePages(look), context, tx);
    await deleteRetries(connection.id, unanswered(asked.retryIds, look.retried), tx);
    const before = readCheckpoint(connection.checkpoint);
    let checkpoint = afterLook(before, look, asked.floors, asked.times);
    if (asked.startFullPass) {
      await clearAllMissing(connection.id, tx);
      await walkMirrorsAnew(connection.id, at.now(), tx);
      checkpoint = { ...checkpoint, fullPassStartedAt: asked.times.askedAt.toISOString(), removal: null };
    }
    // A person's yes holds to the end of the pass, however many runs that takes.
    if (asked.allowLargeRemoval)
      checkpoint = {
        ...checkpoint,
        removal:
          checkpoint.removal?.state === 'approved' ? checkpoint.removal : { state: 'approved', candidates: 0, live: 0 },
      };
    // With no floor nothing was ever walked with changes in mind: the walks alone read everything, if there is anything.
    const isFirstSight = asked.floors.from === null && checkpoint.newest !== null;
    if (asked.startFullPass || isFirstSight) await restartWalks(connection.id, tx);
    const walks = syncedWalks(await listTeamScopes(connection.id, tx));
    const state: WalkState = { checkpoint, walks };
    const { name: workspaceName, urlKey: workspaceUrlKey } = look.workspace;
    await updateConnection(
      connection.id,
      { checkpoint: JSON.stringify(checkpoint), workspaceName, workspaceUrlKey, quota: quotaText(client) },
      tx,
    );
    const progress = progressOf(state, applied.counts.fetched);
    await held.save(held.numbers(client, { applied, pages: 0, progress }), tx);
    return { state, applied };
  });
  held.note(stored.applied, 0);
  return stored.state;
}

/** Stores one page and where the run stands after it: all of it, or, if the process dies, nothing. */
export async function storePage(at: Storing, page: IssuePage, { state, walked }: Step): Promise<void> {
  const { connection, held, client } = at;
  const applied = await storing(at.signal, async (tx) => {
    const scopes = await listTeamScopes(connection.id, tx);
    const context = await applyContext(at, scopes, tx);
    const applied = await applyIssues(page, context, tx);
    // Texts that were switched on since this page was asked for are read by a walk that begins anew.
    if (walked && (client.descriptions || !context.descriptions)) {
      await updateMissing({ connectionId: connection.id, ...walked.covered }, at.now(), tx);
      await saveWalk(scopes, walked.before, walked.after, at.now(), tx);
    }
    await updateConnection(
      connection.id,
      { checkpoint: JSON.stringify(state.checkpoint), quota: quotaText(client) },
      tx,
    );
    const progress = progressOf(state, held.counts.fetched + applied.counts.fetched);
    await held.save(held.numbers(client, { applied, pages: 1, progress }), tx);
    return applied;
  });
  held.note(applied, 1);
}

/** Only from where this run had left it: a person who takes a team out and in again meanwhile has it walked anew. */
async function saveWalk(
  scopes: StoredTeamScope[],
  before: TeamWalk,
  after: TeamWalk,
  now: Date,
  tx: Tx,
): Promise<void> {
  const scope = scopes.find(({ id }) => id === after.scopeId);
  if (!scope?.selected || scope.walkState !== before.state || scope.walkPosition !== positionText(before)) return;
  const importedAt = scope.importedAt ?? (after.isImported ? now : null);
  await updateTeamScope(
    scope.id,
    { walkState: after.state, walkPosition: positionText(after), walkSeen: after.seen, importedAt },
    tx,
  );
}

function positionText({ state, position }: TeamWalk): string | null {
  return state === 'running' ? JSON.stringify(position) : null;
}

/** Read in the transaction that uses it: a person may change the mapping or the teams while a run is under way. */
export async function applyContext(
  { connection: { id }, held, now }: Storing,
  scopes: StoredTeamScope[],
  tx?: Tx,
): Promise<ApplyContext> {
  const stored = await getConnection(id, tx);
  // Deleted meanwhile, and the run's row with it.
  if (!stored) throw new RunStop('lease_lost');
  return applyContextOf(stored, scopes, { runId: held.lease.runId, now: now() });
}

export function syncedWalks(scopes: StoredTeamScope[]): TeamWalk[] {
  return scopes.filter(({ selected, visible }) => selected && visible).map(readWalk);
}

/** The pages of a look may hold an issue more than once; they are of one instant, so any of them that can be read will do. */
export function mergePages(look: Look): IssuePage {
  const pages = [look.outside, look.archived, look.restored, look.retried, look.changed];
  const issues = new Map(pages.flatMap((page) => page.issues.map((issue) => [issue.id, issue])));
  const unreadable = new Map(pages.flatMap((page) => page.unreadable.map((issue) => [issue.id, issue])));
  for (const id of issues.keys()) unreadable.delete(id);
  const { askedAt } = look.changed;
  const merged = { issues: [...issues.values()], unreadable: [...unreadable.values()], hasNextPage: false };
  return askedAt ? { ...merged, askedAt } : merged;
}

function unanswered(ids: string[], page: IssuePage): string[] {
  const answered = new Set([...page.issues, ...page.unreadable].map(({ id }) => id));
  return ids.filter((id) => !answered.has(id));
}

export function quotaText(client: LinearClient): string {
  return JSON.stringify(client.pacing.quota);
}
