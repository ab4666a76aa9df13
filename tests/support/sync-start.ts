import { afterAll, afterEach, beforeAll } from 'vitest';
import { db } from '@/lib/db/client';
import type { Workspace } from '@/tests/fakes/linear/workspace';
import { type Harness, type HarnessOptions, startHarness } from './sync-harness';
import { startTestDatabase, type TestDatabase } from './test-database';

/** For a file of tests: one database, emptied before each harness that a test starts. Stops what was started. */
export function provideHarness(): (options?: HarnessOptions) => Promise<Harness> {
  const started: Harness[] = [];
  let database: TestDatabase;
  beforeAll(async () => {
    database = await startTestDatabase();
  });
  afterEach(async () => {
    for (const harness of started.splice(0)) await harness.stop();
  });
  afterAll(() => database.stop());
  return async (options = {}) => {
    const harness = await startHarness({ database, ...options });
    started.push(harness);
    return harness;
  };
}

export async function setBound({ connection }: Harness, maxPagesPerRun: number): Promise<void> {
  await db().connection.update({ where: { id: connection.id }, data: { maxPagesPerRun } });
}

/** Requests for pages of issues, without the look that every run begins with. */
export function countIssuePages({ linear }: Harness): number {
  return linear.requests.filter(({ operationName }) => operationName === 'Issues' || operationName === 'IssuesById')
    .length;
}

/** The issues in the order in which they were made. */
export function issuesOf(workspace: Workspace) {
  return [...workspace.issues.values()].sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1));
}

export function makeIssues(workspace: Workspace, count: number, at: string, team = 'ENG') {
  return workspace.bulk(() =>
    Array.from({ length: count }, (_, place) =>
      workspace.createIssue({ team, title: `Issue ${place}`, createdAt: at }),
    ),
  );
}
