import type { SourceState, TaskStatus } from '@/lib/contracts/task';
import { chunk } from '@/lib/kit/chunk';
import { newId } from '@/lib/kit/new-id';
import { db, type Tx } from './client';
import { Prisma } from './generated/client';

/** The columns that Linear owns. `integration` is JSON for that key of `custom_fields`; the other keys are the user's. */
export interface SyncedFields {
  externalTeamId: string;
  identifier: string;
  title: string;
  name: string;
  sourceState: SourceState;
  url: string;
  description: string;
  stateId: string;
  stateName: string;
  stateType: string;
  stateColor: string;
  priority: number;
  estimate: number | null;
  dueDate: string | null;
  assigneeId: string | null;
  assigneeName: string | null;
  assigneeEmail: string | null;
  labels: string;
  labelText: string;
  searchText: string;
  externalCreatedAt: string;
  externalUpdatedAt: string;
  externalArchivedAt: string | null;
  externalCompletedAt: string | null;
  integration: string;
  aliases: string[];
  contentHash: string;
}

const storedColumns = {
  id: true,
  externalId: true,
  connectionId: true,
  externalTeamId: true,
  projectId: true,
  identifier: true,
  title: true,
  status: true,
  sourceState: true,
  stateName: true,
  priority: true,
  estimate: true,
  dueDate: true,
  assigneeName: true,
  labels: true,
  contentHash: true,
  externalUpdatedAt: true,
  missingSince: true,
  customFields: true,
} as const;

/** What a plan compares with. */
export type StoredTask = Prisma.TaskGetPayload<{ select: typeof storedColumns }>;

export async function listStoredTasks(externalIds: string[], tx: Tx = db()): Promise<Map<string, StoredTask>> {
  if (externalIds.length === 0) return new Map();
  const tasks = await tx.task.findMany({
    where: { source: 'linear', externalId: { in: externalIds } },
    select: storedColumns,
  });
  return new Map(tasks.flatMap((task) => (task.externalId === null ? [] : [[task.externalId, task]])));
}

export interface SyncedTask {
  externalId: string;
  connectionId: string;
  projectId: string;
  status: TaskStatus;
  fields: SyncedFields;
  /** Of the row that is stored already. */
  customFields: string | null;
}

/**
 * Writes the rows in few statements: matched by Linear's id, whatever project they are in. Only what Linear owns is
 * overwritten. Notes, billable, colour and the user's custom fields stay.
 */
export async function upsertSyncedTasks(tasks: SyncedTask[], tx: Tx): Promise<void> {
  const now = Date.now();
  // A statement of 250 rows has 8,250 parameters: SQLite's limit is near, and its compiled form takes megabytes.
  for (const some of chunk(tasks, rowsPerStatement)) await upsertChunk(some, now, tx);
}

const rowsPerStatement = 50;

async function upsertChunk(tasks: SyncedTask[], now: number, tx: Tx): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO task (
      id, source, external_id, connection_id, project_id, status, external_team_id, identifier, title, name, source_state, url, description,
      state_id, state_name, state_type, state_color, priority, estimate, due_date, assignee_id, assignee_name, assignee_email,
      labels, label_text, search_text, external_created_at, external_updated_at, external_archived_at, external_completed_at,
      content_hash, custom_fields, created_at, updated_at
    ) VALUES ${Prisma.join(tasks.map((task) => values(task, now)))}
    ON CONFLICT (source, external_id) DO UPDATE SET
      connection_id = excluded.connection_id, project_id = excluded.project_id, status = excluded.status,
      external_team_id = excluded.external_team_id, identifier = excluded.identifier, title = excluded.title, name = excluded.name,
      source_state = excluded.source_state, url = excluded.url, description = excluded.description,
      state_id = excluded.state_id, state_name = excluded.state_name, state_type = excluded.state_type, state_color = excluded.state_color,
      priority = excluded.priority, estimate = excluded.estimate, due_date = excluded.due_date,
      assignee_id = excluded.assignee_id, assignee_name = excluded.assignee_name, assignee_email = excluded.assignee_email,
      labels = excluded.labels, label_text = excluded.label_text, search_text = excluded.search_text,
      external_created_at = excluded.external_created_at, external_updated_at = excluded.external_updated_at,
      external_archived_at = excluded.external_archived_at, external_completed_at = excluded.external_completed_at,
      content_hash = excluded.content_hash, custom_fields = excluded.custom_fields, updated_at = excluded.updated_at, missing_since = NULL`;
}

function values(
  { externalId, connectionId, projectId, status, fields, customFields }: SyncedTask,
  now: number,
): Prisma.Sql {
  const f = fields;
  return Prisma.sql`(
    ${newId(now)}, 'linear', ${externalId}, ${connectionId}, ${projectId}, ${status}, ${f.externalTeamId}, ${f.identifier}, ${f.title}, ${f.name},
    ${f.sourceState}, ${f.url}, ${f.description}, ${f.stateId}, ${f.stateName}, ${f.stateType}, ${f.stateColor}, ${f.priority}, ${f.estimate}, ${f.dueDate},
    ${f.assigneeId}, ${f.assigneeName}, ${f.assigneeEmail}, ${f.labels}, ${f.labelText}, ${f.searchText}, ${f.externalCreatedAt}, ${f.externalUpdatedAt},
    ${f.externalArchivedAt}, ${f.externalCompletedAt}, ${f.contentHash}, ${mergeCustomFields(customFields, f.integration)},
    ${new Date(f.externalCreatedAt)}, ${new Date(f.externalUpdatedAt)})`;
}

function mergeCustomFields(stored: string | null, integration: string): string {
  if (stored === null || stored === '{}') return `{"integration":${integration}}`;
  const kept = JSON.parse(stored) as Record<string, unknown>;
  return JSON.stringify({ ...kept, integration: JSON.parse(integration) });
}

/** Old identifiers, so that they are found for ever. Those already known stay as they are. */
export async function createAliases(aliases: { externalId: string; identifier: string }[], tx: Tx): Promise<void> {
  if (aliases.length === 0) return;
  const ids = await listStoredIds([...new Set(aliases.map(({ externalId }) => externalId))], tx);
  const rows = aliases.flatMap(({ externalId, identifier }) => {
    const taskId = ids.get(externalId);
    return taskId === undefined ? [] : [Prisma.sql`(${taskId}, ${identifier})`];
  });
  if (rows.length === 0) return;
  await tx.$executeRaw`INSERT INTO task_alias (task_id, identifier) VALUES ${Prisma.join(rows)} ON CONFLICT DO NOTHING`;
}

async function listStoredIds(externalIds: string[], tx: Tx): Promise<Map<string, string>> {
  const tasks = await tx.task.findMany({
    where: { source: 'linear', externalId: { in: externalIds } },
    select: { id: true, externalId: true },
  });
  return new Map(tasks.flatMap(({ id, externalId }) => (externalId === null ? [] : [[externalId, id]])));
}
