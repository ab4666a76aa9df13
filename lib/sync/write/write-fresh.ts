import { listTeamScopes } from '@/lib/db/team-scope';
import { type LiveIssue, readLiveIssue } from '@/lib/linear/live-issue';
import { mustGetConnection } from '@/lib/sync/connections';
import { markGone } from '@/lib/sync/mark-gone';
import { storing } from '@/lib/sync/store';
import type { IssueTask, WriteAccess } from './write-access';
import { applyWritten } from './write-apply';
import { goneError } from './write-errors';

/**
 * The issue as Linear has it this moment. What others changed there is applied first, so that the history tells it from
 * what is written next. Throws linear_issue_gone for what is not there any more, and the task says so from then on.
 */
export async function readFresh(access: WriteAccess, task: IssueTask): Promise<LiveIssue> {
  const { client, connection, now, signal } = access;
  const asked = { id: task.externalId, teamId: task.externalTeamId };
  const { live, isTeamVisible, askedAt } = await readLiveIssue(client, asked, signal);
  if (live === null) {
    if (isTeamVisible) await noteGone(access, task);
    throw goneError(
      isTeamVisible ? 'Linear does not have this issue any more.' : 'The key does not see the team of this issue.',
    );
  }
  await storing(signal, async (tx) => {
    await applyWritten([live], { connectionId: connection.id, userId: null, now: now(), askedAt }, tx);
  });
  const scopes = await listTeamScopes(connection.id);
  if (!scopes.some(({ selected, externalTeamId }) => selected && externalTeamId === live.issue.team.id))
    throw goneError(`The issue is in the team ${live.issue.team.key} now, which is not synced.`);
  return live;
}

/** For changes of an issue: what is in the trash has to come back first. */
export function refuseTrashed({ issue }: LiveIssue): void {
  if (issue.trashed) throw goneError("The issue is in Linear's trash.");
}

async function noteGone({ connection, now, signal }: WriteAccess, task: IssueTask): Promise<void> {
  if (task.sourceState === 'gone') return;
  const gone = [{ id: task.id, externalId: task.externalId, teamId: task.externalTeamId }];
  await storing(signal, async (tx) => {
    await mustGetConnection(connection.id, tx);
    await markGone(connection.id, gone, { runId: null, at: now() }, tx);
  });
}
