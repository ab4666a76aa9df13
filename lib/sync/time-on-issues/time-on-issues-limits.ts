import { minutes, seconds } from '@/lib/kit/sleep';

/** From a change of time to the issue that hears of it first: what else is written down meanwhile goes along. */
export const settlingMs = seconds(20);
/** Between two changes of one issue's attachment. */
export const everyMs = minutes(15);

/** A sender has its rows in hand for so long; what it begins to send by `lastSendMs` has been answered, or lost, by then. */
export const leaseMs = minutes(5);
export const lastSendMs = minutes(4);
/** Each sweep looks back so far behind the last, so that what changed while its row was in hand is seen after that. */
export const overlapMs = minutes(10);
/** Longer than Linear and what stands before it work on one call: what has not arrived by then never will. */
export const arrivedMs = minutes(2);
/** Sent in one turn for one connection: the others wait too. */
export const mostBatchesATurn = 20;
/** What Linear refuses this often is given up until its time changes. */
export const mostTries = 6;
/** After this many failures an issue is sent alone: it may be what spoils the others. */
export const triesTogether = 2;
/** Share of the rate limit that is left to the sync and to the owner of the key. */
export const reserve = 0.3;

/** Grows with each failure, from when a lost answer cannot arrive any more. */
export function backoffMs(tries: number): number {
  return Math.min(arrivedMs * 2 ** Math.min(tries - 1, 10), minutes(60));
}
