import { handle } from '@/lib/http/handle';
import { timeOnIssuesOperations } from '@/lib/http/operations-time-on-issues';
import { callingLinear } from '@/lib/jobs/calling-linear';
import { currentScheduler } from '@/lib/jobs/scheduler';
import { removeTimeOnIssues, showTimeOnIssues } from '@/lib/sync/time-on-issues/time-on-issues-view';

export const GET = handle(timeOnIssuesOperations.show, ({ actor, params }) => showTimeOnIssues(actor, params.id));

export const DELETE = handle(timeOnIssuesOperations.remove, async ({ actor, params, request }) => {
  const view = await removeTimeOnIssues(actor, params.id, callingLinear(request.signal));
  currentScheduler()?.hastenTime();
  return view;
});
