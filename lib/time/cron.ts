import { CronExpressionParser } from 'cron-parser';

/** The instants at which a five-field cron expression fires next, after `from`, read on the clock of `timeZone`. */
export function nextRuns(cron: string, timeZone: string, from: Date, count: number): Date[] {
  const expression = CronExpressionParser.parse(cron, { tz: timeZone, currentDate: from });
  return expression.take(count).map((date) => date.toDate());
}

/** The last instant at or before `at` at which it fired. */
export function previousRun(cron: string, timeZone: string, at: Date): Date {
  // `prev` looks strictly before its start.
  let last = CronExpressionParser.parse(cron, { tz: timeZone, currentDate: new Date(at.getTime() + 1) })
    .prev()
    .toDate();
  // It passes over what fires an hour late on the night that lacks the hour; `next` does not.
  for (;;) {
    const [next] = nextRuns(cron, timeZone, last, 1);
    if (!next || next > at) return last;
    last = next;
  }
}

/**
 * Five fields that fire some day. Seconds are refused: nobody may ask Linear every second. So is what the two libraries
 * at work do not read alike: `H`, a different time at every look, and `5/15`, which must be written `5-59/15`,
 * and `?` anywhere but for a day.
 */
export function isCron(cron: string): boolean {
  const fields = cron.trim().split(/\s+/);
  if (fields.length !== 5 || [fields[0], fields[1], fields[3]].some((field) => field?.includes('?'))) return false;
  if (/(^|[\s,])(h|\w+\/)/i.test(cron)) return false;
  try {
    CronExpressionParser.parse(cron, { tz: 'UTC' }).next();
    return true;
  } catch {
    return false;
  }
}
