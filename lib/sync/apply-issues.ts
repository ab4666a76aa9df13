import type { RunCounts } from '@/lib/contracts/run';
import type { Tx } from '@/lib/db/client';
import { adoptSentTasks, listWrittenSince } from '@/lib/db/linear-write';
import { clearMissing } from '@/lib/db/missing-task';
import { moveTime } from '@/lib/db/moved-time';
import { inSavepoint } from '@/lib/db/savepoint';
import { createRetry, deleteRetries } from '@/lib/db/sync-retry';
import { createAliases, listStoredTasks, type SyncedTask, upsertSyncedTasks } from '@/lib/db/synced-task';
import { createSyncEvents } from '@/lib/db/synced-task-event';
import { type IssueText, upsertDescriptions } from '@/lib/db/task-description';
import { createLabels } from '@/lib/db/workflow-state';
import { databaseTrouble } from '@/lib/errors/database-trouble';
import type { RemoteIssue, UnreadableIssue } from '@/lib/linear/types';
import { type Action, type PlanContext, plan } from './plan';

export interface IssueBatch {
  /** None: they are newer than anything that is stored. */
  askedAt?: Date;
  issues: RemoteIssue[];
  unreadable: UnreadableIssue[];
}

export interface ApplyContext extends PlanContext {
  /** Null: outside of any run. */
  runId: string | null;
  /** Who made the change here that Linear has taken; none: it was made at Linear. */
  userId?: string;
  allTeams: boolean;
  now: Date;
}

export interface Failure {
  identifier: string | null;
  externalId: string;
  message: string;
}

export interface Applied {
  counts: RunCounts;
  failures: Failure[];
}

type WriteAction = Extract<Action, { kind: 'create' | 'update' }>;

/** Plans a page against what is stored and writes only what differs. One bad issue is one failure. */
export async function applyIssues(batch: IssueBatch, context: ApplyContext, tx: Tx): Promise<Applied> {
  await adoptSentTasks(
    context.connectionId,
    batch.issues.map(({ id }) => id),
    tx,
  );
  const written = batch.askedAt ? await listWrittenSince(context.connectionId, batch.askedAt, tx) : none;
  const actions = await planIssues(batch.issues, { ...context, written }, tx);
  const writes = actions.filter((action) => action.kind === 'create' || action.kind === 'update');
  const failures: Failure[] = batch.unreadable.map(({ id, identifier, message }) => ({
    identifier,
    externalId: id,
    message,
  }));
  for (const action of actions) {
    if (action.kind === 'postpone')
      failures.push(failureOf(action.issue, 'Its team is new. The next sync takes it in.'));
  }
  failures.push(...(await writeWithoutTheBad(writes, context, tx)));
  await clearMissing(
    actions.flatMap((action) => (action.kind === 'skip' && action.seenAgain ? [action.local.id] : [])),
    tx,
  );
  await keepRetries(batch.issues, failures, context, tx);
  return { counts: countActions(actions, failures), failures };
}

const none: ReadonlySet<string> = new Set();

export async function planIssues(issues: RemoteIssue[], context: ApplyContext, tx?: Tx): Promise<Action[]> {
  const stored = await listStoredTasks(
    issues.map(({ id }) => id),
    tx,
  );
  return issues.map((issue) => plan(issue, stored.get(issue.id), context, context.allTeams));
}

/** All at once; when the database refuses, halves of it, until the bad ones stand alone. */
async function writeWithoutTheBad(writes: WriteAction[], context: ApplyContext, tx: Tx): Promise<Failure[]> {
  if (writes.length === 0) return [];
  try {
    await inSavepoint(tx, () => write(writes, context, tx));
    return [];
  } catch (error) {
    if (databaseTrouble(error)) throw error;
    const [only, ...others] = writes;
    if (only && others.length === 0)
      return [
        failureOf(
          only.issue,
          `It could not be stored (${error instanceof Error ? error.message.slice(-300) : 'unknown reason'}).`,
        ),
      ];
    const half = Math.ceil(writes.length / 2);
    const first = await writeWithoutTheBad(writes.slice(0, half), context, tx);
    return [...first, ...(await writeWithoutTheBad(writes.slice(half), context, tx))];
  }
}

async function write(writes: WriteAction[], context: ApplyContext, tx: Tx): Promise<void> {
  await upsertSyncedTasks(
    writes.map((action) => asRow(action, context.connectionId)),
    tx,
  );
  await moveTime(writes.flatMap(movedTask), { actorId: context.userId ?? null, now: context.now }, tx);
  if (context.descriptions) await upsertDescriptions(writes.flatMap(textOf), tx);
  await createAliases(writes.flatMap(aliasesOf), tx);
  await createSyncEvents(
    writes.flatMap((action) =>
      action.kind === 'update' && (action.changes.length > 0 || action.change !== 'updated')
        ? [
            {
              taskId: action.local.id,
              runId: context.runId,
              userId: context.userId ?? null,
              kind: action.change,
              changes: JSON.stringify(action.changes),
              at: context.now,
            },
          ]
        : [],
    ),
    tx,
  );
  const labels = new Map(writes.flatMap(({ issue }) => issue.labels.map(({ name, color }) => [name, { name, color }])));
  await createLabels(context.connectionId, [...labels.values()], tx);
}

function asRow(action: WriteAction, connectionId: string): SyncedTask {
  const customFields = action.kind === 'update' ? action.local.customFields : null;
  return {
    externalId: action.issue.id,
    connectionId,
    projectId: action.projectId,
    status: action.status,
    fields: action.fields,
    customFields,
  };
}

function textOf({ issue: { id: externalId, description: markdown } }: WriteAction): IssueText[] {
  return markdown === undefined ? [] : [{ externalId, markdown }];
}

function movedTask(action: WriteAction): string[] {
  return action.kind === 'update' && action.local.projectId !== action.projectId ? [action.local.id] : [];
}

/** Linear's own list, and the identifier that we knew: after a changed team key nobody else may remember it. */
function aliasesOf(action: WriteAction): { externalId: string; identifier: string }[] {
  const known = action.kind === 'update' ? action.local.identifier : null;
  const identifiers = new Set(action.fields.aliases);
  if (known !== null && known !== action.fields.identifier) identifiers.add(known);
  return [...identifiers].map((identifier) => ({ externalId: action.issue.id, identifier }));
}

async function keepRetries(issues: RemoteIssue[], failures: Failure[], context: ApplyContext, tx: Tx): Promise<void> {
  const failed = new Set(failures.map(({ externalId }) => externalId));
  const well = issues.flatMap(({ id }) => (failed.has(id) ? [] : [id]));
  await deleteRetries(context.connectionId, well, tx);
  for (const failure of failures) await createRetry({ connectionId: context.connectionId, ...failure }, tx);
}

const countOfChange = {
  updated: 'updated',
  moved: 'moved',
  archived: 'archived',
  trashed: 'archived',
  restored: 'restored',
  gone: 'gone',
} as const;

export function emptyCounts(): RunCounts {
  return { fetched: 0, created: 0, updated: 0, unchanged: 0, moved: 0, archived: 0, restored: 0, gone: 0, failed: 0 };
}

export function countActions(actions: Action[], failures: Failure[]): RunCounts {
  const failed = new Set(failures.map(({ externalId }) => externalId));
  const counts = { ...emptyCounts(), failed: failures.length, fetched: failures.length };
  for (const action of actions) {
    if (action.kind === 'ignore' || action.kind === 'postpone') continue;
    if (action.kind === 'skip') counts.unchanged += 1;
    else if (failed.has(action.issue.id)) continue;
    else counts[action.kind === 'create' ? 'created' : countOfChange[action.change]] += 1;
    counts.fetched += 1;
  }
  return counts;
}

export function addCounts(a: RunCounts, b: RunCounts): RunCounts {
  return Object.fromEntries(
    Object.entries(a).map(([name, count]) => [name, count + b[name as keyof RunCounts]]),
  ) as unknown as RunCounts;
}

function failureOf(issue: RemoteIssue, message: string): Failure {
  return { identifier: issue.identifier, externalId: issue.id, message };
}
