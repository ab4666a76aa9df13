import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { scheduler } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import { changeConnection } from '@/lib/sync/save-connection';
import { sweepWrites } from '@/lib/sync/write/write-ledger';
import { type LiveProgram, type LiveStep, liveProgram } from '@/tests/support/live-program';
import { makeAdmin, type TestAdmin } from '@/tests/support/people';
import { SyncClock } from '@/tests/support/sync-clock';
import { listDifferences } from '@/tests/support/sync-expected';
import { type Harness, startHarness } from '@/tests/support/sync-harness';
import { Belongings, carryOut } from '@/tests/support/sync-program';
import { Pushes } from '@/tests/support/sync-pushes';
import { finishSync, noLimit, takeSync } from '@/tests/support/sync-step';
import { startTestDatabase, type TestDatabase } from '@/tests/support/test-database';
import { carryOutWrite, type Writing } from '@/tests/support/write-program';

const numRuns = Number(process.env['PROPERTY_RUNS'] ?? 20);

let database: TestDatabase;
let admin: TestAdmin;
beforeAll(async () => {
  database = await startTestDatabase();
  admin = await makeAdmin();
});
afterAll(() => database.stop());

interface World {
  harness: Harness;
  clock: SyncClock;
  belongings: Belongings;
  pushes: Pushes;
  writing: Writing;
  someTeams: string[];
  selection: 'all' | 'some';
}

async function startWorld({ seed, issues, pageSize, teams, fates, isStamped }: LiveProgram): Promise<World> {
  const clock = new SyncClock();
  const harness = await startHarness({
    database,
    clock,
    issues,
    workspace: { seed, bumpUpdatedAtOnOtherFields: isStamped },
    simulator: { rateLimit: noLimit },
    access: { pageSize },
    connection: { teamKeys: teams === 'all' ? [] : ['ENG', 'MOB'] },
  });
  const someTeams = [...harness.linear.workspace.teams.values()].slice(0, 2).map(({ id }) => id);
  await db().connection.updateMany({ data: { writeBack: 'everyone' } });
  const pushes = new Pushes(harness, clock, fates);
  if (fates.length > 0) await pushes.start();
  const writing: Writing = { harness, clock, actor: admin.actor, names: [] };
  return { harness, clock, belongings: new Belongings(), pushes, writing, someTeams, selection: teams };
}

async function select(world: World, teams: 'all' | 'some'): Promise<void> {
  const { harness, someTeams } = world;
  const teamKeys = teams === 'all' ? [] : someTeams.map((id) => harness.linear.workspace.team(id).key);
  await changeConnection(
    scheduler,
    harness.connection.id,
    { teamKeys },
    { access: harness.access, signal: new AbortController().signal },
  );
  world.selection = teams;
}

async function takeStep(world: World, step: LiveStep): Promise<void> {
  const { harness, clock, belongings, pushes, writing } = world;
  if (step.kind === 'operation') carryOut(harness.linear.workspace, step.operation, clock);
  else if (step.kind === 'person') await belongings.write(step.a);
  else if (step.kind === 'select') await select(world, step.teams);
  else if (step.kind === 'drain') await pushes.drain();
  else if (step.kind === 'write') {
    await carryOutWrite(writing, step.write);
    harness.linear.faults.clear();
  } else await takeSync(world, step, carryOut);
  await pushes.settle();
  expect(await belongings.listLosses()).toEqual([]);
}

async function runProgram(made: LiveProgram): Promise<void> {
  const world = await startWorld(made);
  try {
    for (const step of made.steps) await takeStep(world, step);
    const { workspace } = world.harness.linear;
    const compared = world.selection === 'all' ? {} : { teamIds: world.someTeams };
    await world.pushes.drain();
    world.clock.advance(300_000);
    await sweepWrites(world.harness.access);
    await finishSync(world, 'incremental');
    expect(
      await listDifferences(workspace, { ...compared, withoutParent: true, allowUndetectedDeletes: true }),
    ).toEqual([]);
    await finishSync(world, 'full');
    expect(await listDifferences(workspace, compared)).toEqual([]);
    expect(await world.belongings.listLosses()).toEqual([]);
    await expectToBecomeCheap(world);
  } finally {
    world.pushes.stop();
    await world.harness.stop();
  }
}

/** Looks overlap with what was just changed; then one request tells that nothing did. */
async function expectToBecomeCheap({ harness, clock }: World): Promise<void> {
  for (let look = 0; look < 60; look++) {
    clock.advance(120_000);
    const run = await harness.sync();
    if (run.requests === 1 && run.status === 'succeeded') return;
  }
  throw new Error('An unchanged workspace goes on costing more than one request');
}

it(`ends as Linear is, with one task for each issue and every note kept, pushes and writes or not, in ${numRuns} random programs`, async () => {
  await fc.assert(fc.asyncProperty(liveProgram, runProgram), {
    numRuns,
    endOnFailure: process.env['PROPERTY_SHRINK'] !== 'yes',
  });
}, 3_600_000);
