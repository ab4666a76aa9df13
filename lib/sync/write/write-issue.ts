import type { PersonActor } from '@/lib/auth/actor';
import type { IssueChange, LiveIssue } from '@/lib/contracts/linear-write';
import type { Task } from '@/lib/contracts/task';
import { AppError, type FieldConflict } from '@/lib/errors/app-error';
import type { LiveIssue as RemoteLiveIssue } from '@/lib/linear/live-issue';
import type { LinearMutation } from '@/lib/linear/mutations';
import type { Calling } from '@/lib/sync/test-key';
import { getTask } from '@/lib/tracking/get-task';
import { type IssueTask, openTaskWrites, type WriteAccess } from './write-access';
import { afterWriting, inTheirWords } from './write-errors';
import { readFresh, refuseTrashed } from './write-fresh';
import { fieldsOf, findConflicts, planUpdate } from './write-plan';
import { refuseOddReferences } from './write-references';
import { sendWrite } from './write-send';
import { inTurn } from './write-turns';
import { viewLiveIssue } from './write-view';

/** The issue as Linear has it this moment. */
export async function showLiveIssue(actor: PersonActor, taskId: string, calling: Calling): Promise<LiveIssue> {
  const { access, task } = await openTaskWrites(actor, taskId, calling);
  return inTheirWords(actor.timeZone, async () => viewLiveIssue(await readFresh(access, task)));
}

/** Changes an issue at Linear. Throws issue_changed, with both values, where it is not any more what the person saw. */
export async function changeIssue(
  actor: PersonActor,
  taskId: string,
  change: IssueChange,
  { writeId, ...calling }: Calling & { writeId: string },
): Promise<{ task: Task; issue: LiveIssue }> {
  const { access, task } = await openTaskWrites(actor, taskId, calling);
  return inTurn(task.externalId, async () => {
    const live = await readToWrite(access, task);
    refuseTrashed(live);
    const now = fieldsOf(live);
    const conflicts = findConflicts(change, now);
    if (conflicts.length > 0) throw changedMeanwhile(conflicts);
    const input = planUpdate(change, now);
    if (Object.keys(input).length === 0) return shown(actor, taskId, live);
    await inTheirWords(actor.timeZone, () => refuseOddReferences(access, live.issue.team, input));
    const mutation: LinearMutation = { kind: 'update', issueId: live.issue.id, input };
    const before = { teamId: live.issue.team.id, description: live.description };
    const { issues } = await sendWrite(access, { id: writeId, taskId, mutation, before });
    return afterWriting(() => shown(actor, taskId, { ...live, ...issues[0] }));
  });
}

/** Archives an issue or takes it back. What is so already is left as it is. */
export async function archiveIssue(
  actor: PersonActor,
  taskId: string,
  kind: 'archive' | 'unarchive',
  { writeId, ...calling }: Calling & { writeId: string },
): Promise<Task> {
  const { access, task } = await openTaskWrites(actor, taskId, calling);
  return inTurn(task.externalId, async () => {
    const live = await readToWrite(access, task);
    const isThere = live.issue.archivedAt === null && !live.issue.trashed;
    if (isThere === (kind === 'archive')) {
      const before = { teamId: live.issue.team.id, description: live.description };
      await sendWrite(access, { id: writeId, taskId, mutation: { kind, issueId: live.issue.id }, before });
      return afterWriting(() => getTask(actor, taskId));
    }
    return getTask(actor, taskId);
  });
}

export function readToWrite(access: WriteAccess, task: IssueTask): Promise<RemoteLiveIssue> {
  return inTheirWords(access.actor.timeZone, () => readFresh(access, task));
}

async function shown(actor: PersonActor, taskId: string, live: RemoteLiveIssue) {
  return { task: await getTask(actor, taskId), issue: await viewLiveIssue(live) };
}

function changedMeanwhile(conflicts: FieldConflict[]): AppError {
  const fields = conflicts.map(({ field }) => names[field] ?? field).join(', ');
  return new AppError('issue_changed', `Somebody changed this at Linear meanwhile: ${fields}.`, {
    hint: 'Nothing was written. Keep what is there, or write yours over it.',
    details: { conflicts },
  });
}

const names: Record<string, string> = {
  stateId: 'state',
  assigneeId: 'assignee',
  dueDate: 'due date',
  cycleId: 'cycle',
  labelIds: 'labels',
};
