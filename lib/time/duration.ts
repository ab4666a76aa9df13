/** As `longestEntrySeconds` of the contracts, which this room may not import. */
const daySeconds = 24 * 60 * 60;

export type DurationProblem = 'unreadable' | 'negative' | 'zero' | 'tooLong';
export type ReadDuration = { seconds: number; problem: null } | { seconds: null; problem: DurationProblem };

export interface DurationLimits {
  /** Default: no. A cell of the timesheet takes 0 to empty it. */
  allowsZero?: boolean;
  /** Default: 24 hours, the longest entry. */
  longestSeconds?: number;
}

/**
 * A typed duration in whole seconds, or why it is none: "1h 30m", "1h30", "1:30", "1:30:15", ":30", "90m", "45 min",
 * "1.5h", "1,5", "2 hours". A number alone is hours. Only the last part may be broken, so that "1.5h 30m" is refused.
 */
export function readDuration(text: string, limits: DurationLimits = {}): ReadDuration {
  const typed = text.trim().toLowerCase();
  const [, sign, size = ''] = /^([-−–])?\s*(.*)$/s.exec(typed) ?? [];
  const seconds = readClock(size) ?? readHours(size) ?? readUnits(size);
  if (seconds === null) return refuse('unreadable');
  if (seconds === 0) return limits.allowsZero ? { seconds: 0, problem: null } : refuse('zero');
  if (sign) return refuse('negative');
  if (seconds > (limits.longestSeconds ?? daySeconds)) return refuse('tooLong');
  return { seconds, problem: null };
}

/** Whole seconds from 0 to 24 hours, or null for everything else. */
export function parseDuration(text: string): number | null {
  return readDuration(text, { allowsZero: true }).seconds;
}

const sentences: Record<DurationProblem, string> = {
  unreadable: 'Enter a duration, like 1h 30m or 1:30.',
  negative: 'A duration cannot be negative.',
  zero: 'Enter more than no time.',
  tooLong: 'Use at most 24 hours. For minutes, write 90m.',
};

/** What to say at the field; null when it can be used. */
export function durationProblem(text: string, limits: DurationLimits = {}): string | null {
  const { problem } = readDuration(text, limits);
  return problem && sentences[problem];
}

/** 5415 -> "1h 30m 15s": what a field is filled with; `parseDuration` reads it back to the second. */
export function formatExactDuration(seconds: number): string {
  const parts: string[] = [];
  if (seconds >= 3600) parts.push(`${Math.floor(seconds / 3600)}h`);
  if (seconds % 3600 >= 60) parts.push(`${Math.floor((seconds % 3600) / 60)}m`);
  if (seconds % 60 > 0) parts.push(`${seconds % 60}s`);
  return parts.join(' ') || '0m';
}

function refuse(problem: DurationProblem): ReadDuration {
  return { seconds: null, problem };
}

function readClock(text: string): number | null {
  const [, hours, minutes, seconds] = /^(\d{0,5}):([0-5]?\d)(?::([0-5]?\d))?$/.exec(text) ?? [];
  if (minutes === undefined) return null;
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds ?? 0);
}

function readHours(text: string): number | null {
  return /^(\d{1,5}([.,]\d{0,6})?|[.,]\d{1,6})$/.test(text) ? Math.round(toNumber(text) * 3600) : null;
}

const part = /^(\d{1,7}(?:[.,]\d{1,6})?|[.,]\d{1,6})\s*(hours?|hrs?|h|minutes?|mins?|m|seconds?|secs?|s)?\.?\s*/;
const unitSeconds: Record<string, number> = { h: 3600, m: 60, s: 1 };
const smaller: Record<string, string> = { h: 'm', m: 's' };

/** Units from large to small, each once; the last may leave its unit out, as in "1h30". */
function readUnits(text: string): number | null {
  let rest = text;
  let total = 0;
  let unit = '';
  while (rest !== '') {
    const [taken, amount = '', name] = part.exec(rest) ?? [];
    if (taken === undefined) return null;
    rest = rest.slice(taken.length);
    const next = name?.charAt(0) ?? smaller[unit];
    const isBroken = /[.,]/.test(amount);
    if (!next || (isBroken && rest !== '') || (unit && sizeOf(next) >= sizeOf(unit))) return null;
    total += toNumber(amount) * sizeOf(next);
    unit = next;
  }
  return unit ? Math.round(total) : null;
}

function sizeOf(unit: string): number {
  return unitSeconds[unit] ?? 0;
}

function toNumber(text: string): number {
  return Number(text.replace(',', '.'));
}
