import { GET as listEvents } from '@/app/api/v1/tasks/[id]/events/route';
import { PATCH as changeIssue, GET as getIssue } from '@/app/api/v1/tasks/[id]/issue/route';
import { GET as getTask } from '@/app/api/v1/tasks/[id]/route';
import type { ListOf, Problem } from '@/lib/contracts/common';
import type { LiveIssue } from '@/lib/contracts/linear-write';
import type { Task, TaskEvent } from '@/lib/contracts/task';
import { db } from '@/lib/db/client';
import type { RouteHandler } from '@/lib/http/handle';
import { must } from '@/lib/kit/must';
import type { Issue, Team } from '@/tests/fakes/linear/model';
import { ConnectionsRig, type Reply } from './connections-rig';

type Headers = Record<string, string>;

interface Given {
  body?: unknown;
  headers?: Headers;
  params?: Record<string, string>;
}

/** Everything is imported, and everyone may write. */
export class WriteRig {
  private constructor(
    readonly rig: ConnectionsRig,
    readonly connectionId: string,
    private readonly untouched: Issue[],
  ) {}

  static async start({ untouched = 30 } = {}): Promise<WriteRig> {
    const rig = await ConnectionsRig.start({ issues: 4 });
    const made = rig.workspace.bulk(() =>
      Array.from({ length: untouched }, () => rig.workspace.createIssue({ team: 'ENG', title: 'Fix the login' })),
    );
    const { body } = await rig.create();
    await rig.syncToEnd(body.id);
    const changed = await rig.change(body.id, { writeBack: 'everyone' });
    if (changed.status !== 200) throw new Error(JSON.stringify(changed.body));
    return new WriteRig(rig, body.id, made);
  }

  get workspace() {
    return this.rig.workspace;
  }

  get faults() {
    return this.rig.linear.faults;
  }

  team(key = 'ENG'): Team {
    return this.workspace.team(key);
  }

  stateOf(team: Team, type: string) {
    return must(
      this.workspace.statesOf(team).find((state) => state.type === type),
      `a state of type ${type}`,
    );
  }

  /** An issue of ENG that was imported and that no test has had yet. */
  async issue(): Promise<{ issue: Issue; task: TaskCalls }> {
    const issue = must(this.untouched.pop(), 'an untouched issue');
    return { issue, task: await this.taskOf(issue) };
  }

  async taskOf({ id }: Issue): Promise<TaskCalls> {
    const task = await db().task.findFirstOrThrow({ where: { externalId: id }, select: { id: true } });
    return new TaskCalls(this.rig, task.id);
  }

  call<T = Problem>(handler: RouteHandler, method: string, path: string, given: Given = {}): Promise<Reply<T>> {
    return this.rig.call<T>(handler, method, `/api/v1${path}`, given);
  }

  /** Mutations that Linear has got. */
  sent(): string[] {
    return this.rig.linear.requests
      .filter(({ query }) => query.trim().startsWith('mutation'))
      .map(({ operationName }) => operationName ?? '');
  }
}

export class TaskCalls {
  constructor(
    private readonly rig: ConnectionsRig,
    readonly id: string,
  ) {}

  call<T = Problem>(handler: RouteHandler, method: string, rest: string, given: Given = {}): Promise<Reply<T>> {
    const params = { id: this.id, ...given.params };
    return this.rig.call<T>(handler, method, `/api/v1/tasks/${this.id}${rest}`, { ...given, params });
  }

  async live(): Promise<LiveIssue> {
    return (await this.call<LiveIssue>(getIssue, 'GET', '/issue')).body;
  }

  change(body: unknown, headers?: Headers): Promise<Reply<{ task: Task; issue: LiveIssue }>> {
    return this.call(changeIssue, 'PATCH', '/issue', { body, ...(headers ? { headers } : {}) });
  }

  refused(body: unknown, headers?: Headers): Promise<Reply<Problem>> {
    return this.call(changeIssue, 'PATCH', '/issue', { body, ...(headers ? { headers } : {}) });
  }

  async task(): Promise<Task> {
    return (await this.call<Task>(getTask, 'GET', '')).body;
  }

  async events(): Promise<TaskEvent[]> {
    return (await this.call<ListOf<TaskEvent>>(listEvents, 'GET', '/events')).body.items;
  }
}
