import type { StoredTask } from '@/lib/db/synced-task';
import type { Look } from '@/lib/linear/look';
import type { IssuePage, RemoteIssue } from '@/lib/linear/types';
import { syncedFields } from '@/lib/sync/synced-fields';

/** An issue as Linear might answer it. */
export function makeIssue(changes: Partial<RemoteIssue> = {}): RemoteIssue {
  return {
    id: 'issue-1',
    identifier: 'ENG-1',
    previousIdentifiers: [],
    title: 'Fix login',
    url: 'https://linear.app/northwind/issue/ENG-1/fix-login',
    priority: 2,
    estimate: null,
    dueDate: null,
    createdAt: '2026-03-01T08:00:00.000Z',
    updatedAt: '2026-03-01T09:00:00.000Z',
    archivedAt: null,
    completedAt: null,
    trashed: false,
    team: { id: 'team-eng', key: 'ENG', name: 'Engineering' },
    state: { id: 'state-todo', name: 'Todo', type: 'unstarted', color: '#e2e2e2' },
    assignee: null,
    labels: [],
    project: null,
    cycle: null,
    parent: null,
    ...changes,
  };
}

/** The task that is stored for an issue. */
export function makeStored(issue: RemoteIssue, changes: Partial<StoredTask> = {}): StoredTask {
  const { integration, ...fields } = syncedFields(issue);
  return {
    id: `task of ${issue.id}`,
    externalId: issue.id,
    projectId: 'project-eng',
    connectionId: 'connection-1',
    status: 'todo',
    missingSince: null,
    customFields: `{"integration":${integration}}`,
    ...fields,
    ...changes,
  };
}

export function makePage(issues: RemoteIssue[], hasNextPage = false): IssuePage {
  return { issues, unreadable: [], hasNextPage };
}

export function makeLook(changed: IssuePage, serverDate: Date | null = null): Look {
  const nothing = makePage([]);
  const workspace = { id: 'workspace', name: 'Northwind', urlKey: 'northwind' };
  return {
    workspace,
    teams: [],
    states: [],
    hasAllStates: false,
    changed,
    archived: nothing,
    outside: nothing,
    restored: nothing,
    retried: nothing,
    serverDate,
  };
}
