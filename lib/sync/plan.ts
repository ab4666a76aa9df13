import type { StatusMapping } from '@/lib/contracts/connection';
import { mapStatus } from '@/lib/contracts/map-status';
import type { TaskStatus } from '@/lib/contracts/task';
import type { StoredTask, SyncedFields } from '@/lib/db/synced-task';
import { minutes } from '@/lib/kit/sleep';
import type { RemoteIssue } from '@/lib/linear/types';
import { describeChanges, type FieldChange } from './describe-changes';
import { syncedFields } from './synced-fields';

export interface PlanContext {
  connectionId: string;
  mapping: StatusMapping;
  /** Linear team UUID -> our project, for the teams that are synced. */
  projectOfTeam: ReadonlyMap<string, string>;
  now: Date;
  /** Issues that were written from here since the page was asked for: under an equal stamp it is old. Not every change moves a stamp. */
  written?: ReadonlySet<string>;
  /** Whether issues' texts are kept, and so count as changes. */
  descriptions: boolean;
}

/** From the question for a page to its storing, with a wait for the rate limit in between, and clocks that differ a little. */
export const oldestPageMs = minutes(5);

interface Write {
  issue: RemoteIssue;
  fields: SyncedFields;
  status: TaskStatus;
  projectId: string;
}

export type ChangeKind = 'updated' | 'moved' | 'archived' | 'trashed' | 'restored' | 'gone';

/** What is to be done about one issue. */
export type Action =
  | ({ kind: 'create' } & Write)
  | ({ kind: 'update'; change: ChangeKind; local: StoredTask; changes: FieldChange[] } & Write)
  /** As stored. `seenAgain`: a walk had missed it, and it is here after all. */
  | { kind: 'skip'; local: StoredTask; seenAgain: boolean }
  /** Of a team that is not synced. */
  | { kind: 'ignore' }
  /** Of a team that appeared after this run's look: the next run knows it. */
  | { kind: 'postpone'; issue: RemoteIssue };

/** Compares one issue with the task that is stored for it, if any. Pure: nothing is read or written. */
export function plan(
  issue: RemoteIssue,
  local: StoredTask | undefined,
  context: PlanContext,
  allTeams: boolean,
): Action {
  if (local && isStale(issue, local, context)) return { kind: 'skip', local, seenAgain: local.missingSince !== null };
  const projectId = context.projectOfTeam.get(issue.team.id);
  if (projectId === undefined) return planOutside(issue, local, context, allTeams);
  const fields = syncedFields(issue, context.descriptions);
  const status = mapStatus(issue.state, context.mapping);
  if (!local) return { kind: 'create', issue, fields, status, projectId };
  // Not so when its connection was deleted while its team was not synced, see lib/db/synced-project.ts.
  const isOurs = local.connectionId === context.connectionId;
  if (isOurs && local.contentHash === fields.contentHash && local.status === status && local.projectId === projectId) {
    return { kind: 'skip', local, seenAgain: local.missingSince !== null };
  }
  return {
    kind: 'update',
    change: changeOf(local, fields),
    local,
    changes: describeChanges(local, fields),
    issue,
    fields,
    status,
    projectId,
  };
}

/**
 * A page that is on its way may be older than what a delivery or a write of ours has brought meanwhile: it must not win. Where
 * the stored stamp is older than any page can be, the issue itself went back, as it does when Linear commits out of order.
 */
function isStale(issue: RemoteIssue, local: StoredTask, { connectionId, now, written }: PlanContext): boolean {
  const stored = local.externalUpdatedAt;
  if (stored === null || local.connectionId !== connectionId || issue.updatedAt > stored) return false;
  if (issue.updatedAt === stored) return written?.has(issue.id) === true;
  return Date.parse(stored) > now.getTime() - oldestPageMs;
}

/** An issue that left the synced teams leaves its task behind, with its time; one that was never ours is not our business. */
function planOutside(
  issue: RemoteIssue,
  local: StoredTask | undefined,
  context: PlanContext,
  allTeams: boolean,
): Action {
  if (allTeams) return { kind: 'postpone', issue };
  const isFrozen = local && (local.externalTeamId === issue.team.id || local.sourceState === 'gone');
  if (!local || isFrozen) return { kind: 'ignore' };
  const fields: SyncedFields = { ...syncedFields(issue, context.descriptions), sourceState: 'gone' };
  const status = mapStatus(issue.state, context.mapping);
  return {
    kind: 'update',
    change: 'gone',
    local,
    changes: describeChanges(local, fields),
    issue,
    fields,
    status,
    projectId: local.projectId,
  };
}

function changeOf(local: StoredTask, fields: SyncedFields): ChangeKind {
  if (local.sourceState !== fields.sourceState)
    return fields.sourceState === 'live' ? 'restored' : fields.sourceState === 'trashed' ? 'trashed' : 'archived';
  return local.externalTeamId === fields.externalTeamId ? 'updated' : 'moved';
}
