import { createHash, randomUUID } from 'node:crypto';
import type { LinearCollection, LinearObjectOf } from '@/lib/contracts/linear-collection';
import { linearCollections } from '@/lib/contracts/values';
import { db, inTransaction } from '@/lib/db/client';
import { upsertObjects } from '@/lib/db/linear-object';
import { upsertSyncedTasks } from '@/lib/db/synced-task';
import type { RemoteIssue } from '@/lib/linear/types';
import { syncedFields } from '@/lib/sync/synced-fields';

export interface MirrorRig {
  connectionId: string;
  urlKey: string;
  projectId: string;
}

const everything = linearCollections.filter((collection) => collection !== 'issues');

/** A connection as it is after its first look, with nothing mirrored yet. */
export async function makeMirror(given: { urlKey?: string; collections?: string[] } = {}): Promise<MirrorRig> {
  const { urlKey = `space-${randomUUID().slice(0, 8)}`, collections = everything } = given;
  const connectionId = randomUUID();
  await db().connection.create({
    data: {
      id: connectionId,
      name: urlKey,
      workspaceId: randomUUID(),
      workspaceName: `Workspace ${urlKey}`,
      workspaceUrlKey: urlKey,
      keySealed: 'sealed',
      keyHint: 'hint',
      statusMapping: '{"preset":"todo_done","states":{}}',
      collections: JSON.stringify(collections),
    },
  });
  const projectId = randomUUID();
  await db().project.create({
    data: { id: projectId, name: urlKey, color: '#5b5bd6', source: 'linear', connectionId },
  });
  return { connectionId, urlKey, projectId };
}

export async function setCollections({ connectionId }: MirrorRig, collections: string[]): Promise<void> {
  await db().connection.update({ where: { id: connectionId }, data: { collections: JSON.stringify(collections) } });
}

/** As when the first walk of these collections was complete. */
export async function markImported({ connectionId }: MirrorRig, collections: LinearCollection[]): Promise<void> {
  const at = new Date('2026-11-01T00:00:00.000Z');
  for (const collection of collections) {
    const key = { connectionId, collection };
    await db().mirrorState.upsert({
      where: { connectionId_collection: key },
      create: { ...key, importedAt: at },
      update: { importedAt: at },
    });
  }
  await db().teamScope.updateMany({ where: { connectionId }, data: { importedAt: at } });
}

type Refs = { team?: { id: string } | null; project?: { id: string } | null; issue?: { id: string } | null };

/** As the mirror's engine stores them. */
export async function storeObjects<C extends LinearCollection>(
  { connectionId }: MirrorRig,
  collection: C,
  objects: LinearObjectOf<C>[],
): Promise<void> {
  const rows = objects.map((object) => {
    const { team = null, project = null, issue = null } = object as Refs;
    const { createdAt, updatedAt, archivedAt } = object as Partial<Record<string, string | null>>;
    const data = JSON.stringify(object);
    return {
      externalId: object.id,
      externalTeamId: team?.id ?? null,
      externalProjectId: project?.id ?? null,
      externalIssueId: issue?.id ?? null,
      externalCreatedAt: createdAt ?? '2026-01-01T00:00:00.000Z',
      externalUpdatedAt: updatedAt ?? '2026-01-01T00:00:00.000Z',
      externalArchivedAt: archivedAt ?? null,
      data,
      hash: createHash('sha1').update(data).digest('base64url'),
    };
  });
  await inTransaction((tx) => upsertObjects(connectionId, collection, rows, new Date(), tx));
}

export async function removeObjects({ connectionId }: MirrorRig, collection: string, ids: string[]): Promise<void> {
  await db().linearObject.deleteMany({ where: { connectionId, collection, externalId: { in: ids } } });
}

export async function storeTeams(
  { connectionId }: MirrorRig,
  teams: LinearObjectOf<'teams'>[],
  given: { visible?: boolean } = {},
): Promise<void> {
  for (const { id, createdAt, updatedAt, archivedAt, ...own } of teams)
    await db().teamScope.create({
      data: {
        id: randomUUID(),
        connectionId,
        externalTeamId: id,
        ...own,
        externalCreatedAt: createdAt,
        externalUpdatedAt: updatedAt,
        externalArchivedAt: archivedAt,
        ...given,
      },
    });
}

export async function storeStates(
  { connectionId }: MirrorRig,
  states: LinearObjectOf<'workflow-states'>[],
): Promise<void> {
  for (const { id, team, createdAt, updatedAt, archivedAt, ...own } of states)
    await db().workflowState.create({
      data: {
        connectionId,
        externalId: id,
        externalTeamId: team.id,
        ...own,
        externalCreatedAt: createdAt,
        externalUpdatedAt: updatedAt,
        externalArchivedAt: archivedAt,
      },
    });
}

/** Issues go the way of a sync, and come back as they were published. */
export async function storeIssues(
  { connectionId, projectId }: MirrorRig,
  issues: LinearObjectOf<'issues'>[],
): Promise<LinearObjectOf<'issues'>[]> {
  const tasks = issues.map((issue) => ({
    externalId: issue.id,
    connectionId,
    projectId,
    status: 'todo' as const,
    fields: syncedFields(toRemote(issue)),
    customFields: null,
  }));
  await inTransaction((tx) => upsertSyncedTasks(tasks, tx));
  const stored = await db().task.findMany({ where: { connectionId }, select: { id: true, externalId: true } });
  const taskIds = new Map(stored.map(({ id, externalId }) => [externalId, id]));
  for (const { id, description } of issues) {
    const taskId = taskIds.get(id);
    if (description !== null && taskId !== undefined)
      await db().taskDescription.upsert({
        where: { taskId },
        create: { taskId, markdown: description },
        update: { markdown: description },
      });
  }
  return issues.map((issue) => ({ ...issue, taskId: taskIds.get(issue.id) ?? '' }));
}

function toRemote({ description: _, taskId: __, ...issue }: LinearObjectOf<'issues'>): RemoteIssue {
  return {
    ...issue,
    url: issue.url ?? '',
    previousIdentifiers: [],
    state: { ...issue.state, color: '#aaaaaa' },
    assignee: issue.assignee && { ...issue.assignee, email: 'someone@example.com' },
    labels: issue.labels.map((label) => ({ id: randomUUID(), ...label })),
    cycle: issue.cycle && { ...issue.cycle, name: null },
  };
}
