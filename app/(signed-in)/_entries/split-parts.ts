import type { TimeEntry } from '@/lib/contracts/time-entry';
import { durationProblem, formatExactDuration, parseDuration } from '@/lib/time/duration';
import { nextWallTime, parseClock } from '@/lib/time/wall-span';
import { exactWallTime } from './exact-wall-time';

/** Where an entry is split, as both fields show it. */
export type Parts = {
  /** What was typed last. */
  typed: 'time' | 'kept';
  time: string;
  kept: string;
  /** Of the first part; null as long as it cannot be split there. */
  seconds: number | null;
  /** The instant, of an entry with start and end. */
  at: number | null;
  problem: string | undefined;
};

type Whole = Pick<TimeEntry, 'startedAt' | 'durationSeconds' | 'timeZone'>;

const outside = 'Choose a time within the entry.';

/** What the first part keeps: seconds, or text as it is typed. */
export function splitBySeconds(entry: Whole, kept: number | string): Parts {
  const text = typeof kept === 'number' ? formatExactDuration(kept) : kept;
  const seconds = typeof kept === 'number' ? kept : parseDuration(kept);
  const problem = durationProblem(text) ?? undefined;
  if (seconds === null || problem) return { typed: 'kept', time: '', kept: text, seconds: null, at: null, problem };
  if (seconds >= entry.durationSeconds) {
    const tooMuch = `Keep less than ${formatExactDuration(entry.durationSeconds)}.`;
    return { typed: 'kept', time: '', kept: text, seconds: null, at: null, problem: tooMuch };
  }
  const at = entry.startedAt === null ? null : Date.parse(entry.startedAt) + seconds * 1000;
  const time = at === null ? '' : exactWallTime(new Date(at), entry.timeZone);
  return { typed: 'kept', time, kept: text, seconds, at, problem: undefined };
}

export function splitAtTime(entry: Whole, text: string): Parts {
  const nothing = { typed: 'time' as const, time: text, kept: '', seconds: null, at: null };
  const time = parseClock(text);
  if (time === null || entry.startedAt === null) return { ...nothing, problem: 'Enter a time, like 9:30.' };
  const start = new Date(entry.startedAt);
  const at = nextWallTime(start, time, entry.timeZone).getTime();
  const seconds = Math.round((at - start.getTime()) / 1000);
  if (seconds >= entry.durationSeconds) return { ...nothing, problem: outside };
  return { typed: 'time', time: text, kept: formatExactDuration(seconds), seconds, at, problem: undefined };
}
