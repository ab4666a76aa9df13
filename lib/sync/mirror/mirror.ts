import { z } from 'zod';
import type { StoredMirror } from '@/lib/db/mirror-state';
import { minutes } from '@/lib/kit/sleep';
import { hasFilter } from '@/lib/linear/collections';
import { type MirroredCollection, mirroredCollections, type ObjectPage } from '@/lib/linear/collections-types';
import { type Floors, type LookTimes, lateness, newestBelieved } from '@/lib/sync/checkpoint';
import { advance, coveredRange, type Position, start } from '@/lib/sync/position';

/** Where a collection has no filter, its next page is asked for by Linear's cursor. */
const place = z.object({
  before: z.string().nullable(),
  seen: z.array(z.string()),
  after: z.string().nullable().default(null),
});
export type Place = z.infer<typeof place>;
export const beginning: Place = { ...start, after: null };

const window = place.extend({ floor: z.string() });
export type MirrorWindow = z.infer<typeof window>;

const overlapped = z.object({ newest: z.string(), seenAt: z.number(), lookedAt: z.number() }).nullable();

/** What the column `windows` holds: besides the stretches of updatedAt still to be read, what the next look goes by. */
const reading = z.preprocess(
  (value) => (Array.isArray(value) ? { windows: value } : value),
  z.object({
    windows: z.array(window).default([]),
    overlapped: overlapped.default(null),
    /** When Linear refused the collection last. */
    refusedAt: z.number().nullable().default(null),
    /** The last object that had its turn, see mirror-turn.ts. */
    turn: z.string().nullable().default(null),
  }),
);

const walkPosition = place.extend({
  /** A person knows that much of it goes: said yes, or took teams out. */
  approved: z.boolean().default(false),
});

/** How far the mirror of one collection has come. Kept in memory one page ahead of the database. */
export interface Mirror {
  collection: MirroredCollection;
  connectionId: string;
  createdAt: Date;
  newest: string | null;
  windows: MirrorWindow[];
  overlapped: z.infer<typeof overlapped>;
  refusedAt: number | null;
  turn: string | null;
  walk: 'pending' | 'running' | 'done';
  position: Place;
  isApproved: boolean;
  seen: number;
  /** From the beginning of a walk until what it did not meet is settled. */
  passStartedAt: Date | null;
  isImported: boolean;
  error: { code: string; message: string } | null;
}

export function readMirror(row: StoredMirror): Mirror | null {
  const collection = mirroredCollections.find((each) => each === row.collection);
  if (!collection) return null;
  const at = row.walkPosition === null ? null : walkPosition.parse(JSON.parse(row.walkPosition));
  return {
    collection,
    connectionId: row.connectionId,
    createdAt: row.createdAt,
    newest: row.newest,
    ...reading.parse(JSON.parse(row.windows)),
    walk: row.walkState === 'done' || row.walkState === 'running' ? row.walkState : 'pending',
    position: at ? { before: at.before, seen: at.seen, after: at.after } : beginning,
    isApproved: at?.approved ?? false,
    seen: row.walkSeen,
    passStartedAt: row.passStartedAt,
    isImported: row.importedAt !== null,
    error: row.errorCode === null ? null : { code: row.errorCode, message: row.errorMessage ?? '' },
  };
}

/** The walk's columns, compared with to see whether somebody else had it begin anew. */
export function walkColumns({ walk, position, isApproved, passStartedAt }: Mirror) {
  const isPlain = walk !== 'running' && !isApproved;
  const walkPosition = isPlain ? null : JSON.stringify({ ...position, approved: isApproved });
  return { walkState: walk, walkPosition, passStartedAt };
}

export function readingColumns({ newest, windows, overlapped: seen, refusedAt, turn }: Mirror) {
  return { newest, windows: JSON.stringify({ windows, overlapped: seen, refusedAt, turn }) };
}

/** The walk position of a mirror whose teams a person has just narrowed. */
export const approvedBeginning = JSON.stringify({ ...beginning, approved: true });

export interface Stretch {
  from: string | null;
  to: string | null;
  met: Set<string>;
}

export interface MirrorStep {
  mirror: Mirror;
  /** The stretch of createdAt that the page has told everything about, if any. */
  covered: Stretch | null;
}

/** Once the newest changes of a look are stored. */
export function afterMirrorLook(
  mirror: Mirror,
  page: ObjectPage,
  floors: Floors,
  { askedAt, answeredAt, serverDate }: LookTimes & { serverDate: Date | null },
): MirrorStep {
  const stamps = [...page.rows, ...page.unreadable].flatMap(({ createdAt, updatedAt }) => [createdAt, updatedAt]);
  const clock = serverDate ?? answeredAt;
  const newest = newestBelieved({ before: mirror.newest, stamps, hasRows: stamps.length > 0, clock });
  // A removal that waits for a person goes on waiting; everything else was answered.
  const error = mirror.error?.code === 'large_removal' ? mirror.error : null;
  const looked = { ...mirror, newest, error, refusedAt: null };
  const next: Mirror = { ...looked, overlapped: overlapAfter(mirror, newest, floors, { askedAt, answeredAt }) };
  const seen = page.rows.length + page.unreadable.length;
  const passStartedAt = mirror.passStartedAt ?? askedAt;
  if (floors.from === null && mirror.walk === 'done' && seen === 0) return { mirror: next, covered: null };
  const isWhole = !page.hasNextPage && (mirror.walk === 'pending' || floors.from === null);
  if (isWhole) {
    const done = { walk: 'done' as const, position: beginning, seen, passStartedAt };
    return { mirror: { ...next, ...done }, covered: { from: null, to: null, met: idsOf(page) } };
  }
  // With no floor nothing was ever walked with changes in mind: the walk alone reads everything.
  if (floors.from === null) return { mirror: { ...next, walk: pendingUnless(mirror), passStartedAt }, covered: null };
  const oldest = page.rows.at(-1)?.updatedAt;
  if (!page.hasNextPage || (oldest !== undefined && oldest < floors.from)) return { mirror: next, covered: null };
  const at = onward(mirror.collection, beginning, page, 'updatedAt');
  const added = at ? [{ ...at, floor: floors.from }] : [];
  return { mirror: { ...next, windows: [...added, ...mirror.windows] }, covered: null };
}

function pendingUnless({ walk }: Mirror): Mirror['walk'] {
  return walk === 'done' ? 'pending' : walk;
}

/** As for issues, see `afterLook`; and once the overlap is used up nothing moves any more, so that nothing is written. */
function overlapAfter(
  { overlapped: known }: Mirror,
  newest: string | null,
  { overlaps }: Floors,
  { askedAt, answeredAt }: LookTimes,
): Mirror['overlapped'] {
  if (newest === null || !overlaps) return known;
  if (known?.newest !== newest) return { newest, seenAt: answeredAt.getTime(), lookedAt: askedAt.getTime() };
  if (known.lookedAt - known.seenAt > lateness + minutes(1)) return known;
  return { ...known, lookedAt: askedAt.getTime() };
}

export function afterWindowPage(mirror: Mirror, at: MirrorWindow, page: ObjectPage): MirrorStep {
  const [, ...others] = mirror.windows;
  const oldest = page.rows.at(-1)?.updatedAt;
  const isBelow = oldest !== undefined && oldest < at.floor;
  const next = isBelow ? null : onward(mirror.collection, at, page, 'updatedAt');
  const windows = next ? [{ ...next, floor: at.floor }, ...others] : others;
  return { mirror: { ...mirror, windows }, covered: null };
}

export function afterWalkPage(mirror: Mirror, page: ObjectPage): MirrorStep {
  const next = onward(mirror.collection, mirror.position, page, 'createdAt');
  const met = idsOf(page);
  const walked: Mirror = {
    ...mirror,
    walk: next ? 'running' : 'done',
    position: next ?? beginning,
    seen: mirror.seen + met.size,
  };
  for (const id of mirror.position.seen) met.add(id);
  return { mirror: walked, covered: { ...coveredRange(mirror.position, next), met } };
}

/** A cursor of Linear's that no longer leads on: it is read again from the newest on. */
export function withoutCursor(mirror: Mirror, at: MirrorWindow | null): Mirror {
  if (at === null) return { ...mirror, position: beginning, seen: 0 };
  const [, ...others] = mirror.windows;
  return { ...mirror, windows: [{ ...beginning, floor: at.floor }, ...others] };
}

function onward(
  collection: MirroredCollection,
  from: Position,
  page: ObjectPage,
  by: 'createdAt' | 'updatedAt',
): Place | null {
  const next = advance(from, { ...page, issues: page.rows }, by);
  return next && { ...next, after: hasFilter(collection) ? null : page.endCursor };
}

function idsOf(page: ObjectPage): Set<string> {
  return new Set([...page.rows, ...page.unreadable].map(({ id }) => id));
}
