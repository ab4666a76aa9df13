import { getConnection } from '@/lib/db/connection';
import type { StoredRun } from '@/lib/db/sync-run';
import { must } from '@/lib/kit/must';
import { askLook } from './ask-look';
import { readCheckpoint } from './checkpoint';
import { dryRun } from './dry-run';
import type { HeldRun } from './held-run';
import { type LinearAccess, openClient } from './open-client';
import { type Reach, startReading } from './read-work';
import { settleMissing } from './settle-missing';
import { type Storing, storeLook, storePage } from './store';
import { afterPage, nextWork, type WalkState } from './walk-state';

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
  if (run.dryRun) return dryRun(at, run.mode === 'full');
  const { state, reach } = await lookAndStore(at, run);
  const read = await readAndStore(at, state, reach, connection.maxPagesPerRun);
  if (nextWork(read.state)) return 'partial';
  const isSettled = await settleMissing(at, read.state, read.budget);
  return isSettled ? 'complete' : 'partial';
}

async function lookAndStore(at: Storing, run: StoredRun): Promise<{ state: WalkState; reach: Reach }> {
  const { connection } = at;
  const checkpoint = readCheckpoint(connection.checkpoint);
  const isWaitingForYes = checkpoint.removal !== null && run.allowLargeRemoval;
  const startFullPass = run.mode === 'full' && checkpoint.fullPassStartedAt === null && !isWaitingForYes;
  const asked = await askLook(at);
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
    budget -= 1;
    pending = startReading(at.client, after.state, reach, budget, at.signal);
    await storePage(at, page, after);
    state = after.state;
  }
  return { state, budget };
}
