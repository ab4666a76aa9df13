import { AppError } from '@/lib/errors/app-error';
import { isCron, nextRuns } from '@/lib/time/cron';

/** The next three ticks, so that a person sees what an expression means before saving it. */
export function previewSchedule(cron: string, timeZone: string, now: Date): { nextRunsAt: string[] } {
  refuseOddCron(cron, 'cron');
  return { nextRunsAt: nextRuns(cron, timeZone, now, 3).map((at) => at.toISOString()) };
}

export function refuseOddCron(cron: string, path: string): void {
  if (isCron(cron)) return;
  const message = 'This never fires. Enter five fields, like */15 * * * *.';
  throw new AppError('validation_failed', message, { errors: [{ path, message }] });
}
