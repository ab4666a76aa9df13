import { z } from 'zod';
import type { LinearCollection, LinearObjectOf } from '@/lib/contracts/linear-collection';
import {
  type IssueRow,
  listIssueRows,
  listObjectData,
  listStateRows,
  listTeamRows,
  type StateRow,
  type TeamRow,
} from '@/lib/db/linear-list-rows';
import { listTeamScopes } from '@/lib/db/team-scope';

export type PublishedObject = LinearObjectOf<LinearCollection>;

/** The objects of these ids, in their order; what has gone since is left out. */
export async function readObjects(
  connectionId: string,
  collection: LinearCollection,
  ids: string[],
): Promise<PublishedObject[]> {
  const objects = await findObjects(connectionId, collection, ids);
  return ids.flatMap((id) => objects.get(id) ?? []);
}

async function findObjects(
  connectionId: string,
  collection: LinearCollection,
  ids: string[],
): Promise<Map<string, PublishedObject>> {
  if (collection === 'issues') return byId((await listIssueRows(ids)).map(toIssue));
  if (collection === 'teams') return byId((await listTeamRows(connectionId, ids)).map(toTeam));
  if (collection === 'workflow-states') return byId(await readStates(connectionId, ids));
  const stored = await listObjectData({ connectionId, collection, ids });
  return new Map([...stored].map(([id, data]) => [id, JSON.parse(data)]));
}

function toTeam(row: TeamRow): LinearObjectOf<'teams'> {
  const { externalTeamId, externalCreatedAt, externalUpdatedAt, externalArchivedAt, ...own } = row;
  return {
    id: externalTeamId,
    ...own,
    createdAt: externalCreatedAt,
    updatedAt: externalUpdatedAt,
    archivedAt: externalArchivedAt,
  };
}

async function readStates(connectionId: string, ids: string[]): Promise<LinearObjectOf<'workflow-states'>[]> {
  const [rows, scopes] = await Promise.all([listStateRows(connectionId, ids), listTeamScopes(connectionId)]);
  const teams = new Map(
    scopes.map(({ externalTeamId, name, key }) => [externalTeamId, { id: externalTeamId, name, key }]),
  );
  return rows.flatMap((row) => {
    const team = teams.get(row.externalTeamId);
    return team === undefined ? [] : [toState(row, team)];
  });
}

function toState(row: StateRow, team: { id: string; name: string; key: string }): LinearObjectOf<'workflow-states'> {
  const { externalId, externalTeamId, externalCreatedAt, externalUpdatedAt, externalArchivedAt, ...own } = row;
  return {
    id: externalId,
    ...own,
    team,
    createdAt: externalCreatedAt,
    updatedAt: externalUpdatedAt,
    archivedAt: externalArchivedAt,
  };
}

const ref = z.object({ id: z.string(), name: z.string() });
const integration = z.object({
  team: ref.extend({ key: z.string() }),
  project: ref.nullable(),
  cycle: z.object({ id: z.string(), number: z.number() }).nullable(),
  parent: z.object({ id: z.string(), identifier: z.string() }).nullable(),
});
const labels = z.array(z.object({ name: z.string(), color: z.string() }));
const customFields = z.object({ integration });

/** The issue that a task was made of: what a sync stored of it, wherever it stands. */
function toIssue(row: IssueRow): LinearObjectOf<'issues'> {
  const { team, project, cycle, parent } = customFields.parse(JSON.parse(row.customFields)).integration;
  return {
    id: row.externalId ?? '',
    identifier: row.identifier ?? '',
    title: row.title,
    description: row.text?.markdown ?? null,
    priority: row.priority ?? 0,
    estimate: row.estimate,
    dueDate: row.dueDate,
    state: { id: row.stateId ?? '', name: row.stateName ?? '', type: row.stateType ?? '' },
    assignee: row.assigneeId === null ? null : { id: row.assigneeId, name: row.assigneeName ?? '' },
    team,
    project,
    cycle,
    parent,
    labels: labels.parse(JSON.parse(row.labels)),
    url: row.url,
    trashed: row.sourceState === 'trashed',
    createdAt: row.externalCreatedAt ?? '',
    updatedAt: row.externalUpdatedAt ?? '',
    archivedAt: row.externalArchivedAt,
    completedAt: row.externalCompletedAt,
    taskId: row.id,
  };
}

function byId(objects: PublishedObject[]): Map<string, PublishedObject> {
  return new Map(objects.map((object) => [object.id, object]));
}
