import type { Random } from './random';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const OPENS_MINUTE = 9 * 60;
const CLOSES_MINUTE = 17 * 60 + 30;
const SHORTEST_MINUTES = 50;

export interface WorkPiece {
  startMs: number;
  endMs: number;
}

function midnightOf(ms: number): number {
  return Math.floor(ms / DAY_MS) * DAY_MS;
}

function isWorkday(ms: number): boolean {
  const day = new Date(ms).getUTCDay();
  return day !== 0 && day !== 6;
}

/** The same moment when somebody works then, or else the next morning on which somebody does. */
export function workMoment(ms: number): number {
  let midnight = midnightOf(ms);
  const minute = (ms - midnight) / MINUTE_MS;
  if (isWorkday(midnight) && minute >= OPENS_MINUTE && minute < CLOSES_MINUTE) return ms;
  if (minute >= OPENS_MINUTE) midnight += DAY_MS;
  while (!isWorkday(midnight)) midnight += DAY_MS;
  return midnight + (OPENS_MINUTE + (minute % 60)) * MINUTE_MS;
}

function dayOf(midnight: number, random: Random): WorkPiece[] {
  const pieces: WorkPiece[] = [];
  let minute = OPENS_MINUTE + random.below(40);
  while (minute + SHORTEST_MINUTES < CLOSES_MINUTE) {
    const length = SHORTEST_MINUTES + random.below(150);
    const end = Math.min(minute + length, CLOSES_MINUTE);
    pieces.push({ startMs: midnight + minute * MINUTE_MS, endMs: midnight + end * MINUTE_MS });
    minute = end + 5 + random.below(50);
  }
  return pieces;
}

/** What one person works on without a break, of all workdays since, oldest first and never in the future. */
export function workPieces(span: { sinceMs: number; untilMs: number }, random: Random): WorkPiece[] {
  const pieces: WorkPiece[] = [];
  for (let midnight = midnightOf(span.sinceMs); midnight < span.untilMs; midnight += DAY_MS) {
    if (isWorkday(midnight)) pieces.push(...dayOf(midnight, random));
  }
  return pieces.filter((piece) => piece.startMs >= span.sinceMs && piece.endMs <= span.untilMs);
}
