import type { Stretch } from './day-line';

/** A stretch of time that belongs to one subject. Lists of them are in order, and none overlaps another. */
export interface Piece extends Stretch {
  subject: string;
}

const crumbMs = 5 * 60_000;

/** Neighbours of the same subject as one. */
export function mergeSame(pieces: readonly Piece[]): Piece[] {
  const merged: Piece[] = [];
  for (const piece of pieces.toSorted((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && last.subject === piece.subject && last.end === piece.start) last.end = piece.end;
    else merged.push({ ...piece });
  }
  return merged;
}

/** What of the pieces is in none of the stretches. */
export function without(pieces: readonly Piece[], stretches: readonly Stretch[]): Piece[] {
  const sorted = stretches.toSorted((a, b) => a.start - b.start);
  return pieces.flatMap(({ subject, start, end }) => {
    const left: Piece[] = [];
    let from = start;
    for (const stretch of sorted) {
      if (stretch.end <= from || stretch.start >= end) continue;
      if (stretch.start > from) left.push({ subject, start: from, end: stretch.start });
      from = Math.max(from, stretch.end);
    }
    if (from < end) left.push({ subject, start: from, end });
    return left;
  });
}

/** Gives each crumb to the piece that it touches: the one before it, or else the one after it. */
export function joinCrumbs(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const before = joined.at(-1);
    if (!before || before.end !== piece.start) joined.push({ ...piece });
    else if (isCrumb(piece)) before.end = piece.end;
    else if (isCrumb(before)) joined.splice(-1, 1, { ...piece, start: before.start });
    else joined.push({ ...piece });
  }
  return mergeSame(joined);
}

export function dropCrumbs(pieces: readonly Piece[]): Piece[] {
  return pieces.filter((piece) => !isCrumb(piece));
}

function isCrumb({ start, end }: Stretch): boolean {
  return end - start < crumbMs;
}

/** Takes so many milliseconds away from the first of the pieces that are meant, and says how many found none. */
export function cutFirst(
  pieces: readonly Piece[],
  milliseconds: number,
  isMeant: (piece: Piece) => boolean,
): { pieces: Piece[]; left: number } {
  let left = milliseconds;
  const rest = pieces.flatMap((piece): Piece[] => {
    if (left === 0 || !isMeant(piece)) return [piece];
    const taken = Math.min(left, piece.end - piece.start);
    left -= taken;
    return taken === piece.end - piece.start ? [] : [{ ...piece, start: piece.start + taken }];
  });
  return { pieces: rest, left };
}
