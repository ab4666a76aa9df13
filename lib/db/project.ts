import { db, type Tx } from './client';
import { Prisma } from './generated/client';

const columns = {
  id: true,
  name: true,
  color: true,
  description: true,
  source: true,
  externalId: true,
  key: true,
  url: true,
  connectionId: true,
  billable: true,
  budgetKind: true,
  budgetAmount: true,
  customFields: true,
  archivedAt: true,
  createdAt: true,
  updatedAt: true,
} as const;

export type ProjectRow = Prisma.ProjectGetPayload<{ select: typeof columns }>;

export function getProject(projectId: string, tx: Tx = db()): Promise<ProjectRow | null> {
  return tx.project.findUnique({ where: { id: projectId }, select: columns });
}

/** In the order of the ids. */
export async function listProjects(projectIds: string[], tx: Tx = db()): Promise<ProjectRow[]> {
  const projects = await tx.project.findMany({ where: { id: { in: projectIds } }, select: columns });
  const byId = new Map(projects.map((project) => [project.id, project]));
  return projectIds.flatMap((projectId) => byId.get(projectId) ?? []);
}

export type ProjectName = Pick<ProjectRow, 'id' | 'name' | 'key'>;

/** All names that match: projects are few, so the rule sorts and searches them in a person's order. */
export function listProjectNames(
  filter: { source: string | undefined; archived: boolean | undefined },
  tx: Tx = db(),
): Promise<ProjectName[]> {
  const { source, archived } = filter;
  return tx.project.findMany({
    where: {
      ...(source === undefined ? {} : { source }),
      ...(archived === undefined ? {} : { archivedAt: archived ? { not: null } : null }),
    },
    select: { id: true, name: true, key: true },
  });
}

export function getProjectCount(tx: Tx = db()): Promise<number> {
  return tx.project.count();
}

/** True when tasks of a connection can be there. */
export async function hasSyncedProject(tx: Tx = db()): Promise<boolean> {
  return (await tx.project.findFirst({ where: { connectionId: { not: null } }, select: { id: true } })) !== null;
}

export interface TaskCounts {
  taskCount: number;
  openTaskCount: number;
  archivedTaskCount: number;
}

/** By project; a project without tasks is left out. Reads `task_list_idx` alone. */
export async function listTaskCounts(projectIds: string[], tx: Tx = db()): Promise<Map<string, TaskCounts>> {
  if (projectIds.length === 0) return new Map();
  const rows = await tx.$queryRaw<
    { id: string; tasks: bigint | number; open: bigint | number; archived: bigint | number }[]
  >`
    SELECT project_id AS id, count(*) AS tasks,
      sum(CASE WHEN source_state = 'live' AND status IN ('todo', 'in_progress') THEN 1 ELSE 0 END) AS open,
      sum(CASE WHEN source_state <> 'live' THEN 1 ELSE 0 END) AS archived
    FROM task WHERE project_id IN (${Prisma.join(projectIds)}) GROUP BY project_id`;
  return new Map(
    rows.map(({ id, tasks, open, archived }) => [
      id,
      { taskCount: Number(tasks), openTaskCount: Number(open), archivedTaskCount: Number(archived) },
    ]),
  );
}

export interface NewProject {
  id: string;
  name: string;
  color: string;
  description: string | null;
  now: Date;
}

export async function createProject({ now, ...project }: NewProject, tx: Tx = db()): Promise<void> {
  await tx.project.create({
    data: { ...project, source: 'manual', createdAt: now, updatedAt: now },
    select: { id: true },
  });
}

export type ProjectUpdate = Partial<
  Pick<ProjectRow, 'name' | 'color' | 'description' | 'archivedAt' | 'billable' | 'budgetKind' | 'budgetAmount'>
>;

export async function updateProject(projectId: string, update: ProjectUpdate, now: Date, tx: Tx = db()): Promise<void> {
  await tx.project.update({ where: { id: projectId }, data: { ...update, updatedAt: now }, select: { id: true } });
}
