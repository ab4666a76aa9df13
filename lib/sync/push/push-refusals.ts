import type { PushRefusal } from '@/lib/contracts/push';
import { countRefusals } from '@/lib/db/push-state';
import { seconds } from '@/lib/kit/sleep';
import { log } from '@/lib/log/log';

interface Refused {
  refusals: number;
  reason: PushRefusal;
  at: Date;
}

const flushEveryMs = seconds(1);

// Next bundles each route apart; the counts must still be the process's.
const shared = globalThis as typeof globalThis & {
  tracklineRefusals?: { counts: Map<string, Refused>; timer: NodeJS.Timeout | null };
};

function refusals(): { counts: Map<string, Refused>; timer: NodeJS.Timeout | null } {
  shared.tracklineRefusals ??= { counts: new Map(), timer: null };
  return shared.tracklineRefusals;
}

/**
 * Counts a refused delivery of a connection that exists. Anyone can send them, so a flood costs a number in memory and one
 * write a second, and no line in the log.
 */
export function countRefusal(connectionId: string, reason: PushRefusal, at: Date): void {
  const { counts, timer } = refusals();
  counts.set(connectionId, { refusals: (counts.get(connectionId)?.refusals ?? 0) + 1, reason, at });
  if (timer !== null) return;
  const next = setTimeout(() => void flushRefusals(), flushEveryMs);
  next.unref();
  refusals().timer = next;
}

/** Never throws: a number less is no reason to fail. */
export async function flushRefusals(): Promise<void> {
  const state = refusals();
  if (state.timer !== null) clearTimeout(state.timer);
  state.timer = null;
  const counted = [...state.counts];
  state.counts.clear();
  try {
    for (const [connectionId, refused] of counted) await countRefusals(connectionId, refused);
  } catch (error) {
    log().warn({ err: error }, 'refused deliveries could not be counted');
  }
}
