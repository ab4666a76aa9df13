import { randomBytes } from 'node:crypto';
import type { Webhook } from './activity-model';
import type { Workspace } from './workspace';
import type { TeamRef } from './workspace-store';

/** The values of Linear's enumeration, which its own input does not use: there it is a list of strings. */
export const WEBHOOK_RESOURCE_TYPES: readonly string[] = [
  'AgentSessionEvent',
  'AppUserNotification',
  'Attachment',
  'Comment',
  'Customer',
  'CustomerNeed',
  'Cycle',
  'Document',
  'Initiative',
  'InitiativeUpdate',
  'Issue',
  'IssueLabel',
  'IssueSLA',
  'OAuthAuthorization',
  'PermissionChange',
  'Project',
  'ProjectLabel',
  'ProjectUpdate',
  'Reaction',
  'Release',
  'ReleaseNote',
  'User',
];

/** Not from the workspace's seed: a secret made in between must not move the ids of later rows. */
export function newSecret(): string {
  return `lin_wh_${randomBytes(20).toString('hex')}`;
}

export interface WebhookInput {
  url: string;
  id?: string;
  secret?: string;
  label?: string;
  enabled?: boolean;
  resourceTypes?: string[];
  /** Without a team it is for all public teams. */
  team?: TeamRef;
}

/** A webhook that an admin typed into Linear's settings: any address is taken here. */
export function registerWebhook(workspace: Workspace, input: WebhookInput): Webhook {
  const { url, secret = newSecret(), label = null, enabled = true, resourceTypes = WEBHOOK_RESOURCE_TYPES } = input;
  const team = input.team === undefined ? null : workspace.team(input.team);
  const creator = [...workspace.users.values()].find((user) => user.admin) ?? null;
  return workspace.webhooks.add({
    ...workspace.newRow(input.id === undefined ? {} : { id: input.id }),
    url,
    secret,
    label,
    enabled,
    resourceTypes: [...resourceTypes],
    allPublicTeams: team === null,
    team,
    creator,
    failures: [],
  });
}
