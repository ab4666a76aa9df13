import { type ChosenCollection, linearObjects } from '@/lib/contracts/linear-collection';
import { linearCollections } from '@/lib/contracts/values';
import { db } from '@/lib/db/client';
import type { MirroredCollection } from '@/lib/linear/collections-types';
import type { Notification } from '@/tests/fakes/linear/activity-model';
import type { Issue, Project, Row, Team } from '@/tests/fakes/linear/model';
import { commentUrl, documentUrl, projectUrl } from '@/tests/fakes/linear/urls';
import type { Workspace } from '@/tests/fakes/linear/workspace';

export const allCollections: ChosenCollection[] = linearCollections.filter((each) => each !== 'issues');

const ref = (row: { id: string; name: string } | null) => row && { id: row.id, name: row.name };
const teamRef = (team: Team) => ({ id: team.id, name: team.name, key: team.key });
const issueRef = (issue: Issue | null) => issue && { id: issue.id, identifier: issue.identifier };
const idRef = (row: Row | null) => row && { id: row.id };
const dates = ({ createdAt, updatedAt, archivedAt }: Row) => ({ createdAt, updatedAt, archivedAt });

type Expected = Record<MirroredCollection, Map<string, object>>;

function pick<T extends object, K extends keyof T>(row: T, keys: K[]): Pick<T, K> {
  return Object.fromEntries(keys.map((key) => [key, row[key]])) as Pick<T, K>;
}

/** Every object that the mirror must hold, worked out from the simulated workspace alone. What Linear counts (progress, scope) is left out: it moves with the clock. */
export function expectedObjects(workspace: Workspace, teamIds: string[] | null): Expected {
  const { urlKey } = workspace.organization;
  const isIn = (team: Team) => teamIds === null || teamIds.includes(team.id);
  const ofProject = (project: Project) => project.teams.some(isIn);
  const ofIssue = (issue: Issue) => isIn(issue.team);
  const [owner] = workspace.keys;
  const make = <R extends Row, T>(rows: Iterable<R>, isWanted: (row: R) => boolean, shape: (row: R) => T) =>
    new Map([...rows].filter(isWanted).map((row) => [row.id, { id: row.id, ...shape(row) }]));
  const noteOf = (each: Notification) => ({
    ...pick(each, ['type', 'readAt', 'snoozedUntilAt']),
    actor: ref(each.actor),
    issue: issueRef(each.issue),
    project: ref(each.project),
    comment: idRef(each.comment),
    projectUpdate: idRef(each.projectUpdate),
    ...dates(each),
  });
  return {
    organization: new Map([[workspace.organization.id, pick(workspace.organization, ['id', 'name', 'urlKey'])]]),
    users: make(
      workspace.users.values(),
      () => true,
      (each) => ({
        ...pick(each, ['name', 'displayName', 'email', 'avatarUrl', 'active', 'admin', 'guest']),
        ...dates(each),
      }),
    ),
    projects: make(workspace.projects.values(), ofProject, (each) => ({
      ...pick(each, ['name', 'description', 'color', 'icon', 'startDate', 'targetDate', 'completedAt']),
      state: each.status.type,
      status: { id: each.status.id, name: each.status.name },
      url: projectUrl(each, urlKey),
      lead: ref(each.lead),
      teams: each.teams.map(teamRef),
      trashed: each.trashed === true,
      ...dates(each),
    })),
    milestones: make(
      workspace.milestones.values(),
      (each) => ofProject(each.project),
      (each) => ({
        ...pick(each, ['name', 'description', 'targetDate', 'sortOrder']),
        project: { id: each.project.id, name: each.project.name },
        ...dates(each),
      }),
    ),
    documents: make(
      workspace.documents.values(),
      ({ project, issue, team }) =>
        teamIds === null ||
        (project !== null && ofProject(project)) ||
        (issue !== null && ofIssue(issue)) ||
        (team !== null && isIn(team)),
      (each) => ({
        ...pick(each, ['title', 'slugId', 'icon', 'color', 'content']),
        url: documentUrl(each, urlKey),
        creator: ref(each.creator),
        updatedBy: ref(each.updatedBy),
        project: ref(each.project),
        issue: issueRef(each.issue),
        trashed: each.trashed === true,
        ...dates(each),
      }),
    ),
    cycles: make(
      workspace.cycles.values(),
      (each) => isIn(each.team),
      (each) => ({
        ...pick(each, ['number', 'name', 'description', 'startsAt', 'endsAt', 'completedAt']),
        team: teamRef(each.team),
        ...dates(each),
      }),
    ),
    labels: make(
      workspace.labels.values(),
      ({ team }) => team === null || isIn(team),
      (each) => ({
        ...pick(each, ['name', 'color', 'description', 'isGroup']),
        parent: ref(each.parent),
        team: each.team && teamRef(each.team),
        ...dates(each),
      }),
    ),
    comments: make(
      workspace.comments.values(),
      ({ issue, project }) => (issue !== null && ofIssue(issue)) || (project !== null && ofProject(project)),
      (each) => ({
        ...pick(each, ['body', 'editedAt', 'resolvedAt']),
        url: commentUrl(each, urlKey),
        user: ref(each.user),
        issue: issueRef(each.issue),
        project: ref(each.project),
        parent: idRef(each.parent),
        ...dates(each),
      }),
    ),
    attachments: make(
      workspace.attachments.values(),
      (each) => ofIssue(each.issue),
      (each) => ({
        ...pick(each, ['title', 'subtitle', 'url', 'sourceType', 'metadata']),
        issue: { id: each.issue.id, identifier: each.issue.identifier },
        creator: ref(each.creator),
        ...dates(each),
      }),
    ),
    'issue-relations': make(
      workspace.relations.values(),
      (each) => ofIssue(each.issue) || ofIssue(each.relatedIssue),
      (each) => ({
        type: each.type,
        issue: { id: each.issue.id, identifier: each.issue.identifier },
        relatedIssue: { id: each.relatedIssue.id, identifier: each.relatedIssue.identifier },
        ...dates(each),
      }),
    ),
    notifications: make(
      workspace.notifications.values(),
      (each) => each.user === owner?.user && (each.issue === null || ofIssue(each.issue)),
      noteOf,
    ),
  };
}

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);

/** Every way in which the mirror differs from the simulated workspace; empty when they agree. */
export async function listMirrorDifferences(
  workspace: Workspace,
  { teamIds = null, only }: { teamIds?: string[] | null; only?: MirroredCollection[] } = {},
): Promise<string[]> {
  const expected = expectedObjects(workspace, teamIds);
  const rows = await db().linearObject.findMany();
  const differences: string[] = [];
  for (const [collection, objects] of Object.entries(expected)) {
    if (only && !only.some((each) => each === collection)) continue;
    const stored = new Map(
      rows.filter((row) => row.collection === collection).map((row) => [row.externalId, JSON.parse(row.data)]),
    );
    for (const [id, object] of objects) {
      const have = stored.get(id);
      stored.delete(id);
      if (have === undefined) differences.push(`${collection} ${id} is not there`);
      else differences.push(...compare(`${collection} ${id}`, object, have));
    }
    for (const id of stored.keys()) differences.push(`${collection} ${id} is there, but not at Linear`);
  }
  return differences;
}

/** What an incremental run must have seen: everything that is there, as of its own stamp. Of relations a cursor may miss some. */
export async function listStale(workspace: Workspace): Promise<string[]> {
  const { organization, 'issue-relations': relations, ...stamped } = expectedObjects(workspace, null);
  const rows = await db().linearObject.findMany({ select: { externalId: true, externalUpdatedAt: true } });
  const stored = new Map(rows.map(({ externalId, externalUpdatedAt }) => [externalId, externalUpdatedAt]));
  return Object.entries(stamped).flatMap(([collection, objects]) =>
    [...objects].flatMap(([id, object]) =>
      stored.get(id) === (object as Row).updatedAt ? [] : [`${collection} ${id} is as of ${stored.get(id)}`],
    ),
  );
}

function compare(name: string, object: object, have: Record<string, unknown>): string[] {
  const text = (value: unknown) =>
    JSON.stringify(Array.isArray(value) ? [...(value as { id: string }[])].sort(byId) : value);
  return Object.entries(object).flatMap(([field, want]) =>
    text(want) === text(have[field]) ? [] : [`${name}.${field} is ${text(have[field])}, should be ${text(want)}`],
  );
}

/** What is published must be of the published shape, to the last field. */
export async function listMisshapen(): Promise<string[]> {
  const rows = await db().linearObject.findMany({ select: { collection: true, externalId: true, data: true } });
  return rows.flatMap(({ collection, externalId, data }) => {
    const shape = linearObjects[collection as MirroredCollection];
    const object = JSON.parse(data) as Record<string, unknown>;
    const parsed = shape.safeParse(object);
    if (!parsed.success) return [`${collection} ${externalId}: ${parsed.error.message}`];
    const extra = Object.keys(object).filter((key) => !(key in parsed.data));
    return extra.map((key) => `${collection} ${externalId} has ${key} besides`);
  });
}
