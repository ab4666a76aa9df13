import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { sweepWrites } from '@/lib/sync/write/write-ledger';
import { makeAdmin, type TestAdmin } from '@/tests/support/people';
import { SyncClock } from '@/tests/support/sync-clock';
import { listDifferences } from '@/tests/support/sync-expected';
import { startHarness } from '@/tests/support/sync-harness';
import { carryOut } from '@/tests/support/sync-program';
import { startTestDatabase, type TestDatabase } from '@/tests/support/test-database';
import {
  carryOutWrite,
  type WriteProgram,
  type WriteStep,
  type Writing,
  writeProgram,
} from '@/tests/support/write-program';

const numRuns = Number(process.env['PROPERTY_RUNS'] ?? 8);

let database: TestDatabase;
let admin: TestAdmin;
beforeAll(async () => {
  database = await startTestDatabase();
  admin = await makeAdmin();
});
afterAll(() => database.stop());

async function startWriting({ seed, issues, pageSize, isStamped }: WriteProgram): Promise<Writing> {
  const clock = new SyncClock();
  const harness = await startHarness({
    database,
    clock,
    issues,
    workspace: { seed, bumpUpdatedAtOnOtherFields: isStamped },
    simulator: { rateLimit: { requests: 1e12, complexity: 1e15 } },
    access: { pageSize },
  });
  await harness.syncAll();
  await db().connection.updateMany({ data: { writeBack: 'everyone' } });
  return { harness, clock, actor: admin.actor, names: [] };
}

async function takeStep(writing: Writing, step: WriteStep): Promise<void> {
  const { harness, clock } = writing;
  const { linear } = harness;
  clock.advance(1_000);
  if (step.kind === 'operation') carryOut(linear.workspace, step.operation, clock);
  else if (step.kind === 'write') await carryOutWrite(writing, step.write);
  else {
    let written: Promise<unknown> = Promise.resolve();
    const meanwhile = () => {
      for (const each of step.operations) carryOut(linear.workspace, each, clock);
      // Faults of a write would strike the run's own questions: those are tried by the other tests.
      const writes = step.writes.map((write) => carryOutWrite(writing, { ...write, fault: 'none', isBlind: false }));
      written = Promise.all(writes);
    };
    linear.faults.add({ kind: 'run', at: 'after', run: meanwhile }, { nth: step.nth });
    linear.faults.add({ kind: 'delay', ms: 30 }, { nth: step.nth });
    await harness.sync({ mode: step.mode, allowLargeRemoval: true });
    await written;
  }
  linear.faults.clear();
}

/** Of what was written from here, under every name that it had: at Linear at most once, and one task each. */
async function listDoubles({ harness: { linear }, names }: Writing): Promise<string[]> {
  const { issues, comments } = linear.workspace;
  const made = [...issues.values()].map(({ title }) => title);
  const said = [...comments.values()].map(({ body }) => body);
  const tasks = (await db().task.findMany({ select: { title: true } })).map(({ title }) => title);
  return [made, said, tasks].flatMap((list) => names.filter((name) => list.filter((each) => each === name).length > 1));
}

async function runProgram(made: WriteProgram): Promise<void> {
  const writing = await startWriting(made);
  const { harness, clock } = writing;
  try {
    for (const step of made.steps) await takeStep(writing, step);
    expect(await listDoubles(writing)).toEqual([]);
    clock.advance(300_000);
    await sweepWrites(harness.access);
    expect(await db().linearWrite.count({ where: { status: { in: ['pending', 'unknown'] } } })).toBe(0);
    await harness.syncAll({ mode: 'full', allowLargeRemoval: true });
    expect(await listDifferences(harness.linear.workspace)).toEqual([]);
    expect(await listDoubles(writing)).toEqual([]);
    const mine = await db().task.findMany({ where: { notes: 'Mine.' }, select: { source: true, externalId: true } });
    expect(mine.every(({ source, externalId }) => (source === 'linear') === (externalId !== null))).toBe(true);
  } finally {
    await harness.stop();
  }
}

it('comes to what Linear has, with nothing twice, whatever is written and whichever answers are lost', async () => {
  const property = fc.asyncProperty(writeProgram, runProgram);
  const isShrunk = process.env['PROPERTY_SHRINK'] === 'yes';
  await fc.assert(property, { numRuns, endOnFailure: !isShrunk });
}, 600_000);
