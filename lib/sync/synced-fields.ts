import { createHash } from 'node:crypto';
import type { SyncedFields } from '@/lib/db/synced-task';
import type { RemoteIssue } from '@/lib/linear/types';
import { labelText, searchText } from '@/lib/tracking/search-text';
import { taskName } from '@/lib/tracking/task-name';

/** Everything that Linear owns on a task, as it is stored; the text apart, but counted in the hash where texts are kept. */
export function syncedFields(issue: RemoteIssue, withDescription = false): SyncedFields {
  const fields: Omit<SyncedFields, 'contentHash'> = {
    externalTeamId: issue.team.id,
    identifier: issue.identifier,
    title: issue.title,
    name: taskName(issue.identifier, issue.title),
    sourceState: issue.trashed ? 'trashed' : issue.archivedAt ? 'archived' : 'live',
    url: issue.url,
    description: issue.url,
    stateId: issue.state.id,
    stateName: issue.state.name,
    stateType: issue.state.type,
    stateColor: issue.state.color,
    priority: Math.round(issue.priority),
    estimate: issue.estimate,
    dueDate: issue.dueDate,
    assigneeId: issue.assignee?.id ?? null,
    assigneeName: issue.assignee?.name ?? null,
    assigneeEmail: issue.assignee?.email.toLowerCase() ?? null,
    labels: JSON.stringify(issue.labels.map(({ name, color }) => ({ name, color }))),
    labelText: labelText(issue.labels.map(({ name }) => name)),
    searchText: searchText({
      identifier: issue.identifier,
      previousIdentifiers: issue.previousIdentifiers,
      title: issue.title,
    }),
    externalCreatedAt: issue.createdAt,
    externalUpdatedAt: issue.updatedAt,
    externalArchivedAt: issue.archivedAt,
    externalCompletedAt: issue.completedAt,
    integration: JSON.stringify(integration(issue)),
    aliases: issue.previousIdentifiers,
  };
  const text = withDescription ? issue.description : undefined;
  return { ...fields, contentHash: hash(text === undefined ? fields : { ...fields, text }) };
}

/** The part of `custom_fields` that other programs match by. */
function integration(issue: RemoteIssue) {
  return {
    source: 'linear',
    ref: issue.id,
    identifier: issue.identifier,
    url: issue.url,
    team: { id: issue.team.id, key: issue.team.key, name: issue.team.name },
    state: { id: issue.state.id, name: issue.state.name, type: issue.state.type },
    project: issue.project,
    cycle: issue.cycle,
    parent: issue.parent,
    previousIdentifiers: issue.previousIdentifiers,
    updatedAt: issue.updatedAt,
  };
}

function hash(fields: Record<string, unknown>): string {
  return createHash('sha1').update(JSON.stringify(fields)).digest('base64url');
}
