import type { LinearCollection } from '@/lib/contracts/linear-collection';
import { Prisma } from './generated/client';
import { anyOf, isIn } from './where';

type Holds = (values: readonly string[]) => Prisma.Sql;

/** Where the mirror's objects of a collection are stored, and by what they can be found. */
export interface ListSource {
  from: Prisma.Sql;
  /** Besides the connection, which every source has as `connection_id`. */
  where: Prisma.Sql;
  id: Prisma.Sql;
  /** Said twice where it leads to the index of the ids. */
  byId: Prisma.Sql | null;
  /** When it was changed at Linear. Never NULL: a NULL is never before or after anything. */
  updatedAt: Prisma.Sql;
  /** Whether the published objects say so. */
  isDated: boolean;
  /** Neither archived nor trashed. */
  isLive: Prisma.Sql;
  isOfTeam: Holds | null;
  isOfProject: Holds | null;
  isOfIssue: Holds | null;
  /** What a search looks through. */
  text: Prisma.Sql;
}

// On PostgreSQL: o.data::jsonb #>> '{team,id}'.
const inData = (path: string) => Prisma.raw(`json_extract(data, '$.${path}')`);
const inIntegration = (path: string) => Prisma.raw(`json_extract(custom_fields, '$.integration.${path}')`);
const column = (name: string) => Prisma.raw(name);
const among =
  (expression: Prisma.Sql): Holds =>
  (values) =>
    isIn(expression, values) ?? Prisma.sql`1 = 1`;

export function listSource(collection: LinearCollection): ListSource {
  if (collection === 'issues') return issues;
  if (collection === 'teams') return teams;
  if (collection === 'workflow-states') return workflowStates;
  const { text, trashed, undated, ...found } = objects[collection];
  const isLive = Prisma.sql`external_archived_at IS NULL`;
  return {
    from: Prisma.sql`linear_object`,
    where: Prisma.sql`collection = ${collection}`,
    id: column('external_id'),
    byId: null,
    updatedAt: column('external_updated_at'),
    isDated: !undated,
    isLive: trashed ? Prisma.sql`${isLive} AND NOT ${inData('trashed')}` : isLive,
    isOfTeam: null,
    isOfProject: null,
    isOfIssue: null,
    ...found,
    text: joined(text.map(inData)),
  };
}

interface ObjectFinders extends Partial<Pick<ListSource, 'isOfTeam' | 'isOfProject' | 'isOfIssue'>> {
  /** Paths in the object. */
  text: string[];
  trashed?: true;
  undated?: true;
}

// Of what hangs on an issue: the issue's team.
const ofTeam = among(column('external_team_id'));
const ofProject = among(column('external_project_id'));
const ofIssue = among(column('external_issue_id'));

const objects: Record<Exclude<LinearCollection, 'issues' | 'teams' | 'workflow-states'>, ObjectFinders> = {
  organization: { text: ['name', 'urlKey'], undated: true },
  users: { text: ['name', 'displayName', 'email'] },
  projects: {
    isOfTeam: (ids) => Prisma.sql`EXISTS (
      SELECT 1 FROM json_each(data, '$.teams') AS team WHERE json_extract(team.value, '$.id') IN (${Prisma.join([...ids])}))`,
    isOfProject: among(column('external_id')),
    text: ['name', 'description', 'lead.name'],
    trashed: true,
  },
  milestones: { isOfProject: ofProject, text: ['name', 'description', 'project.name'] },
  documents: {
    isOfTeam: ofTeam,
    isOfProject: ofProject,
    isOfIssue: ofIssue,
    text: ['title', 'content', 'creator.name'],
    trashed: true,
  },
  cycles: { isOfTeam: ofTeam, text: ['name', 'number', 'description', 'team.name'] },
  labels: { isOfTeam: ofTeam, text: ['name', 'description', 'parent.name'] },
  comments: {
    isOfTeam: ofTeam,
    isOfProject: ofProject,
    isOfIssue: ofIssue,
    text: ['body', 'user.name', 'issue.identifier'],
  },
  attachments: { isOfTeam: ofTeam, isOfIssue: ofIssue, text: ['title', 'subtitle', 'url', 'issue.identifier'] },
  'issue-relations': {
    isOfTeam: ofTeam,
    isOfIssue: (ids) => anyOf([ofIssue(ids), among(inData('relatedIssue.id'))(ids)]),
    text: ['type', 'issue.identifier', 'relatedIssue.identifier'],
  },
  notifications: {
    isOfTeam: ofTeam,
    isOfProject: ofProject,
    isOfIssue: ofIssue,
    text: ['type', 'actor.name', 'issue.identifier', 'project.name'],
  },
};

const issues: ListSource = {
  from: Prisma.sql`task`,
  // As an inequality, which no index serves: by equality SQLite takes the one of (source, external_id) and sorts.
  where: Prisma.sql`source <> 'manual' AND source_state <> 'gone'`,
  id: column('external_id'),
  byId: Prisma.sql`source = 'linear'`,
  updatedAt: column('external_updated_at'),
  isDated: true,
  isLive: Prisma.sql`source_state = 'live'`,
  isOfTeam: ofTeam,
  isOfProject: among(inIntegration('project.id')),
  isOfIssue: among(column('external_id')),
  text: column('search_text'),
};

const teams: ListSource = {
  from: Prisma.sql`team_scope`,
  where: Prisma.sql`visible`,
  id: column('external_team_id'),
  byId: null,
  updatedAt: Prisma.sql`coalesce(external_updated_at, '')`,
  isDated: true,
  isLive: Prisma.sql`external_archived_at IS NULL`,
  isOfTeam: ofTeam,
  isOfProject: null,
  isOfIssue: null,
  text: joined([column('name'), column('key'), column('description')]),
};

const workflowStates: ListSource = {
  ...teams,
  from: Prisma.sql`workflow_state AS state`,
  where: Prisma.sql`EXISTS (
    SELECT 1 FROM team_scope AS team WHERE team.connection_id = state.connection_id
      AND team.external_team_id = state.external_team_id AND team.visible)`,
  id: column('external_id'),
  text: joined([column('name'), column('type'), column('description')]),
};

function joined(texts: Prisma.Sql[]): Prisma.Sql {
  return Prisma.join(
    texts.map((text) => Prisma.sql`coalesce(${text}, '')`),
    " || ' ' || ",
  );
}
