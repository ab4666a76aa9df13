import { hours } from '@/lib/kit/sleep';
import { mostRequests } from '@/lib/linear/activity';
import type { Bucket, Quota } from '@/lib/linear/types';

/** Share of the rate limit that is left to syncs, to writes and to the owner of the key. */
export const draftReserve = 0.3;
/** Of Linear for one person, in any hour. A week takes two to five requests. */
export const mostRequestsAnHour = 100;

interface Spent {
  at: number;
  requests: number;
}

// Next bundles each route apart; what was spent must still be the process's.
const shared = globalThis as typeof globalThis & {
  tracklineDrafts?: { spent: Map<string, Spent[]>; quotas: Map<string, Quota> };
};
shared.tracklineDrafts ??= { spent: new Map(), quotas: new Map() };
const { spent, quotas } = shared.tracklineDrafts;

/** When there is room again for a reading; null: there is now. */
export function roomAt(person: string, now: Date): Date | null {
  forget(now);
  const own = spent.get(person) ?? [];
  let used = own.reduce((sum, { requests }) => sum + requests, 0);
  if (used + mostRequests <= mostRequestsAnHour) return null;
  for (const { at, requests } of own) {
    used -= requests;
    if (used + mostRequests <= mostRequestsAnHour) return new Date(at + hours(1));
  }
  return now;
}

/** Counts all that a reading may take while it goes on, so that many at once have no more, and what it took when it ends. */
export async function spending<T>(
  { person, now }: { person: string; now: Date },
  work: () => Promise<T>,
  taken: () => number,
): Promise<T> {
  const mine: Spent = { at: now.getTime(), requests: mostRequests };
  spent.set(person, [...(spent.get(person) ?? []), mine]);
  try {
    return await work();
  } finally {
    mine.requests = taken();
  }
}

function forget(now: Date): void {
  for (const [person, all] of spent) {
    const recent = all.filter(({ at }) => at > now.getTime() - hours(1));
    if (recent.length > 0) spent.set(person, recent);
    else spent.delete(person);
  }
}

/** What Linear said last of a key's limits to whoever asked for drafts: each asks with a client of its own. */
export function keepQuota(key: string, quota: Quota): void {
  quotas.set(key, quota);
}

/**
 * Of that and of what the last sync was told the newer: its reset is later, or as long as that stays less is left.
 */
export function newestQuota(key: string, told: Quota): Quota {
  const kept = quotas.get(key);
  return {
    requests: newer(told.requests, kept?.requests ?? null),
    complexity: newer(told.complexity, kept?.complexity ?? null),
  };
}

function newer(a: Bucket | null, b: Bucket | null): Bucket | null {
  if (!a?.resetAt || !b?.resetAt) return b?.resetAt ? b : a;
  if (a.resetAt.getTime() === b.resetAt.getTime()) return a.remaining < b.remaining ? a : b;
  return a.resetAt > b.resetAt ? a : b;
}
