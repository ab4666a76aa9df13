import { db, type Tx } from './client';
import type { Prisma } from './generated/client';

const columns = {
  id: true,
  name: true,
  status: true,
  project: { select: { id: true, name: true, color: true } },
  source: true,
  externalId: true,
  identifier: true,
  title: true,
  url: true,
  description: true,
  stateId: true,
  stateName: true,
  stateType: true,
  stateColor: true,
  sourceState: true,
  priority: true,
  estimate: true,
  dueDate: true,
  assigneeName: true,
  assigneeEmail: true,
  labels: true,
  notes: true,
  billable: true,
  customFields: true,
  createdAt: true,
  updatedAt: true,
} as const;

export type TaskRow = Prisma.TaskGetPayload<{ select: typeof columns }>;

export function getTask(taskId: string, tx: Tx = db()): Promise<TaskRow | null> {
  return tx.task.findUnique({ where: { id: taskId }, select: columns });
}

/** In the order of the ids; what has gone since is left out. */
export async function listTasks(taskIds: string[], tx: Tx = db()): Promise<TaskRow[]> {
  const tasks = await tx.task.findMany({ where: { id: { in: taskIds } }, select: columns });
  const byId = new Map(tasks.map((task) => [task.id, task]));
  return taskIds.flatMap((taskId) => byId.get(taskId) ?? []);
}

/**
 * Ids of the tasks that have or once had one of these identifiers, written as stored. Those that have it now come first,
 * then live before not live, then the one that changed last: two workspaces may both have an ENG-42.
 */
export async function listTaskIdsByIdentifier(identifiers: string[], tx: Tx = db()): Promise<string[]> {
  if (identifiers.length === 0) return [];
  const select = { id: true, sourceState: true, updatedAt: true } as const;
  const [current, former] = await Promise.all([
    tx.task.findMany({ where: { identifier: { in: identifiers } }, select }),
    tx.taskAlias.findMany({ where: { identifier: { in: identifiers } }, select: { task: { select } } }),
  ]);
  const formerTasks = former.map(({ task }) => task);
  return [...new Set([...current.sort(likeliestFirst), ...formerTasks.sort(likeliestFirst)].map(({ id }) => id))];
}

type Candidate = Pick<TaskRow, 'id' | 'sourceState' | 'updatedAt'>;

function likeliestFirst(a: Candidate, b: Candidate): number {
  const liveFirst = Number(b.sourceState === 'live') - Number(a.sourceState === 'live');
  return liveFirst || b.updatedAt.getTime() - a.updatedAt.getTime() || a.id.localeCompare(b.id);
}

export interface NewTask {
  id: string;
  projectId: string;
  title: string;
  name: string;
  searchText: string;
  status: string;
  priority: number | null;
  estimate: number | null;
  dueDate: string | null;
  notes: string | null;
  billable: boolean | null;
  now: Date;
}

export async function createTask({ now, ...task }: NewTask, tx: Tx = db()): Promise<void> {
  await tx.task.create({ data: { ...task, source: 'manual', createdAt: now, updatedAt: now }, select: { id: true } });
}

export type TaskUpdate = Partial<Omit<NewTask, 'id' | 'now'> & { sourceState: string }>;

export async function updateTask(taskId: string, update: TaskUpdate, now: Date, tx: Tx = db()): Promise<void> {
  await tx.task.update({ where: { id: taskId }, data: { ...update, updatedAt: now }, select: { id: true } });
}
