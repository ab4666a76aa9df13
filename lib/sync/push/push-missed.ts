import type { Tx } from '@/lib/db/client';
import { listWebhooks } from '@/lib/db/linear-webhook';
import { getPushState, noteMissed } from '@/lib/db/push-state';
import type { StoredTeamScope } from '@/lib/db/team-scope';
import { minutes } from '@/lib/kit/sleep';
import type { RemoteIssue } from '@/lib/linear/types';
import { type ApplyContext, planIssues } from '@/lib/sync/apply-issues';

/** As late as a delivery may be and still be on its way; clocks that differ more would have its stamp refused. */
const patienceMs = minutes(1);

/**
 * Asked before a look's changes are stored: does one of them tell something new that a webhook should have told, and has nothing
 * at all come since? Then pushes have stopped.
 */
export async function noteMissedPushes(
  changed: RemoteIssue[],
  scopes: StoredTeamScope[],
  context: ApplyContext,
  tx: Tx,
): Promise<void> {
  const webhooks = changed.length === 0 ? [] : await listWebhooks(context.connectionId, tx);
  if (webhooks.length === 0) return;
  const received = (await getPushState(context.connectionId, tx))?.lastReceivedAt ?? new Date(0);
  const privateTeams = new Set(scopes.filter((team) => team.private).map(({ externalTeamId }) => externalTeamId));
  const isTold = ({ team, updatedAt }: RemoteIssue) => {
    const at = Date.parse(updatedAt);
    const isOfTeam = (teamId: string | null) => (teamId === null ? !privateTeams.has(team.id) : teamId === team.id);
    const isLate = at < context.now.getTime() - patienceMs && at > received.getTime() + patienceMs;
    return isLate && webhooks.some((each) => isOfTeam(each.externalTeamId) && each.createdAt.getTime() < at);
  };
  const actions = await planIssues(changed.filter(isTold), context, tx);
  const isNews = actions.some(({ kind }) => kind === 'create' || kind === 'update');
  if (isNews) await noteMissed(context.connectionId, context.now, tx);
}
