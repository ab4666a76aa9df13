/** Of an entry, what a cell is made of. */
export interface CellEntry {
  id: string;
  startedAt: Date | null;
  endedAt: Date | null;
  durationSeconds: number;
  source: string;
}

export interface CellSums {
  seconds: number;
  /** Of `seconds`: from entries with start and end. */
  timedSeconds: number;
  entryCount: number;
  isRunning: boolean;
}

export type CellPlan =
  | { kind: 'unchanged' }
  | { kind: 'add'; seconds: number }
  /** The entries' new durations; those in `removed` have nothing left. */
  | { kind: 'change'; changed: { entryId: string; seconds: number }[]; removed: string[] }
  | { kind: 'refused'; timedSeconds: number };

/** A running timer counts with nothing, as everywhere in sums. */
export function sumCell(entries: readonly CellEntry[]): CellSums {
  const timed = entries.filter(({ startedAt }) => startedAt !== null);
  return {
    seconds: sum(entries),
    timedSeconds: sum(timed),
    entryCount: entries.length,
    isRunning: timed.some(({ endedAt }) => endedAt === null),
  };
}

/**
 * How the entries of a cell (the oldest first) come to a total of `wanted` seconds. Raising goes to what was typed before;
 * lowering takes from what was typed last. Entries with start and end are facts and stay: `wanted` below them is refused,
 * but for 0, which empties the cell of what was typed, and for their own whole minutes, which is what a screen shows.
 */
export function planCell(entries: readonly CellEntry[], wanted: number): CellPlan {
  const { seconds, timedSeconds } = sumCell(entries);
  const typed = entries.filter(({ startedAt }) => startedAt === null);
  const goal = lowestAllowed(wanted, timedSeconds, typed.length > 0);
  if (goal === null) return { kind: 'refused', timedSeconds };
  if (goal === seconds) return { kind: 'unchanged' };
  return goal > seconds ? raise(typed, goal - seconds) : lower(typed, seconds - goal);
}

function lowestAllowed(wanted: number, timedSeconds: number, hasTyped: boolean): number | null {
  if (wanted >= timedSeconds) return wanted;
  if (wanted === 0 && hasTyped) return timedSeconds;
  return wanted >= timedSeconds - (timedSeconds % 60) ? timedSeconds : null;
}

function raise(typed: readonly CellEntry[], by: number): CellPlan {
  const into = typed.findLast(({ source }) => source === 'timesheet') ?? typed.at(-1);
  if (into === undefined) return { kind: 'add', seconds: by };
  return { kind: 'change', changed: [{ entryId: into.id, seconds: into.durationSeconds + by }], removed: [] };
}

function lower(typed: readonly CellEntry[], by: number): CellPlan {
  const changed: { entryId: string; seconds: number }[] = [];
  const removed: string[] = [];
  let left = by;
  for (const { id, durationSeconds } of typed.toReversed()) {
    if (left === 0) break;
    const taken = Math.min(left, durationSeconds);
    left -= taken;
    if (taken === durationSeconds) removed.push(id);
    else changed.push({ entryId: id, seconds: durationSeconds - taken });
  }
  return { kind: 'change', changed, removed };
}

function sum(entries: readonly CellEntry[]): number {
  return entries.reduce((total, { durationSeconds }) => total + durationSeconds, 0);
}
