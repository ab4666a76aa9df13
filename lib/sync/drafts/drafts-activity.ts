import { createHash } from 'node:crypto';
import type { StoredConnection } from '@/lib/db/connection';
import { listHandedOver } from '@/lib/db/draft-sources';
import { minutes, seconds } from '@/lib/kit/sleep';
import { type Activity, readActivity } from '@/lib/linear/activity';
import { openClient } from '@/lib/sync/open-client';
import type { Calling } from '@/lib/sync/test-key';

export interface ActivityRange {
  email: string;
  from: Date;
  to: Date;
}

const keptForMs = minutes(3);
const mostKept = 100;
const kept = new Map<string, { until: number; activity: Activity }>();

/** Somebody is waiting at the screen: no retries, and a refusal for the rate limit is shown at once. */
const impatient = { retryBudgetMs: 0, longestWaitMs: 0 };

/** As Linear tells it, or told it some minutes ago: going from day to day, or trimming, asks nothing again. */
export async function activityOf(
  connection: StoredConnection,
  range: ActivityRange,
  { access, signal }: Calling,
): Promise<Activity> {
  const now = access.now().getTime();
  for (const [key, { until }] of kept) if (until <= now) kept.delete(key);
  const key = keyOf(connection, access.url, range);
  const known = kept.get(key);
  if (known) return known.activity;
  const client = openClient(connection, { timeoutMs: seconds(30), ...access, ...impatient });
  const { id: connectionId } = connection;
  const findMore = (name: string) => listHandedOver({ connectionId, name, since: range.from });
  const activity = await readActivity(client, { ...range, findMore }, signal);
  const [oldest] = kept.keys();
  if (kept.size >= mostKept && oldest !== undefined) kept.delete(oldest);
  kept.set(key, { until: now + keptForMs, activity });
  return activity;
}

function keyOf({ id, keySealed }: StoredConnection, url: string, { email, from, to }: ActivityRange): string {
  const parts = [id, keySealed, url, email, from.toISOString(), to.toISOString()];
  return createHash('sha256').update(parts.join('\n')).digest('base64url');
}
