import { existsSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { db } from '@/lib/db/client';
import { RunStop } from '@/lib/sync/run-stop';
import { allCollections, listMirrorDifferences, listStale } from '@/tests/support/mirror-expected';
import { carryOutAny, type MirrorProgram, type MirrorProgramStep, mirrorProgram } from '@/tests/support/mirror-program';
import { change, choose } from '@/tests/support/mirror-start';
import { SyncClock } from '@/tests/support/sync-clock';
import { listDifferences } from '@/tests/support/sync-expected';
import { type Harness, startHarness } from '@/tests/support/sync-harness';
import { startTestDatabase, type TestDatabase } from '@/tests/support/test-database';

const numRuns = Number(process.env['PROPERTY_RUNS'] ?? 4);

let database: TestDatabase;
beforeAll(async () => {
  // Thousands of transactions: what a disk needs for each is not the question here.
  if (existsSync('/dev/shm')) vi.stubEnv('TMPDIR', '/dev/shm');
  database = await startTestDatabase();
});
afterAll(() => database.stop());

interface World {
  harness: Harness;
  clock: SyncClock;
  someTeams: string[];
  teams: 'all' | 'some';
}

const never = { requests: 1e12, complexity: 1e15 };

async function startWorld({ seed, issues, pageSize }: MirrorProgram): Promise<World> {
  const clock = new SyncClock();
  const simulator = { rateLimit: never };
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
  if (step.kind === 'sync') return takeSync(world, step);
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

async function takeSync({ harness, clock }: World, step: Extract<MirrorProgramStep, { kind: 'sync' }>): Promise<void> {
  const { linear, connection } = harness;
  clock.advance(step.pauseMs);
  linear.cursorBehaviour = step.cursor;
  await db().connection.update({ where: { id: connection.id }, data: { maxPagesPerRun: step.bound } });
  for (const { nth, at, operation } of step.midRun) {
    linear.faults.add({ kind: 'run', at, run: (workspace) => carryOutAny(workspace, operation, clock) }, { nth });
  }
  const stop = new AbortController();
  const why = step.end.how === 'crash' ? 'lease_lost' : 'shutdown';
  const end = () => stop.abort(new RunStop(why));
  if (step.end.how !== 'itself') linear.faults.add({ kind: 'run', at: 'before', run: end }, { nth: step.end.nth });
  await harness.sync({ mode: step.mode }, {}, stop);
  linear.faults.clear();
  // What a dead process left is swept once its lease is over.
  if (step.end.how === 'crash') clock.advance(60_000);
}

/** As the scheduler does: slice after slice, 30 seconds apart. */
async function finish({ harness, clock }: World, mode: 'incremental' | 'full'): Promise<void> {
  for (let slice = 0; slice < 300; slice++) {
    clock.advance(30_000);
    const run = await harness.sync(slice === 0 ? { mode, allowLargeRemoval: true } : {});
    if (run.status === 'succeeded') return;
    expect(run).toMatchObject({ status: 'partial', error: null });
  }
  throw new Error('The sync never ends');
}

async function runProgram(made: MirrorProgram): Promise<void> {
  const world = await startWorld(made);
  const { harness, clock } = world;
  try {
    if (made.isComplete) await finish(world, 'incremental');
    for (const step of made.steps) await takeStep(world, step);
    await choose(harness);
    await finish(world, 'incremental');
    if (world.teams === 'all') expect(await listStale(harness.linear.workspace)).toEqual([]);
    await finish(world, 'full');
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
