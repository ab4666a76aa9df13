import { AppError } from '@/lib/errors/app-error';
import type { LinearClient } from '@/lib/linear/client';
import { readObjects } from '@/lib/linear/collections';
import { isRefusal } from '@/lib/linear/collections-look';
import type { ObjectPage } from '@/lib/linear/collections-types';
import { drainDueHints } from '@/lib/sync/push/hints-drain';
import type { Storing } from '@/lib/sync/store';
import {
  afterWalkPage,
  afterWindowPage,
  type Mirror,
  type MirrorStep,
  type MirrorWindow,
  withoutCursor,
} from './mirror';
import { type Progress, refusedMirror, storeMirrorPage, withMirrors } from './mirror-page';

export interface Work {
  mirror: Mirror;
  /** Null: the walk. */
  window: MirrorWindow | null;
}

/** Fresh first, as for issues. Null: all is read. */
export function nextMirrorWork(mirrors: Mirror[]): Work | null {
  for (const mirror of mirrors) {
    const [window] = mirror.windows;
    if (window) return { mirror, window };
  }
  const mirror = mirrors.find(({ walk }) => walk !== 'done');
  return mirror ? { mirror, window: null } : null;
}

interface Pending {
  work: Work;
  page: Promise<ObjectPage | AppError>;
}

export interface ReadMirrors {
  mirrors: Mirror[];
  budget: number;
}

/** So often in a run a cursor may break before its collection waits for the next. */
const mostRestarts = 3;
const empty: ObjectPage = { objects: [], unreadable: [], rows: [], hasNextPage: false, endCursor: null };

/** Windows and walks until all is read or the pages are spent. While a page is stored, the next is on its way. */
export async function readOnMirrors(
  at: Storing,
  first: ReadMirrors,
  { teamIds, progress }: { teamIds: string[] | null; progress: Progress },
): Promise<ReadMirrors> {
  let { mirrors, budget } = first;
  const restarts = new Map<string, number>();
  const startNext = () => startReading(at, mirrors, budget, teamIds);
  for (let pending = startNext(); pending; ) {
    const { work } = pending;
    const answer = await pending.page;
    at.signal.throwIfAborted();
    // Before the next question, so that only the page in hand is older than what this reads.
    const fresher = await drainDueHints(at);
    budget -= 1;
    const tried = restarts.get(work.mirror.collection) ?? 0;
    const { page, step, outcome } = afterPage(work, answer, tried, at.now());
    if (outcome === 'restarted') restarts.set(work.mirror.collection, tried + 1);
    mirrors = mirrors.flatMap((each) => {
      if (each.collection !== work.mirror.collection) return [each];
      return outcome === 'refused' ? [] : [step.mirror];
    });
    pending = startNext();
    const shown = withMirrors(progress, mirrors, at.client.pageSize);
    const isHere = await storeMirrorPage(at, {
      before: work.mirror,
      step,
      page: withoutObjects(page, fresher),
      progress: shown,
    });
    if (isHere) continue;
    mirrors = mirrors.filter(({ collection }) => collection !== work.mirror.collection);
    if (pending?.work.mirror.collection === work.mirror.collection) pending = startNext();
  }
  return { mirrors, budget };
}

/** What was read anew, or not answered any more, since the page was asked for. Where the walk goes on is the page's to say. */
function withoutObjects(page: ObjectPage, ids: ReadonlySet<string>): ObjectPage {
  return ids.size === 0 ? page : { ...page, objects: page.objects.filter(({ id }) => !ids.has(id)) };
}

interface After {
  page: ObjectPage;
  step: MirrorStep;
  outcome: 'read' | 'restarted' | 'refused';
}

function afterPage(work: Work, answer: ObjectPage | AppError, restarts: number, now: Date): After {
  const { mirror, window } = work;
  const found = answer instanceof AppError ? answer : follow(work, answer);
  if (!(found instanceof AppError)) return { ...found, outcome: 'read' };
  const isByCursor = (window ?? mirror.position).after !== null;
  const isRestarted = isByCursor && restarts < mostRestarts;
  const next = isRestarted ? withoutCursor(mirror, window) : refusedMirror(mirror, found, now);
  return { page: empty, step: { mirror: next, covered: null }, outcome: isRestarted ? 'restarted' : 'refused' };
}

function follow({ mirror, window }: Work, page: ObjectPage): Pick<After, 'page' | 'step'> | AppError {
  try {
    return { page, step: window ? afterWindowPage(mirror, window, page) : afterWalkPage(mirror, page) };
  } catch (error) {
    return ownFault(error);
  }
}

/** A fault of one collection; everything else is the run's. */
function ownFault(error: unknown): AppError {
  if (isRefusal(error) || (error instanceof AppError && error.code === 'linear_bad_answer')) return error;
  throw error;
}

function startReading(at: Storing, mirrors: Mirror[], budget: number, teamIds: string[] | null): Pending | null {
  const work = budget > 0 ? nextMirrorWork(mirrors) : null;
  if (!work) return null;
  const page = ask(at.client, work, teamIds, at.signal).catch(ownFault);
  // Whoever awaits it hears of a failure; until then it is not an unhandled one.
  page.catch(() => undefined);
  return { work, page };
}

function ask(
  client: LinearClient,
  { mirror, window }: Work,
  teamIds: string[] | null,
  signal: AbortSignal,
): Promise<ObjectPage> {
  const { before, seen: exceptIds, after } = window ?? mirror.position;
  const by = window ? 'updatedAt' : 'createdAt';
  const from = window?.floor ?? null;
  return readObjects(client, mirror.collection, { teamIds, by, from, before, exceptIds, after }, signal);
}
