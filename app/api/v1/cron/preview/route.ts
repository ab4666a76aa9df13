import { handle } from '@/lib/http/handle';
import { schedulePreviewOperation } from '@/lib/http/operations-sync';
import { nextRuns } from '@/lib/time/cron';

export const GET = handle(schedulePreviewOperation, async ({ actor, query, now }) => {
  const runs = nextRuns(query.cron, query.timeZone ?? actor.timeZone, now, 3);
  return { nextRunsAt: runs.map((at) => at.toISOString()) };
});
