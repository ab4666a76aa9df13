import { handle } from '@/lib/http/handle';
import { schedulePreviewOperation } from '@/lib/http/operations-sync';
import { previewSchedule } from '@/lib/sync/preview-schedule';

export const GET = handle(schedulePreviewOperation, async ({ actor, query, now }) =>
  previewSchedule(query.cron, query.timeZone ?? actor.timeZone, now),
);
