import type { GraphQLInputObjectType, GraphQLSchema } from 'graphql';
import { isInputObjectType } from 'graphql';
import type { Collection } from './collection';
import { boundsOf, compileFilter } from './filters';
import type { ApiKey, Issue, Row, Team } from './model';
import { type Connection, collectionSource, type PageArguments, type Paginator, type Source } from './pagination';
import type { RateLimiter } from './rate-limit';
import type { Workspace } from './workspace';

export interface ResolverContext {
  workspace: Workspace;
  schema: GraphQLSchema;
  paginator: Paginator;
  limiter: RateLimiter;
  key: ApiKey;
  now: Date;
  visibleTeams: ReadonlySet<Team>;
}

export type Resolve<Parent, Args = Record<string, never>> = (
  parent: Parent,
  args: Args,
  context: ResolverContext,
) => unknown;

/** The teams whose issues the key can read: its own list, and no private team that its user is not in. */
export function visibleTeamsOf(workspace: Workspace, key: ApiKey): ReadonlySet<Team> {
  const isVisible = (team: Team) =>
    (team.visibility !== 'private' || team.members.includes(key.user)) && (key.teams?.includes(team) ?? true);
  return new Set([...workspace.teams.values()].filter(isVisible));
}

function filterType(schema: GraphQLSchema, name: string): GraphQLInputObjectType {
  const type = schema.getType(name);
  if (!isInputObjectType(type)) throw new Error(`The slice lacks the input ${name}.`);
  return type;
}

function isShown(row: Row): boolean {
  return row.archivedAt === null && (row as { trashed?: boolean | null }).trashed !== true;
}

export interface ListRequest<Item extends Row> {
  source: Source<Item>;
  filter?: string;
  only?: (row: Item) => boolean;
}

/** One page of anything: visibility first, then archived rows, then the caller's filter. */
export function list<Item extends Row>(
  request: ListRequest<Item>,
  args: PageArguments,
  context: ResolverContext,
): Connection<Item> {
  const { source, only = () => true } = request;
  const input = args.filter ?? undefined;
  const type = request.filter === undefined ? undefined : filterType(context.schema, request.filter);
  const viewer = context.key.user;
  const test =
    type && input ? compileFilter(type, input, { now: context.now, viewer, tables: context.workspace }) : () => true;
  const bounds = boundsOf(input, args.orderBy ?? 'createdAt', context.now);
  const withArchived = args.includeArchived === true;
  const matches = (row: Item) => only(row) && (withArchived || isShown(row)) && test(row);
  return context.paginator.page({ source, args, bounds, matches });
}

export function canSee(team: Team | null, context: ResolverContext): boolean {
  return team === null || context.visibleTeams.has(team);
}

export function listIssues(
  args: PageArguments,
  context: ResolverContext,
  only: (issue: Issue) => boolean = () => true,
): Connection<Issue> {
  const { visibleTeams, workspace } = context;
  const source = collectionSource('Issue', workspace.issues);
  const isOurs = (issue: Issue) => visibleTeams.has(issue.team) && only(issue);
  return list({ source, filter: 'IssueFilter', only: isOurs }, args, context);
}

/** Rows that belong to one team, or to the whole workspace when the team is null. */
export function listOfTeams<Item extends Row & { team: Team | null }>(
  kind: { entity: string; filter: string; collection: Collection<Item> },
  args: PageArguments,
  context: ResolverContext,
  only: (row: Item) => boolean = () => true,
): Connection<Item> {
  const source = collectionSource(kind.entity, kind.collection);
  const isOurs = (row: Item) => canSee(row.team, context) && only(row);
  return list({ source, filter: kind.filter, only: isOurs }, args, context);
}
