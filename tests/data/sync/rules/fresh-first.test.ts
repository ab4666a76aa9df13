import { describe, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { must } from '@/lib/kit/must';
import { SyncClock } from '@/tests/support/sync-clock';
import { issuesOf, provideHarness, setBound } from '@/tests/support/sync-start';

const start = provideHarness();

describe('fresh first', () => {
  it('shows an edit after the next run, however much of the first import is left', async () => {
    const clock = new SyncClock();
    const harness = await start({
      clock,
      issues: 60,
      teams: 1,
      access: { pageSize: 5 },
      connection: { maxPagesPerRun: 1 },
    });
    const { workspace } = harness.linear;
    await harness.sync();
    const oldest = must(issuesOf(workspace)[0]);
    for (const title of ['First edit', 'Second edit']) {
      clock.advance(30_000);
      workspace.updateIssue(oldest, { title });
      expect(await harness.sync()).toMatchObject({ status: 'partial' });
      expect(await db().task.findFirst({ where: { externalId: oldest.id } })).toMatchObject({ title });
    }
  });

  it('shows an issue that is archived during a long import after the next run', async () => {
    const clock = new SyncClock();
    const harness = await start({
      clock,
      issues: 60,
      teams: 1,
      access: { pageSize: 5 },
      connection: { maxPagesPerRun: 1 },
    });
    const { workspace } = harness.linear;
    await harness.sync();
    const issue = must(issuesOf(workspace).find(({ archivedAt }) => archivedAt === null));
    clock.advance(30_000);
    workspace.archiveIssue(issue);
    await harness.sync();
    expect(await db().task.findFirst({ where: { externalId: issue.id } })).toMatchObject({ sourceState: 'archived' });
  });

  it('reads changes, then archived issues, then the rest', async () => {
    const clock = new SyncClock();
    const harness = await start({
      clock,
      issues: 60,
      teams: 1,
      access: { pageSize: 5 },
      connection: { maxPagesPerRun: 2 },
    });
    const { workspace } = harness.linear;
    await harness.sync();
    clock.advance(600_000);
    const issues = issuesOf(workspace);
    for (const issue of issues.slice(0, 12)) workspace.updateIssue(issue, { title: `Edited ${issue.id}` });
    for (const issue of issues.slice(12, 24)) workspace.archiveIssue(issue);
    await setBound(harness, 40);
    harness.linear.requests.clear();
    await harness.sync();
    const kinds = harness.linear.requests.map(({ variables }) => {
      const filter = (variables['filter'] ?? {}) as Record<string, unknown>;
      return 'archivedAt' in filter
        ? 'archived'
        : 'updatedAt' in filter
          ? 'changed'
          : 'filter' in variables
            ? 'walk'
            : 'look';
    });
    expect(kinds.join(' ')).toMatch(/^look( changed)+( archived)+( walk)+$/);
  });
});
