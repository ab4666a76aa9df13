import { minutes, seconds } from '@/lib/kit/sleep';

/** From the first hint to its reading: what else comes meanwhile goes along in the same request. */
export const hintWindowMs = 400;
/** Between two readings: forty a minute, whatever comes. A page holds 250, so 5,000 in a minute are no more requests. */
export const burstSpacingMs = 1_500;
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

export function backoffMs(tries: number): number {
  return Math.min(firstBackoffMs * 2 ** Math.min(tries, 20), longestBackoffMs);
}
