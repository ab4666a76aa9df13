import { groupBy } from '@/lib/kit/group-by';
import type { Stretch } from './day-line';
import { cutFirst, dropCrumbs, joinCrumbs, mergeSame, type Piece, without } from './draft-pieces';
import type { Day } from './local-day';
import type { WorkWindow } from './work-windows';

/** While it lasted, the subject was in progress and theirs. Epoch milliseconds; the end is not part of it. */
export interface Turn extends Stretch {
  subject: string;
}

/** The person did something with the subject, or said something on it. */
export interface Moment {
  subject: string;
  at: number;
}

/** Time without start and end; on no subject, or on one that nothing is known of, it counts against the day alone. */
export interface LoggedDuration {
  on: Day;
  subject: string | null;
  seconds: number;
}

export interface DraftInput {
  /** Of two that were touched in the same moment, the one that stands first here wins. */
  subjects: readonly string[];
  turns: readonly Turn[];
  touches: readonly Moment[];
  remarks: readonly Moment[];
  windows: readonly WorkWindow[];
  logged: readonly Stretch[];
  loggedDurations: readonly LoggedDuration[];
  /** Nothing is drafted after it. */
  until: number;
}

export interface DraftSpan extends Stretch {
  subject: string;
  on: Day;
}

const minuteMs = 60_000;
const remarkMs = 15 * minuteMs;

/**
 * What somebody may have worked on in the hours that they did not log.
 *
 * 1. Each moment in a turn belongs to one subject: of those in progress, to the one touched last. A turn is touched by its
 *    own beginning, and by what the person does or says on its subject while it lasts.
 * 2. A moment in no turn belongs to the next remark, if that comes within 15 minutes.
 * 3. Borders are taken back to the full minute. What is outside of the windows, or after `until`, is left out.
 * 4. A piece under 5 minutes that touches another goes to it, to the one before first.
 * 5. Logged time is taken out. What is left of a piece under 5 minutes is dropped.
 * 6. A logged duration of a day is taken out of its subject's pieces of the day, the earliest first, and then, as far as
 *    those do not suffice, of all others in the same way. What is left of a piece under 5 minutes is dropped.
 *
 * Steps 1 to 4 know nothing of logged time, and 5 and 6 only ever take away: one more entry never adds a draft anywhere.
 * Neither the order of the input nor anything but the input counts. See docs/decisions/018-drafts.md.
 */
export function draftSpans(input: DraftInput): DraftSpan[] {
  const rank = new Map(input.subjects.map((subject, place) => [subject, place]));
  const isKnown = ({ subject }: { subject: string }) => rank.has(subject);
  const turns = input.turns.filter((turn) => isKnown(turn) && turn.start < turn.end);
  const owned = ownedPieces(turns, input.touches.filter(isKnown), rank);
  const remarked = without(remarkPieces(input.remarks.filter(isKnown), rank), owned);
  const whole = toMinutes(mergeSame([...owned, ...remarked]));
  const logged = input.logged.filter(({ start, end }) => start < end).map(widened);
  return input.windows
    .toSorted((a, b) => a.start - b.start)
    .flatMap((window) => {
      const pieces = joinCrumbs(clipped(whole, window, input.until));
      const free = dropCrumbs(without(pieces, logged));
      const durations = input.loggedDurations.filter(({ on }) => on === window.on);
      return dropCrumbs(withoutDurations(free, durations)).map((piece) => ({ ...piece, on: window.on }));
    });
}

/** Who has each moment between two borders; between them nothing begins, ends or is touched. */
function ownedPieces(turns: readonly Turn[], touches: readonly Moment[], rank: ReadonlyMap<string, number>): Piece[] {
  const touchesOf = groupBy(touches, ({ subject }) => subject);
  const lastTouch = ({ subject, start }: Turn, at: number) =>
    Math.max(start, ...(touchesOf.get(subject) ?? []).map((touch) => touch.at).filter((touchedAt) => touchedAt <= at));
  const borders = [...turns.flatMap(({ start, end }) => [start, end]), ...touches.map(({ at }) => at)];
  const sorted = [...new Set(borders)].sort((a, b) => a - b);
  const pieces = sorted.slice(0, -1).flatMap((start, place): Piece[] => {
    const [owner] = turns
      .filter((turn) => turn.start <= start && start < turn.end)
      .map(({ subject, ...turn }) => ({ subject, touchedAt: lastTouch({ subject, ...turn }, start) }))
      .sort((a, b) => b.touchedAt - a.touchedAt || rankOf(rank, a) - rankOf(rank, b));
    return owner ? [{ subject: owner.subject, start, end: sorted[place + 1] ?? start }] : [];
  });
  return mergeSame(pieces);
}

/** The minutes before each remark, back to the remark before it. */
function remarkPieces(remarks: readonly Moment[], rank: ReadonlyMap<string, number>): Piece[] {
  const sorted = remarks.toSorted((a, b) => a.at - b.at || rankOf(rank, a) - rankOf(rank, b));
  return sorted.flatMap(({ subject, at }, place): Piece[] => {
    const start = Math.max(at - remarkMs, sorted[place - 1]?.at ?? Number.NEGATIVE_INFINITY);
    return start < at ? [{ subject, start, end: at }] : [];
  });
}

function rankOf(rank: ReadonlyMap<string, number>, { subject }: { subject: string }): number {
  return rank.get(subject) ?? rank.size;
}

function toMinutes(pieces: readonly Piece[]): Piece[] {
  return pieces
    .map(({ subject, start, end }) => ({ subject, start: floorMinute(start), end: floorMinute(end) }))
    .filter(({ start, end }) => start < end);
}

/** An entry has whole seconds; the minute that it begins or ends in is taken. */
function widened({ start, end }: Stretch): Stretch {
  return { start: floorMinute(start), end: ceilMinute(end) };
}

function clipped(pieces: readonly Piece[], window: WorkWindow, until: number): Piece[] {
  const [from, to] = [ceilMinute(window.start), floorMinute(Math.min(window.end, until))];
  return pieces
    .map(({ subject, start, end }) => ({ subject, start: Math.max(start, from), end: Math.min(end, to) }))
    .filter(({ start, end }) => start < end);
}

function withoutDurations(pieces: readonly Piece[], durations: readonly LoggedDuration[]): Piece[] {
  let rest = [...pieces];
  let left = 0;
  for (const [subject, some] of groupBy(durations, (duration) => duration.subject)) {
    const seconds = some.reduce((sum, duration) => sum + duration.seconds, 0);
    const cut = cutFirst(rest, ceilMinute(seconds * 1000), (piece) => piece.subject === subject);
    rest = cut.pieces;
    left += cut.left;
  }
  return cutFirst(rest, left, () => true).pieces;
}

function floorMinute(at: number): number {
  return Math.floor(at / minuteMs) * minuteMs;
}

function ceilMinute(at: number): number {
  return Math.ceil(at / minuteMs) * minuteMs;
}
