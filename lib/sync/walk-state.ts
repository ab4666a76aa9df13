import { z } from 'zod';
import type { StoredTeamScope } from '@/lib/db/team-scope';
import type { IssuePage } from '@/lib/linear/types';
import type { Checkpoint, Window } from './checkpoint';
import { advance, coveredRange, type Position, start } from './position';

/** A team that is synced, and how far the walk over all its issues has come. */
export interface TeamWalk {
  scopeId: string;
  teamId: string;
  key: string;
  state: 'pending' | 'running' | 'done';
  position: Position;
  seen: number;
  total: number;
  isImported: boolean;
}

/** Where a run stands. Kept in memory one page ahead of the database, which gets it with each page's rows. */
export interface WalkState {
  checkpoint: Checkpoint;
  walks: TeamWalk[];
}

export type Work = { kind: 'window'; window: Window } | { kind: 'walk'; walk: TeamWalk };

/** Fresh first: what changed comes before what has been there for long. Null: all is read. */
export function nextWork({ checkpoint, walks }: WalkState): Work | null {
  const [window] = checkpoint.windows;
  if (window) return { kind: 'window', window };
  const walk = walks.find(({ state }) => state !== 'done');
  return walk ? { kind: 'walk', walk } : null;
}

export interface Covered {
  teamId: string;
  from: string | null;
  to: string | null;
  /** Issues of that stretch, readable or not. */
  met: Set<string>;
}

export interface Step {
  /** The state once this page is stored. */
  state: WalkState;
  /** For a walk: what moved, and the stretch that the page has told everything about. */
  walked: { before: TeamWalk; after: TeamWalk; covered: Covered } | null;
}

export function afterPage(state: WalkState, work: Work, page: IssuePage): Step {
  if (work.kind === 'window') {
    const next = advance(work.window, page, work.window.stream === 'archived' ? 'createdAt' : 'updatedAt');
    const [, ...others] = state.checkpoint.windows;
    const windows = next ? [{ ...work.window, ...next }, ...others] : others;
    return { state: { ...state, checkpoint: { ...state.checkpoint, windows } }, walked: null };
  }
  const { walk } = work;
  const next = advance(walk.position, page, 'createdAt');
  const met = [...page.issues, ...page.unreadable].map(({ id }) => id);
  const after: TeamWalk = {
    ...walk,
    state: next ? 'running' : 'done',
    position: next ?? start,
    seen: walk.seen + met.length,
    isImported: walk.isImported || !next,
  };
  const walks = state.walks.map((other) => (other.scopeId === walk.scopeId ? after : other));
  const covered = {
    teamId: walk.teamId,
    ...coveredRange(walk.position, next),
    met: new Set([...met, ...walk.position.seen]),
  };
  return { state: { ...state, walks }, walked: { before: walk, after, covered } };
}

/** What is known to be left, for the progress bar. */
export function progressOf({ walks }: WalkState, fetched: number): { done: number; total: number } {
  const open = walks.some(({ state }) => state !== 'done');
  if (!open && walks.every(({ seen }) => seen === 0)) return { done: fetched, total: fetched };
  const total = walks.reduce((sum, walk) => sum + Math.max(walk.total, walk.seen), 0);
  const done = walks.reduce(
    (sum, walk) => sum + (walk.state === 'done' ? Math.max(walk.total, walk.seen) : walk.seen),
    0,
  );
  return { done, total };
}

const position = z.object({ before: z.string().nullable(), seen: z.array(z.string()) });

export function readWalk(scope: StoredTeamScope): TeamWalk {
  return {
    scopeId: scope.id,
    teamId: scope.externalTeamId,
    key: scope.key,
    state: scope.walkState === 'done' || scope.walkState === 'running' ? scope.walkState : 'pending',
    position: scope.walkPosition === null ? start : position.parse(JSON.parse(scope.walkPosition)),
    seen: scope.walkSeen,
    total: scope.issueCount,
    isImported: scope.importedAt !== null,
  };
}
