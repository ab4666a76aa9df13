import { z } from 'zod';
import { hours, minutes, seconds } from '@/lib/kit/sleep';
import { justAfter } from '@/lib/linear/issue-filter';
import type { Look } from '@/lib/linear/look';
import { advance, start } from './position';

/** A stretch of changes that a look found to be longer than one page: read down to its floor by this run or the next. */
const window = z.object({
  stream: z.enum(['changed', 'archived', 'outside']),
  /** Of `updatedAt`; for the archived stream of `archivedAt`. Null: no floor. */
  floor: z.string().nullable(),
  before: z.string().nullable(),
  seen: z.array(z.string()),
});
export type Window = z.infer<typeof window>;

const checkpoint = z.object({
  /** The newest of Linear's stamps that a look saw: all that was committed before that look is stored, or in `windows`. */
  newest: z.string().nullable().default(null),
  /** The same at the last look that overlapped the one before, with our clock just before it, and just after the first look that saw this stamp. */
  overlapped: z.object({ newest: z.string(), seenAt: z.number(), lookedAt: z.number() }).nullable().default(null),
  windows: z.array(window).default([]),
  fullPassStartedAt: z.iso.datetime().nullable().default(null),
  /** A full pass that would remove a suspicious lot waits here for a person, whose yes holds until a pass is complete. */
  removal: z
    .object({ state: z.enum(['approved', 'blocked']), candidates: z.number(), live: z.number() })
    .nullable()
    .default(null),
});
export type Checkpoint = z.infer<typeof checkpoint>;

export function readCheckpoint(json: string): Checkpoint {
  return checkpoint.parse(JSON.parse(json));
}

/** How long after its stamp a change may become visible (Linear commits in parallel): looks overlap by this much. */
export const lateness = minutes(1);
/** A stamp further ahead of Linear's own clock than this is not believed: one such row would blind all later looks. */
const longestLead = seconds(10);
/** How far the clock that stamps may be behind the one that dates the answers, where nothing better is known. */
const clockDoubt = hours(1);

/** Our clock just before the look was asked for, and just after its answer. */
export interface LookTimes {
  askedAt: Date;
  answeredAt: Date;
}

export interface Floors {
  /** Null: nothing was ever seen. */
  from: string | null;
  overlaps: boolean;
}

/**
 * From which stamp on the next look must ask. After a look at which `newest` was the newest stamp, whatever is committed
 * later carries a stamp above newest − lateness. When a second look came a while after the first and still saw the same
 * newest stamp, that while adds to the floor: an unchanged workspace soon answers with no rows at all.
 * Only differences of our own clock are used, so its skew does not matter.
 */
export function nextFloors({
  newest,
  overlapped,
  windows,
}: Pick<Checkpoint, 'newest' | 'overlapped'> & { windows: readonly unknown[] }): Floors {
  if (newest === null || overlapped === null) return { from: null, overlaps: true };
  // Unfinished windows begin at `newest`: asking for the overlap again would re-read them for ever under a small bound.
  if (windows.length > 0) return { from: justAfter(newest), overlaps: false };
  const waited = Math.max(0, overlapped.lookedAt - overlapped.seenAt);
  const floor = Date.parse(overlapped.newest) - lateness + waited;
  return { from: new Date(Math.min(floor, Date.parse(overlapped.newest) + 1)).toISOString(), overlaps: true };
}

/** The checkpoint once the rows of this look are stored. */
export function afterLook(
  before: Checkpoint,
  look: Look,
  floors: Floors,
  { askedAt, answeredAt }: LookTimes,
): Checkpoint {
  const newest = newestStamp(before.newest, look, answeredAt);
  const windows = floors.from === null ? [] : newWindows(look, floors.from);
  const known = before.overlapped;
  const isSame = known !== null && known.newest === newest;
  const overlapped =
    newest === null || !floors.overlaps
      ? known
      : { newest, seenAt: isSame ? known.seenAt : answeredAt.getTime(), lookedAt: askedAt.getTime() };
  return { ...before, newest, overlapped, windows: [...windows, ...before.windows] };
}

function newWindows(look: Look, floor: string): Window[] {
  const streams = [
    { stream: 'changed', page: look.changed, by: 'updatedAt' },
    { stream: 'archived', page: look.archived, by: 'createdAt' },
    { stream: 'outside', page: look.outside, by: 'updatedAt' },
  ] as const;
  return streams.flatMap(({ stream, page, by }) => {
    const next = advance(start, page, by);
    return next ? [{ stream, floor, ...next }] : [];
  });
}

/**
 * The newest stamp that Linear can really have given by now. One that lies ahead is passed over, not cut down: all that is
 * found must be older than what will come.
 */
function newestStamp(before: string | null, look: Look, answeredAt: Date): string | null {
  const stamps = [look.changed, look.archived, look.outside].flatMap((page) => [
    ...page.issues.flatMap(({ createdAt, updatedAt, archivedAt }) => [createdAt, updatedAt, archivedAt]),
    ...page.unreadable.flatMap(({ createdAt, updatedAt }) => [createdAt, updatedAt]),
  ]);
  const hasRows = look.changed.issues.length + look.changed.unreadable.length > 0;
  return newestBelieved({ before, stamps, hasRows, clock: look.serverDate ?? answeredAt });
}

export function newestBelieved({
  before,
  stamps,
  hasRows,
  clock,
}: {
  before: string | null;
  stamps: (string | null)[];
  hasRows: boolean;
  /** Linear's where its answer told it. */
  clock: Date;
}): string | null {
  const latest = new Date(clock.getTime() + longestLead).toISOString();
  const believed = stamps.flatMap((stamp) => (stamp !== null && stamp <= latest ? [stamp] : []));
  const newest = [...believed, ...(before === null ? [] : [before])].sort().at(-1);
  if (newest !== undefined) return newest;
  return hasRows ? new Date(clock.getTime() - clockDoubt).toISOString() : null;
}
