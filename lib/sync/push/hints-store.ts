import type { Tx } from '@/lib/db/client';
import { updateConnection, updateResumption } from '@/lib/db/connection';
import { countLive, type MissingTask } from '@/lib/db/missing-task';
import { listTeamScopes } from '@/lib/db/team-scope';
import type { StoredHint } from '@/lib/db/webhook-hint';
import type { IssuePage } from '@/lib/linear/types';
import { log } from '@/lib/log/log';
import { type ApplyContext, addCounts, applyIssues, emptyCounts, type IssueBatch } from '@/lib/sync/apply-issues';
import { isLargeRemoval, markGone } from '@/lib/sync/mark-gone';
import { applyContext, quotaText, type Storing, storing } from '@/lib/sync/store';
import { endHints } from './hints-end';

interface Hinted {
  /** Done with, once the page is stored. */
  hints: StoredHint[];
  gone?: MissingTask[];
}

/** A page that hints led to, in the same transaction with the end of the hints: a crash leaves both or neither. */
export async function storeHinted(at: Storing, page: IssuePage, { hints, gone = [] }: Hinted): Promise<void> {
  const { connection, held, client, now } = at;
  at.signal.throwIfAborted();
  const applied = await storing(at.signal, async (tx) => {
    const context = await applyContext(at, await listTeamScopes(connection.id, tx), tx);
    const outcome = await applyIssues(await withoutNewTeams(page, context, tx), context, tx);
    const settled = await believedGone(connection.id, gone, tx);
    await markGone(connection.id, settled, { runId: held.lease.runId, at: now() }, tx);
    const counts = addCounts(outcome.counts, { ...emptyCounts(), gone: settled.length });
    await endHints(connection.id, hints, { now: now(), quota: client.pacing.quota }, tx);
    await updateConnection(connection.id, { quota: quotaText(client) }, tx);
    await held.save(held.numbers(client, { applied: { counts, failures: outcome.failures }, pages: 0 }), tx);
    return { counts, failures: outcome.failures };
  });
  held.note(applied, 0);
}

/** An issue of a team that no look has seen yet: the next run, which comes at once, sees both. */
async function withoutNewTeams(page: IssuePage, context: ApplyContext, tx: Tx): Promise<IssueBatch> {
  const isKnown = (teamId: string) => !context.allTeams || context.projectOfTeam.has(teamId);
  const issues = page.issues.filter(({ team }) => isKnown(team.id));
  if (issues.length < page.issues.length) await updateResumption(context.connectionId, context.now, tx);
  return { ...page, issues };
}

/** A page that would remove a suspicious lot removes nothing: that is for the full pass, which asks a person. */
async function believedGone(connectionId: string, gone: MissingTask[], tx: Tx): Promise<MissingTask[]> {
  if (gone.length === 0 || !isLargeRemoval(gone.length, await countLive(connectionId, tx))) return gone;
  log().warn({ connectionId, issues: gone.length }, 'deliveries named more removed issues than are believed');
  return [];
}
