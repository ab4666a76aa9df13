import { db } from '@/lib/db/client';
import { must } from '@/lib/kit/must';
import { newId } from '@/lib/kit/new-id';
import { seconds } from '@/lib/kit/sleep';
import type { LinearAccess } from '@/lib/sync/open-client';
import { changeIssue } from '@/lib/sync/write/write-issue';
import { addComment } from '@/lib/sync/write/write-talk';
import type { Issue } from '@/tests/fakes/linear/model';
import { makeAdmin, type TestAdmin } from '@/tests/support/people';
import type { Harness, HarnessOptions } from '@/tests/support/sync-harness';
import { issuesOf } from '@/tests/support/sync-start';

/** An imported workspace, and a person who writes to it. Linear has a moment to answer, and no question is asked twice. */
export interface WriteHarness extends Harness {
  admin: TestAdmin;
  issue: Issue;
  taskId: string;
  access: LinearAccess;
  change(set: Record<string, unknown>, writeId?: string): Promise<unknown>;
  comment(body: string, writeId?: string): Promise<unknown>;
  task(): ReturnType<typeof taskRow>;
  ledger(): Promise<{ status: string; errorCode: string | null }[]>;
  sent(): number;
}

export async function startWriting(
  start: (options?: HarnessOptions) => Promise<Harness>,
  options: HarnessOptions = {},
): Promise<WriteHarness> {
  const harness = await start({ issues: 6, teams: 1, ...options });
  const admin = await makeAdmin();
  await harness.syncAll();
  await db().connection.updateMany({ data: { writeBack: 'everyone' } });
  const issue = must(
    issuesOf(harness.linear.workspace).find(({ archivedAt }) => archivedAt === null),
    'an issue',
  );
  const { id: taskId } = await db().task.findFirstOrThrow({ where: { externalId: issue.id }, select: { id: true } });
  const access = { ...harness.access, timeoutMs: seconds(2), retryBudgetMs: 0 };
  const calling = (writeId = newId()) => ({ access, signal: new AbortController().signal, writeId });
  return {
    ...harness,
    access,
    admin,
    issue,
    taskId,
    change: (set, writeId) => changeIssue(admin.actor, taskId, { set }, calling(writeId)),
    comment: (body, writeId) => addComment(admin.actor, taskId, body, calling(writeId)),
    task: () => taskRow(taskId),
    ledger: () =>
      db().linearWrite.findMany({ orderBy: { createdAt: 'asc' }, select: { status: true, errorCode: true } }),
    sent: () => harness.linear.requests.filter(({ query }) => query.trim().startsWith('mutation')).length,
  };
}

function taskRow(id: string) {
  return db().task.findUniqueOrThrow({ where: { id } });
}
