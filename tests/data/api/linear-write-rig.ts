import { GET as listEvents } from '@/app/api/v1/tasks/[id]/events/route';
import { PATCH as changeIssue, GET as getIssue } from '@/app/api/v1/tasks/[id]/issue/route';
import { GET as getTask } from '@/app/api/v1/tasks/[id]/route';
import type { ListOf, Problem } from '@/lib/contracts/common';
import type { IssueChange, LiveIssue } from '@/lib/contracts/linear-write';
import type { Task, TaskEvent } from '@/lib/contracts/task';
import { db } from '@/lib/db/client';
import type { Issue } from '@/tests/fakes/linear/model';
import { ConnectionsRig, type Reply } from './connections-rig';

/** A connection with everything imported and writing allowed. */
export async function startWriteRig({ issues = 12 } = {}): Promise<{ rig: ConnectionsRig; connectionId: string }> {
  const rig = await ConnectionsRig.start({ issues });
  const { body } = await rig.create();
  await rig.syncToEnd(body.id);
  await rig.change(body.id, { writeBack: 'everyone' });
  return { rig, connectionId: body.id };
}

export async function taskIdOf(issue: Issue): Promise<string> {
  const task = await db().task.findFirstOrThrow({ where: { externalId: issue.id }, select: { id: true } });
  return task.id;
}

type Headers = Record<string, string>;

export class IssueCalls {
  constructor(
    private readonly rig: ConnectionsRig,
    readonly taskId: string,
  ) {}

  async live(): Promise<LiveIssue> {
    return (await this.rig.call<LiveIssue>(getIssue, 'GET', this.path('/issue'), { params: { id: this.taskId } })).body;
  }

  change<T = { task: Task; issue: LiveIssue }>(body: IssueChange | unknown, headers?: Headers): Promise<Reply<T>> {
    const given = { params: { id: this.taskId }, body, ...(headers ? { headers } : {}) };
    return this.rig.call<T>(changeIssue, 'PATCH', this.path('/issue'), given);
  }

  refused(body: unknown, headers?: Headers): Promise<Reply<Problem>> {
    return this.change<Problem>(body, headers);
  }

  async task(): Promise<Task> {
    return (await this.rig.call<Task>(getTask, 'GET', this.path(''), { params: { id: this.taskId } })).body;
  }

  async events(): Promise<TaskEvent[]> {
    const given = { params: { id: this.taskId } };
    return (await this.rig.call<ListOf<TaskEvent>>(listEvents, 'GET', this.path('/events'), given)).body.items;
  }

  private path(rest: string): string {
    return `/api/v1/tasks/${this.taskId}${rest}`;
  }
}
