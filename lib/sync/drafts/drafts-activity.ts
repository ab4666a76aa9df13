import { createHash } from 'node:crypto';
import type { StoredConnection } from '@/lib/db/connection';
import { listHandedOver } from '@/lib/db/draft-sources';
import { AppError } from '@/lib/errors/app-error';
import { hours, minutes, seconds } from '@/lib/kit/sleep';
import { type Activity, readActivity } from '@/lib/linear/activity';
import { LinearClient } from '@/lib/linear/client';
import { LinearRateLimited } from '@/lib/linear/linear-errors';
import { Pacing } from '@/lib/linear/pacing';
import { open } from '@/lib/secrets/sealed';
import { readQuota } from '@/lib/sync/quota-text';
import type { Calling } from '@/lib/sync/test-key';
import { formatWeekdayClock } from '@/lib/time/format-weekday-clock';
import { draftReserve, keepQuota, mostRequestsAnHour, newestQuota, roomAt, spending } from './drafts-ration';

export interface ActivityRange {
  email: string;
  from: Date;
  to: Date;
  /** To say times in. */
  timeZone: string;
}

export interface KnownActivity {
  activity: Activity;
  /** Why this is older than it should be. */
  trouble: AppError | null;
}

interface Kept {
  /** Whose, of which workspace, read with which key. */
  whose: string;
  from: number;
  to: number;
  at: number;
  activity: Activity;
}

const freshForMs = minutes(3);
/** Shown when Linear is not to be asked now. */
const keptForMs = hours(1);
const mostKept = 100;
let kept: Kept[] = [];

/** As Linear tells it, or told it some minutes ago: going from day to day, or trimming, asks nothing again. */
export async function activityOf(
  connection: StoredConnection,
  range: ActivityRange,
  calling: Calling,
): Promise<KnownActivity> {
  const now = calling.access.now();
  const known = newestKept(connection, range, calling, now);
  if (known && now.getTime() - known.at < freshForMs) return { activity: known.activity, trouble: null };
  try {
    return { activity: await read(connection, range, calling, now), trouble: null };
  } catch (error) {
    const refusal = refusalOf(error, range.timeZone);
    if (refusal === null) throw error;
    if (!known) throw refusal;
    return { activity: known.activity, trouble: asOf(refusal, known, range.timeZone) };
  }
}

/** One of a longer range knows all of a shorter one. What was cut short is only good for what it was asked for. */
function newestKept(
  connection: StoredConnection,
  range: ActivityRange,
  { access }: Calling,
  now: Date,
): Kept | undefined {
  const at = now.getTime();
  kept = kept.filter((each) => each.at <= at && at - each.at < keptForMs);
  const [whose, from, to] = [whoseOf(connection, access.url, range.email), range.from.getTime(), range.to.getTime()];
  return kept.findLast((each) => {
    const isSame = each.from === from && each.to === to;
    return each.whose === whose && (isSame || (each.from <= from && to <= each.to && !each.activity.isPartial));
  });
}

/** Somebody is waiting at the screen: no retries, and a refusal for the rate limit is shown at once. */
async function read(
  connection: StoredConnection,
  range: ActivityRange,
  { access, signal }: Calling,
  now: Date,
): Promise<Activity> {
  const { id: connectionId, keySealed, quota } = connection;
  const whose = whoseOf(connection, access.url, range.email);
  const room = roomAt(whose, now);
  if (room) throw rationUsed(room, range.timeZone);
  const pacing = new Pacing({ now: access.now, reserve: draftReserve, longestWaitMs: 0 });
  pacing.learn(newestQuota(keySealed, readQuota(quota)));
  const { longestWaitMs: _, ...reach } = access;
  const apiKey = open(keySealed, connectionId);
  const client = new LinearClient({ timeoutMs: seconds(30), ...reach, retryBudgetMs: 0, apiKey, pacing });
  const findMore = (name: string) => listHandedOver({ connectionId, name, since: range.from });
  const activity = await spending(
    { person: whose, now },
    () => readActivity(client, { ...range, findMore }, signal),
    () => client.requests,
  ).finally(() => keepQuota(keySealed, pacing.quota));
  const [from, to] = [range.from.getTime(), range.to.getTime()];
  kept = [...kept.slice(1 - mostKept), { whose, from, to, at: now.getTime(), activity }];
  return activity;
}

function whoseOf({ id, keySealed }: StoredConnection, url: string, email: string): string {
  return createHash('sha256').update([id, keySealed, url, email].join('\n')).digest('base64url');
}

/** Null: nothing that asking later would cure. */
function refusalOf(error: unknown, timeZone: string): AppError | null {
  if (error instanceof LinearRateLimited) {
    const at = formatWeekdayClock(error.resetAt.getTime(), timeZone);
    return new AppError('linear_rate_limited', `What is left of Linear's rate limit is kept for syncing until ${at}.`, {
      hint: 'Look again then.',
      details: { retryAt: error.resetAt.toISOString() },
      cause: error,
    });
  }
  return error instanceof AppError && error.code === 'too_many_requests' ? error : null;
}

function rationUsed(at: Date, timeZone: string): AppError {
  const message = `You have had Linear's history read very often: it is asked at most ${mostRequestsAnHour} times an hour for one person.`;
  return new AppError('too_many_requests', message, {
    hint: `Look again from ${formatWeekdayClock(at.getTime(), timeZone)} on, and at whole weeks rather than day by day.`,
    details: { retryAt: at.toISOString() },
  });
}

function asOf(refusal: AppError, { at }: Kept, timeZone: string): AppError {
  const { code, message, details } = refusal;
  const hint = `These drafts are as Linear told it ${formatWeekdayClock(at, timeZone)}. ${refusal.hint ?? ''}`.trim();
  return new AppError(code, message, { hint, details, cause: refusal });
}
