import type { Webhook } from './activity-model';
import type { Change, FollowedEntity, FollowedRows } from './change-feed';
import type { Team, User } from './model';
import { userUrl } from './webhook-issue-payload';
import { type Json, webhookData, webhookUrl } from './webhook-payloads';
import type { Workspace } from './workspace';

/** One thing that happened, as its payload will tell it. The stamp and the webhook's id come with each attempt. */
export interface WebhookEvent {
  type: FollowedEntity;
  action: 'create' | 'update' | 'remove';
  payload: Json;
  /** The teams that it concerns; null for the whole workspace. */
  teams: readonly Team[] | null;
}

type TeamsOf<Row> = (row: Row) => readonly Team[] | null;

const TEAMS: { [Entity in FollowedEntity]: TeamsOf<FollowedRows[Entity]> } = {
  Issue: (issue) => [issue.team],
  Comment: ({ issue, project }) => (issue === null ? (project?.teams ?? []) : [issue.team]),
  Project: (project) => project.teams,
  Cycle: (cycle) => [cycle.team],
  IssueLabel: (label) => (label.team === null ? null : [label.team]),
  Attachment: (attachment) => [attachment.issue.team],
  Document: ({ issue, project, team }) => (issue ? [issue.team] : (project?.teams ?? (team === null ? null : [team]))),
  User: () => null,
};

function teamsOf<Entity extends FollowedEntity>(entity: Entity, row: FollowedRows[Entity]): readonly Team[] | null {
  const find: TeamsOf<FollowedRows[Entity]> = TEAMS[entity];
  return find(row);
}

function isPlain(value: unknown): boolean {
  if (Array.isArray(value)) return value.every((each) => typeof each !== 'object');
  return value === null || typeof value !== 'object';
}

/** The former values of the changed keys, and of no others: ids and plain values, never children or addresses. */
function changedFrom(entity: FollowedEntity, before: Json, after: Json): Json {
  const keys = Object.keys(after).filter((key) => {
    if (key === 'url' && entity !== 'Attachment') return false;
    const values = [before[key], after[key]];
    return values.every(isPlain) && JSON.stringify(before[key]) !== JSON.stringify(after[key]);
  });
  return Object.fromEntries(keys.map((key) => [key, before[key]]));
}

function actorOf(actor: User | null, urlKey: string): Json | null {
  if (actor === null) return null;
  const { id, name, email, avatarUrl } = actor;
  return { id, type: 'user', name, email, avatarUrl, url: userUrl(actor, urlKey) };
}

function contentOf(change: Change, workspace: Workspace): Pick<WebhookEvent, 'action'> & { content: Json } {
  const { entity, row, kind, before } = change;
  const { urlKey } = workspace.organization;
  // Said to carry little more than the id: a reader that needs the identifier must have kept it.
  const gone = { data: { id: row.id } };
  if (kind === 'remove') return { action: 'remove', content: gone };
  const data = webhookData(entity, row as never, urlKey);
  const url = webhookUrl(entity, row as never, urlKey);
  const content = url === undefined ? { data } : { data, url };
  if (kind === 'create') return { action: 'create', content };
  const updatedFrom = changedFrom(entity, webhookData(entity, { ...row, ...before } as never, urlKey), data);
  const isTrash = 'trashed' in updatedFrom && 'trashed' in row && row.trashed === true;
  if (isTrash && workspace.behaviour.removeEventOnTrash) return { action: 'remove', content: gone };
  return { action: 'update', content: { ...content, updatedFrom } };
}

/** Undefined when nothing that a payload shows has changed. */
export function webhookEvent(change: Change, actor: User | null, workspace: Workspace): WebhookEvent | undefined {
  const { entity, row, before } = change;
  const { action, content } = contentOf(change, workspace);
  const { updatedFrom } = content;
  if (action === 'update' && Object.keys(updatedFrom as Json).length === 0) return undefined;
  const { organization } = workspace;
  const head = { action, type: entity, actor: actorOf(actor, organization.urlKey), createdAt: workspace.now() };
  const now = teamsOf(entity, row as never);
  const former = teamsOf(entity, { ...row, ...before } as never);
  const teams = now === null || former === null ? null : [...new Set([...now, ...former])];
  return { type: entity, action, teams, payload: { ...head, organizationId: organization.id, ...content } };
}

export function isWanted(webhook: Webhook, event: WebhookEvent): boolean {
  if (!webhook.enabled || !webhook.resourceTypes.includes(event.type)) return false;
  if (event.teams === null) return true;
  if (webhook.team !== null) return event.teams.includes(webhook.team);
  return webhook.allPublicTeams && event.teams.some((team) => team.visibility === 'public');
}
