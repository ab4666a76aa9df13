import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { allCollections, listMirrorDifferences, listStale } from '@/tests/support/mirror-expected';
import { carryOutAny, type MirrorProgram, type MirrorProgramStep, mirrorProgram } from '@/tests/support/mirror-program';
import { change, choose } from '@/tests/support/mirror-start';
import { SyncClock } from '@/tests/support/sync-clock';
import { listDifferences } from '@/tests/support/sync-expected';
import { type Harness, startHarness } from '@/tests/support/sync-harness';
import { finishSync, noLimit, takeSync } from '@/tests/support/sync-step';
import { startTestDatabase, type TestDatabase } from '@/tests/support/test-database';

const numRuns = Number(process.env['PROPERTY_RUNS'] ?? 4);

let database: TestDatabase;
beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(() => database.stop());

interface World {
  harness: Harness;
  clock: SyncClock;
  someTeams: string[];
  teams: 'all' | 'some';
}

async function startWorld({ seed, issues, pageSize }: MirrorProgram): Promise<World> {
  const clock = new SyncClock();
  const simulator = { rateLimit: noLimit };
  const harness = await startHarness({
    database,
    clock,
    issues,
    workspace: { seed },
    simulator,
    access: { pageSize },
  });
  await choose(harness);
  const someTeams = [...harness.linear.workspace.teams.values()].slice(0, 2).map(({ id }) => id);
  return { harness, clock, someTeams, teams: 'all' };
}

async function takeStep(world: World, step: MirrorProgramStep): Promise<void> {
  const { harness, clock } = world;
  if (step.kind === 'operation') return carryOutAny(harness.linear.workspace, step.operation, clock);
  if (step.kind === 'sync') return takeSync(world, step, carryOutAny);
  if (step.kind === 'collections') {
    await choose(
      harness,
      allCollections.filter((_, place) => place !== step.left),
    );
    return;
  }
  const keys = world.someTeams.map((id) => harness.linear.workspace.team(id).key);
  await change(harness, { teamKeys: step.teams === 'all' ? [] : keys });
  world.teams = step.teams;
}

async function runProgram(made: MirrorProgram): Promise<void> {
  const world = await startWorld(made);
  const { harness, clock } = world;
  try {
    if (made.isComplete) await finishSync(world, 'incremental');
    for (const step of made.steps) await takeStep(world, step);
    await choose(harness);
    await finishSync(world, 'incremental');
    if (world.teams === 'all') expect(await listStale(harness.linear.workspace)).toEqual([]);
    await finishSync(world, 'full');
    const teamIds = world.teams === 'all' ? null : world.someTeams;
    expect(await listMirrorDifferences(harness.linear.workspace, { teamIds })).toEqual([]);
    expect(await listDifferences(harness.linear.workspace, teamIds ? { teamIds } : {})).toEqual([]);
    const errors = await db().mirrorState.findMany({ where: { errorCode: { not: null } } });
    expect(errors).toEqual([]);
    await expectToBecomeCheap(harness, clock);
  } finally {
    await harness.stop();
  }
}

/** Looks overlap with what was just changed; then one for issues and one for the rest tell that nothing did. */
async function expectToBecomeCheap(harness: Harness, clock: SyncClock): Promise<void> {
  for (let look = 0; look < 60; look++) {
    clock.advance(120_000);
    const run = await harness.sync();
    if (run.requests === 2 && run.status === 'succeeded') return;
  }
  throw new Error('An unchanged workspace goes on costing more than two requests');
}

it(`equals Linear in every collection after the next full pass, in ${numRuns} random programs`, async () => {
  await fc.assert(fc.asyncProperty(mirrorProgram, runProgram), {
    numRuns,
    endOnFailure: process.env['PROPERTY_SHRINK'] !== 'yes',
  });
}, 3_600_000);
