import { describe, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { must } from '@/lib/kit/must';
import type { Issue } from '@/tests/fakes/linear/model';
import { SyncClock } from '@/tests/support/sync-clock';
import { listDifferences, storedTasks } from '@/tests/support/sync-expected';
import { issuesOf, provideHarness } from '@/tests/support/sync-start';

const start = provideHarness();

/** The database refuses this one issue, as it would refuse any row that it cannot hold. */
async function refuse({ id }: Issue): Promise<() => Promise<unknown>> {
  for (const verb of ['INSERT', 'UPDATE']) {
    await db().$executeRawUnsafe(
      `CREATE TRIGGER refuse_${verb} BEFORE ${verb} ON task WHEN NEW.external_id = '${id}' BEGIN SELECT RAISE(ABORT, 'refused by a test'); END`,
    );
  }
  return async () => {
    for (const verb of ['INSERT', 'UPDATE']) await db().$executeRawUnsafe(`DROP TRIGGER refuse_${verb}`);
  };
}

describe('one bad issue is one error', () => {
  it.each(['title', 'state', 'team', 'identifier', 'updatedAt', 'createdAt'])(
    'records an issue without %s, stores all others, and tries it again',
    async (field) => {
      const clock = new SyncClock();
      const harness = await start({ clock, issues: 20, teams: 1, access: { pageSize: 4 } });
      const { workspace, faults } = harness.linear;
      const bad = must(issuesOf(workspace)[9]);
      faults.always({ kind: 'null-field', field, issueId: bad.id });
      const first = await harness.sync();
      expect(first).toMatchObject({ status: 'succeeded', counts: { created: 19, failed: 1 } });
      expect(first.issueErrors).toEqual([
        {
          identifier: field === 'identifier' ? null : bad.identifier,
          externalId: bad.id,
          message: expect.stringContaining(field),
        },
      ]);
      clock.advance(900_000);
      faults.clear();
      expect(await harness.sync()).toMatchObject({ status: 'succeeded', counts: { created: 1, failed: 0 } });
      expect(await listDifferences(workspace)).toEqual([]);
      expect(await db().syncRetry.count()).toBe(0);
    },
  );

  it('does not import all anew, run after run, because the newest issue cannot be read', async () => {
    const clock = new SyncClock();
    const harness = await start({ clock, issues: 20, teams: 1, access: { pageSize: 4 } });
    const { workspace, faults } = harness.linear;
    const newest = workspace.createIssue({ team: 'ENG', title: 'Just made' });
    faults.always({ kind: 'null-field', field: 'updatedAt', issueId: newest.id });
    await harness.sync();
    clock.advance(900_000);
    expect((await harness.sync()).requests).toBeLessThan(3);
    faults.clear();
    await harness.sync();
    expect(await listDifferences(workspace)).toEqual([]);
  });

  it('records an issue of which Linear sent a part with an error', async () => {
    const harness = await start({ issues: 20, teams: 1, access: { pageSize: 4 } });
    harness.linear.faults.nth(3, { kind: 'partial-error', field: 'assignee', nodeIndex: 2 });
    expect(await harness.sync()).toMatchObject({ status: 'succeeded', counts: { created: 19, failed: 1 } });
    expect(await harness.sync()).toMatchObject({ counts: { created: 1 } });
    expect(await listDifferences(harness.linear.workspace)).toEqual([]);
  });

  it('records an issue that the database refuses, stores the 249 beside it, and takes it in later', async () => {
    const clock = new SyncClock();
    const harness = await start({ clock, issues: 300, teams: 1 });
    const { workspace } = harness.linear;
    const bad = must(issuesOf(workspace)[200]);
    const allow = await refuse(bad);
    for (let run = 0; run < 3; run++) {
      const { status, issueErrors } = await harness.sync();
      expect([status, issueErrors]).toEqual([
        'succeeded',
        [{ identifier: bad.identifier, externalId: bad.id, message: expect.stringContaining('refused by a test') }],
      ]);
      clock.advance(900_000);
    }
    expect(await db().task.count()).toBe(299);
    expect(await db().syncRetry.findFirst()).toMatchObject({ externalId: bad.id, attempts: expect.any(Number) });
    await allow();
    expect(await harness.sync()).toMatchObject({ counts: { created: 1, failed: 0 } });
    expect(await listDifferences(workspace)).toEqual([]);
  });

  it('never takes an issue that cannot be read for one that is gone', async () => {
    const harness = await start({ issues: 20, teams: 1, access: { pageSize: 4 } });
    const { workspace, faults } = harness.linear;
    await harness.sync();
    const bad = must(issuesOf(workspace)[9]);
    faults.always({ kind: 'null-field', field: 'title', issueId: bad.id });
    await harness.syncAll({ mode: 'full' });
    expect((await storedTasks()).get(bad.id)).toMatchObject({ sourceState: 'live' });
  });

  it('forgets an issue that failed and is deleted since', async () => {
    const harness = await start({ issues: 20, teams: 1 });
    const { workspace, faults } = harness.linear;
    const bad = must(issuesOf(workspace)[9]);
    faults.always({ kind: 'null-field', field: 'title', issueId: bad.id });
    await harness.sync();
    workspace.deletePermanently(bad);
    faults.clear();
    expect(await harness.sync()).toMatchObject({ status: 'succeeded', counts: { failed: 0 } });
    expect(await db().syncRetry.count()).toBe(0);
  });
});
