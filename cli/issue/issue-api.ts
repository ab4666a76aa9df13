import type { Api, Query } from '@/cli/api';
import { CliError } from '@/cli/cli-error';
import { exitCodes } from '@/cli/exit-codes';
import { getTask } from '@/cli/find-task';
import type { LinearCollection, LinearObjectOf } from '@/lib/contracts/linear-collection';
import type {
  IssueChange,
  IssueComment,
  IssueInput,
  IssueRelationView,
  LinearWrite,
  LiveIssue,
  RelationInput,
  SendToLinearInput,
  TeamOptions,
  WriteTarget,
} from '@/lib/contracts/linear-write';
import type { Task, TaskFacets } from '@/lib/contracts/task';

const base = '/api/v1/linear-write';

/** What a write answered; `settled` when its answer was lost, and Linear has it all the same. */
export type Written<T> = { answer: T; settled: null } | { answer: null; settled: LinearWrite };

/** The calls about issues of Linear. */
export class IssueApi {
  constructor(readonly api: Api) {}

  find(issue: string): Promise<Task> {
    return getTask(this.api, issue);
  }

  live(task: Task): Promise<LiveIssue> {
    return this.api.get(pathOf(task, 'issue'), { about: 'issue' });
  }

  comments(task: Task): Promise<IssueComment[]> {
    return this.api.list(pathOf(task, 'comments'), { about: 'issue' });
  }

  /** What the issues that are here can be filtered by. */
  facets(): Promise<TaskFacets> {
    return this.api.get('/api/v1/tasks/facets');
  }

  targets(): Promise<WriteTarget[]> {
    return this.api.list(`${base}/targets`);
  }

  /** By key or UUID of the team. The server keeps them for some minutes; `refresh` asks Linear. */
  options(team: string, refresh = false): Promise<TeamOptions> {
    return this.api.get(`${base}/teams/${encodeURIComponent(team)}/options`, { query: refresh ? { refresh } : {} });
  }

  /** As it was imported. */
  mirrored<C extends LinearCollection>(collection: C, query: Query): Promise<LinearObjectOf<C>[]> {
    return this.api.list(`/api/v1/linear/${collection}`, { query });
  }

  create(input: IssueInput): Promise<Written<Task>> {
    return this.#settle(this.api.post<Task>(`${base}/issues`, input));
  }

  change(task: Task, change: IssueChange): Promise<Written<{ task: Task; issue: LiveIssue }>> {
    return this.#settle(this.api.patch(pathOf(task, 'issue'), change, { about: 'issue' }));
  }

  comment(task: Task, body: string): Promise<Written<IssueComment>> {
    return this.#settle(this.api.post(pathOf(task, 'comments'), { body }, { about: 'issue' }));
  }

  link(task: Task, input: RelationInput): Promise<Written<IssueRelationView>> {
    return this.#settle(this.api.post(pathOf(task, 'relations'), input, { about: 'issue' }));
  }

  relations(task: Task): Promise<IssueRelationView[]> {
    return this.api.list(pathOf(task, 'relations'), { about: 'issue' });
  }

  unlink(task: Task, { id }: IssueRelationView): Promise<Written<void>> {
    return this.#settle(this.api.delete(`${pathOf(task, 'relations')}/${encodeURIComponent(id)}`));
  }

  archive(task: Task): Promise<Written<Task>> {
    return this.#settle(this.api.post<Task>(pathOf(task, 'archive'), {}, { about: 'issue' }));
  }

  unarchive(task: Task): Promise<Written<Task>> {
    return this.#settle(this.api.post<Task>(pathOf(task, 'unarchive'), {}, { about: 'issue' }));
  }

  /** A task that was made by hand becomes an issue. */
  send(task: Task, input: SendToLinearInput): Promise<Written<Task>> {
    return this.#settle(this.api.post<Task>(pathOf(task, 'send-to-linear'), input, { about: 'issue' }));
  }

  /** A write whose answer from Linear was lost is looked up there, never sent again. */
  async #settle<T>(call: Promise<T>): Promise<Written<T>> {
    try {
      return { answer: await call, settled: null };
    } catch (error) {
      if (!(error instanceof CliError) || error.code !== 'linear_write_unknown') throw error;
      const { writeId } = error.details;
      if (typeof writeId !== 'string') throw error;
      const settled = await this.api.post<LinearWrite>(`${base}/${encodeURIComponent(writeId)}/check`);
      if (settled.status === 'done') return { answer: null, settled };
      throw settled.status === 'refused' ? notThere(settled) : error;
    }
  }
}

function notThere(write: LinearWrite): CliError {
  return new CliError("Linear's answer was lost, and Linear does not have what was sent.", {
    exit: exitCodes.network,
    code: 'linear_write_lost',
    hint: 'Nothing was written: do it again.',
    details: { write },
  });
}

function pathOf({ id }: Task, what: string): string {
  return `/api/v1/tasks/${encodeURIComponent(id)}/${what}`;
}
