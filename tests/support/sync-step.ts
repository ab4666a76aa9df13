import fc from 'fast-check';
import { expect } from 'vitest';
import { db } from '@/lib/db/client';
import { RunStop } from '@/lib/sync/run-stop';
import type { CursorBehaviour } from '@/tests/fakes/linear/pagination';
import type { Workspace } from '@/tests/fakes/linear/workspace';
import type { SyncClock } from './sync-clock';
import type { Harness } from './sync-harness';

/** A run of a random program, with what happens at Linear in the middle of it. */
export interface SyncStep<Operation> {
  kind: 'sync';
  mode: 'incremental' | 'full';
  bound: number;
  cursor: CursorBehaviour;
  midRun: { nth: number; at: 'before' | 'after'; operation: Operation }[];
  /** How the run ends, unless by itself, at its nth request. */
  end: { how: 'itself' | 'shutdown' | 'crash' | 'takeover'; nth: number };
  pauseMs: number;
}

interface Place {
  harness: Harness;
  clock: SyncClock;
}

/** Rounds of a random program need no limit of Linear's. */
export const noLimit = { requests: 1e12, complexity: 1e15 };

/** `endings`: as often as they stand there. */
export function syncStep<Operation>(
  operation: fc.Arbitrary<Operation>,
  { bound, nth, endings }: { bound: number; nth: number; endings: SyncStep<Operation>['end']['how'][] },
): fc.Arbitrary<SyncStep<Operation>> {
  return fc.record({
    kind: fc.constant('sync' as const),
    mode: fc.constantFrom('incremental' as const, 'incremental' as const, 'full' as const),
    bound: fc.integer({ min: 1, max: bound }),
    cursor: fc.constantFrom<CursorBehaviour>('anchor', 'lost-anchor', 'restart', 'offset', 'snapshot'),
    midRun: fc.array(
      fc.record({
        nth: fc.integer({ min: 1, max: nth + 2 }),
        at: fc.constantFrom('before' as const, 'after' as const),
        operation,
      }),
      { maxLength: 4 },
    ),
    end: fc.record({ how: fc.constantFrom(...endings), nth: fc.integer({ min: 1, max: nth }) }),
    pauseMs: fc.constantFrom(0, 5_000, 30_000, 90_000),
  });
}

export async function takeSync<Operation>(
  { harness, clock }: Place,
  step: SyncStep<Operation>,
  carryOut: (workspace: Workspace, operation: Operation, clock: SyncClock) => void,
): Promise<void> {
  const { linear, connection } = harness;
  clock.advance(step.pauseMs);
  linear.cursorBehaviour = step.cursor;
  await db().connection.update({ where: { id: connection.id }, data: { maxPagesPerRun: step.bound } });
  for (const { nth, at, operation } of step.midRun) {
    linear.faults.add({ kind: 'run', at, run: (workspace) => carryOut(workspace, operation, clock) }, { nth });
  }
  const stop = new AbortController();
  let other: Promise<unknown> = Promise.resolve();
  const end = () => {
    if (step.end.how === 'shutdown') stop.abort(new RunStop('shutdown'));
    if (step.end.how === 'crash') stop.abort(new RunStop('lease_lost'));
    if (step.end.how !== 'takeover') return;
    clock.advance(60_000);
    other = harness.sync();
  };
  if (step.end.how !== 'itself') linear.faults.add({ kind: 'run', at: 'before', run: end }, { nth: step.end.nth });
  if (step.end.how === 'takeover') linear.faults.add({ kind: 'delay', ms: 15 }, { nth: step.end.nth });
  await harness.sync({ mode: step.mode }, {}, stop);
  await other;
  linear.faults.clear();
  // What a dead process left is swept once its lease is over.
  if (step.end.how === 'crash') clock.advance(60_000);
}

/** As the scheduler does: slice after slice, 30 seconds apart. */
export async function finishSync({ harness, clock }: Place, mode: 'incremental' | 'full'): Promise<void> {
  for (let slice = 0; slice < 300; slice++) {
    clock.advance(30_000);
    const run = await harness.sync(slice === 0 ? { mode, allowLargeRemoval: true } : {});
    if (run.status === 'succeeded') return;
    expect(run).toMatchObject({ status: 'partial', error: null });
  }
  throw new Error('The sync never ends');
}
