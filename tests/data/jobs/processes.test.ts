import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { config } from '@/lib/config/config';
import { db } from '@/lib/db/client';
import { must } from '@/lib/kit/must';
import { requestRun } from '@/lib/sync/request-run';
import type { LinearSimulator } from '@/tests/fakes/linear/linear-simulator';
import { ChildServer } from '@/tests/support/child-server';
import { countTasks, type Harness, startHarness } from '@/tests/support/sync-harness';

const issues = 1_500;
let harness: Harness;
let linear: LinearSimulator;
let children: ChildServer[] = [];
beforeEach(async () => {
  harness = await startHarness({ issues, connection: { schedule: { enabled: false, cron: '0 0 1 1 *' } } });
  linear = harness.linear;
});
afterEach(async () => {
  await Promise.all(children.map((child) => child.kill()));
  children = [];
  await harness.stop();
});

/** A whole server process but the pages: it migrates, starts the schedule, and ends on SIGTERM. */
function start(env: Record<string, string> = {}): ChildServer {
  const child = new ChildServer(['--import', 'tsx', 'tests/support/faulty-start.ts'], {
    DATA_DIR: config().dataDir,
    LINEAR_API_URL: linear.url,
    LOG_LEVEL: 'info',
    // Vitest sets one of its own.
    BASE_URL: '',
    ...env,
  });
  children.push(child);
  return child;
}

const queue = () =>
  requestRun(
    {
      connectionId: harness.connection.id,
      mode: 'incremental',
      dryRun: false,
      allowLargeRemoval: false,
      trigger: 'manual',
      requestedById: null,
    },
    new Date(),
  );

const lastRun = async () => must((await db().syncRun.findMany({ orderBy: { id: 'desc' }, take: 1 }))[0]);

/** All tasks are there, each issue has one, and the ledger has nothing open. */
async function endsWell(child: ChildServer): Promise<void> {
  await child.waitFor('the import', async () => ((await lastRun()).status === 'succeeded' ? true : undefined));
  expect(await countTasks()).toBe(issues);
  expect(await db().syncRun.count({ where: { activeKey: { not: null } } })).toBe(0);
  expect(await db().task.count({ where: { missingSince: { not: null } } })).toBe(0);
  expect(await db().task.count({ where: { sourceState: 'gone' } })).toBe(0);
}

/** Nothing of a page without the rest of it: the walks have seen what is stored. */
async function isWhole(): Promise<void> {
  const { _sum } = await db().teamScope.aggregate({ _sum: { walkSeen: true } });
  expect((await countTasks()) - (_sum.walkSeen ?? 0)).toBeLessThanOrEqual(1);
  expect((await countTasks()) - (_sum.walkSeen ?? 0)).toBeGreaterThanOrEqual(0);
}

describe('a server that is told to end', () => {
  it('stores or drops the page in hand, ends soon with code 0, and goes on at the next start', async () => {
    linear.latencyMs = 120;
    await queue();
    const first = start();
    await first.waitFor('some pages', async () => ((await countTasks()) > 400 ? true : undefined));
    const askedAt = performance.now();
    await first.stop();
    expect(performance.now() - askedAt).toBeLessThan(10_000);
    expect(first.printed).toContain('stopping');
    expect(await lastRun()).toMatchObject({ status: 'interrupted', activeKey: null });
    expect(await countTasks()).toBeLessThan(issues);
    await isWhole();
    linear.latencyMs = 0;
    await endsWell(start());
    expect(await db().syncRun.count()).toBe(2);
  });

  it('ends while Linear does not answer', async () => {
    linear.faults.always({ kind: 'hang' });
    await queue();
    const child = start();
    await child.waitFor('the question', () => (linear.requests.length > 1 ? true : undefined));
    await child.stop();
    expect((await lastRun()).status).toBe('interrupted');
  });
});

describe('a server that is killed', () => {
  it('at any point loses nothing: the next start goes on from the last whole page', async () => {
    await queue();
    // The kills fall before a request, right after one, and while the page that came last is being stored.
    for (const waitMs of [0, 8, 30]) {
      const child = start();
      linear.faults.add(
        { kind: 'run', at: 'after', run: () => void setTimeout(() => child.kill(), waitMs) },
        { nth: 3 },
      );
      await child.waitFor('its end', () => undefined).catch(() => undefined);
      linear.faults.clear();
      await isWhole();
      // What a lease that ran out would do after twenty seconds.
      await db().syncRun.updateMany({ where: { activeKey: { not: null } }, data: { leaseExpiresAt: new Date(0) } });
    }
    await endsWell(start());
    expect(await db().syncRun.count({ where: { status: 'interrupted' } })).toBe(3);
  }, 60_000);
});

describe('two servers on one database', () => {
  it('run a queued run once, and a missed tick once, however many ticks were missed', async () => {
    linear.latencyMs = 20;
    await queue();
    const both = [start(), start()];
    for (const child of both) await child.waitFor('start', () => child.printed.includes('"ready"') || undefined);
    await endsWell(must(both[0]));
    expect(await db().syncRun.count()).toBe(1);
    const longAgo = new Date(Date.now() - 3 * 86_400_000);
    await db().connection.updateMany({
      data: { scheduleEnabled: true, scheduleCron: '0 * * * *', lastTickAt: longAgo },
    });
    const looks = linear.requests.length;
    await must(both[0]).waitFor('the tick', async () => ((await db().syncRun.count()) > 1 ? true : undefined));
    await endsWell(must(both[0]));
    for (const child of both) await child.stop();
    expect(await db().syncRun.count()).toBe(2);
    expect(linear.requests.length - looks).toBeLessThan(5);
  }, 60_000);
});

describe('a server that cannot start', () => {
  async function failure(env: Record<string, string>): Promise<string> {
    const child = start(env);
    await child.waitFor('its end', () => undefined).catch(() => undefined);
    expect(child.exitCode).toBe(1);
    return child.printed;
  }

  it('because a newer app has migrated the database says so and ends with code 1', async () => {
    await db().$executeRawUnsafe(
      "INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, started_at, applied_steps_count) VALUES ('x', 'x', 1, '20990101000000_future', 1, 1)",
    );
    const printed = await failure({});
    expect(printed).toContain('Trackline cannot start');
    expect(printed).toMatch(/newer Trackline.*20990101000000_future/);
  });

  it('because its environment is wrong names the variable and ends with code 1', async () => {
    expect(await failure({ LINEAR_API_URL: 'http://linear.example/graphql' })).toContain(
      'LINEAR_API_URL must be https',
    );
  });
});
