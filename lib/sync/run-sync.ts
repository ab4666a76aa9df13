import { getConnection } from '@/lib/db/connection';
import type { StoredRun } from '@/lib/db/sync-run';
import { must } from '@/lib/kit/must';
import type { IssuePage } from '@/lib/linear/types';
import { readMirrors } from '@/lib/sync/mirror/mirror-run';
import { drainDueHints } from '@/lib/sync/push/hints-drain';
import { runHints } from '@/lib/sync/push/run-hints';
import { askLook } from './ask-look';
import { readCheckpoint } from './checkpoint';
import { dryRun } from './dry-run';
import type { HeldRun } from './held-run';
import { type LinearAccess, openClient } from './open-client';
import { type Reach, startReading } from './read-work';
import { settleMissing } from './settle-missing';
import { type Storing, storeLook, storePage } from './store';
import { afterPage, nextWork, progressOf, type WalkState } from './walk-state';

export interface RunInput {
  run: StoredRun;
  held: HeldRun;
  access: LinearAccess;
  now: () => Date;
  signal: AbortSignal;
}

/** Reads and stores until all is read, or the run's budget of pages is spent. */
export async function runSync({ run, held, access, now, signal }: RunInput): Promise<'complete' | 'partial'> {
  const connection = must(await getConnection(run.connectionId), 'the connection of a run');
  const client = openClient(connection, access, {
    onWait: (until) => held.save({ status: until ? 'waiting' : 'running', waitingUntil: until }),
  });
  held.client = client;
  const at: Storing = { connection, held, client, now, signal };
  if (run.trigger === 'webhook') {
    await runHints(at);
    return 'complete';
  }
  if (run.dryRun) return dryRun(at, run.mode === 'full');
  const { state, reach } = await lookAndStore(at, run);
  const read = await readAndStore(at, state, reach, connection.maxPagesPerRun);
  if (nextWork(read.state)) return 'partial';
  const budget = await settleMissing(at, read.state, read.budget);
  if (budget === null) return 'partial';
  const progress = progressOf(read.state, held.counts.fetched);
  const isMirrored = await readMirrors(at, run, { teamIds: reach.teamIds, budget, progress });
  return isMirrored ? 'complete' : 'partial';
}

async function lookAndStore(at: Storing, run: StoredRun): Promise<{ state: WalkState; reach: Reach }> {
  const { connection } = at;
  const checkpoint = readCheckpoint(connection.checkpoint);
  // Before anything was read there is nowhere to put what they name: the walks find it.
  if (checkpoint.newest !== null) await drainDueHints(at);
  const isWaitingForYes = checkpoint.removal !== null && run.allowLargeRemoval;
  const startFullPass = run.mode === 'full' && checkpoint.fullPassStartedAt === null && !isWaitingForYes;
  const asked = await askLook(at, startFullPass);
  return {
    state: await storeLook(at, asked.answer, { ...asked, startFullPass, allowLargeRemoval: run.allowLargeRemoval }),
    reach: asked.reach,
  };
}

/** While a page is being stored, the next is already on its way. */
async function readAndStore(
  at: Storing,
  first: WalkState,
  reach: Reach,
  pages: number,
): Promise<{ state: WalkState; budget: number }> {
  let state = first;
  let budget = pages;
  for (let pending = startReading(at.client, state, reach, budget, at.signal); pending; ) {
    const page = await pending.page;
    at.signal.throwIfAborted();
    const after = afterPage(state, pending.work, page);
    // Before the next question, so that only the page in hand is older than what this reads.
    const fresher = await drainDueHints(at);
    budget -= 1;
    pending = startReading(at.client, after.state, reach, budget, at.signal);
    await storePage(at, without(page, fresher), after);
    state = after.state;
  }
  return { state, budget };
}

function without(page: IssuePage, ids: ReadonlySet<string>): IssuePage {
  if (ids.size === 0) return page;
  const isOther = ({ id }: { id: string }) => !ids.has(id);
  return { ...page, issues: page.issues.filter(isOther), unreadable: page.unreadable.filter(isOther) };
}
