import { minutes, seconds } from '@/lib/kit/sleep';
import type { Quota } from '@/lib/linear/types';

/** From the first hint to its reading: what else comes meanwhile goes along in the same request. */
export const hintWindowMs = 400;
/** Between two readings: fifty a minute, whatever comes. A page holds 250, so 5,000 in a minute are no more requests. */
const burstSpacingMs = 1_200;
/** Of the issues that carry a changed label. */
export const mostLabelPages = 4;
/** Waiting for one connection. Beyond it the poll is the better way. */
export const mostHints = 20_000;
/** Read by one run of its own; what is left follows with the next. */
export const mostHintsARun = 5_000;
/** Read between two pages of another run, which must get on too. */
export const mostHintsBetweenPages = 1_000;
/** After this many failures of reading it the poll is left to find what a hint named. */
export const mostTries = 20;

const firstBackoffMs = seconds(5);
const longestBackoffMs = minutes(15);

/** Where pushes never end, the hour's requests must last: what is left of them says how often there is a reading. */
export function spacingMs({ requests }: Pick<Quota, 'requests'>): number {
  const left = requests && requests.limit > 0 ? requests.remaining / requests.limit : 1;
  if (left > 0.5) return burstSpacingMs;
  return left > 0.25 ? 5 * burstSpacingMs : 20 * burstSpacingMs;
}

export function backoffMs(tries: number): number {
  return Math.min(firstBackoffMs * 2 ** Math.min(tries, 20), longestBackoffMs);
}
