import { randomUUID } from 'node:crypto';
import { db } from '@/lib/db/client';
import { labelText, searchText } from '@/lib/tracking/search-text';
import { taskName } from '@/lib/tracking/task-name';

export interface GivenTask {
  projectId: string;
  identifier?: string;
  previousIdentifiers?: string[];
  title?: string;
  source?: 'linear' | 'manual';
  status?: string;
  sourceState?: string;
  stateName?: string;
  stateType?: string;
  priority?: number | null;
  dueDate?: string | null;
  assignee?: { name: string; email: string } | null;
  labels?: string[];
  createdAt?: Date;
  updatedAt?: Date;
}

/** A task as an import stores it. */
export async function makeTask(given: GivenTask): Promise<string> {
  const {
    identifier = null,
    previousIdentifiers = [],
    title = 'A task',
    source = 'linear',
    assignee = null,
    labels = [],
  } = given;
  const id = randomUUID();
  await db().task.create({
    data: {
      id,
      projectId: given.projectId,
      source,
      externalId: source === 'linear' ? randomUUID() : null,
      identifier,
      title,
      name: taskName(identifier, title),
      status: given.status ?? 'todo',
      sourceState: given.sourceState ?? 'live',
      stateId: given.stateName === undefined ? null : randomUUID(),
      stateName: given.stateName ?? null,
      stateType: given.stateType ?? (given.stateName === undefined ? null : 'unstarted'),
      stateColor: given.stateName === undefined ? null : '#aabbcc',
      priority: given.priority ?? null,
      dueDate: given.dueDate ?? null,
      assigneeName: assignee?.name ?? null,
      assigneeEmail: assignee?.email ?? null,
      labels: JSON.stringify(labels.map((name) => ({ name, color: '#ff0000' }))),
      labelText: labelText(labels),
      searchText: searchText({ identifier, previousIdentifiers, title }),
      createdAt: given.createdAt ?? new Date('2026-01-01T00:00:00.000Z'),
      updatedAt: given.updatedAt ?? new Date('2026-01-02T00:00:00.000Z'),
      aliases: { create: previousIdentifiers.map((former) => ({ identifier: former })) },
    },
  });
  return id;
}

export async function makeProject(
  given: { name?: string; source?: 'linear' | 'manual'; archivedAt?: Date; key?: string } = {},
): Promise<string> {
  const id = randomUUID();
  const { name = 'A project', source = 'manual', archivedAt = null, key = null } = given;
  const externalId = source === 'linear' ? randomUUID() : null;
  await db().project.create({ data: { id, name, color: '#5b5bd6', source, externalId, archivedAt, key } });
  return id;
}

export async function trackTime(given: {
  userId: string;
  projectId: string;
  taskId?: string;
  seconds: number;
}): Promise<void> {
  const { userId, projectId, taskId = null, seconds } = given;
  await db().timeEntry.create({
    data: {
      id: randomUUID(),
      userId,
      projectId,
      madeInProjectId: projectId,
      taskId,
      on: '2026-01-05',
      durationSeconds: seconds,
    },
  });
}
