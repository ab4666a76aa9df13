import { setTimeout as sleep } from 'node:timers/promises';
import { PATCH as change, GET as get, DELETE as remove } from '@/app/api/v1/connections/[id]/route';
import { POST as sync } from '@/app/api/v1/connections/[id]/sync/route';
import { POST as create } from '@/app/api/v1/connections/route';
import { GET as getRun } from '@/app/api/v1/runs/[id]/route';
import type { Problem } from '@/lib/contracts/common';
import type { Connection } from '@/lib/contracts/connection';
import type { Run } from '@/lib/contracts/run';
import type { RouteHandler } from '@/lib/http/handle';
import { makeScheduler, type SchedulerJob } from '@/lib/jobs/scheduler';
import { makeDemoWorkspace } from '@/tests/fakes/linear/demo-workspace';
import type { LinearSimulator } from '@/tests/fakes/linear/linear-simulator';
import { startLinearSimulator } from '@/tests/fakes/linear/start-linear-simulator';
import type { Workspace } from '@/tests/fakes/linear/workspace';
import { makeAdmin, makeMember, params, request, type TestAdmin, type TestPerson } from '@/tests/support/people';
import { startTestDatabase } from '@/tests/support/test-database';

export interface Reply<T = unknown> {
  status: number;
  body: T;
  headers: Headers;
}

type Handler = RouteHandler | ((request: Request, context: { params: Promise<unknown> }) => Promise<Response>);

interface Given {
  headers?: Record<string, string>;
  body?: unknown;
  params?: Record<string, string>;
}

/** The calls as a browser makes them: a handler, a Linear behind it, and a scheduler that carries out what is queued. */
export class ConnectionsRig {
  private constructor(
    readonly linear: LinearSimulator,
    readonly apiKey: string,
    readonly admin: TestAdmin,
    readonly member: TestPerson,
    readonly scheduler: SchedulerJob,
    private readonly end: () => Promise<void>,
  ) {}

  static async start({
    issues = 30,
    logLevel = 'silent',
  }: {
    issues?: number;
    logLevel?: string;
  } = {}): Promise<ConnectionsRig> {
    const { workspace, apiKey } = makeDemoWorkspace({ issues });
    const linear = await startLinearSimulator({ workspace });
    const database = await startTestDatabase({ LINEAR_API_URL: linear.url, LOG_LEVEL: logLevel });
    const [admin, member] = [await makeAdmin(), await makeMember()];
    const scheduler = makeScheduler();
    await scheduler.start();
    return new ConnectionsRig(linear, apiKey, admin, member, scheduler, () => database.stop());
  }

  get workspace(): Workspace {
    return this.linear.workspace;
  }

  async stop(): Promise<void> {
    await this.scheduler.stop();
    await this.linear.stop();
    await this.end();
  }

  async call<T = Problem>(handler: Handler, method: string, path: string, given: Given = {}): Promise<Reply<T>> {
    const { headers = this.admin.headers, body } = given;
    const sent = request(method, path, { headers, ...(body === undefined ? {} : { body }) });
    const response = await handler(sent, params(given.params ?? {}));
    const text = await response.text();
    return { status: response.status, body: (text === '' ? null : JSON.parse(text)) as T, headers: response.headers };
  }

  create<T = Connection>(body: Record<string, unknown> = {}): Promise<Reply<T>> {
    const sent = { apiKey: this.apiKey, teamKeys: [], schedule: { enabled: false, cron: '0 0 1 1 *' }, ...body };
    return this.call<T>(create, 'POST', '/api/v1/connections', { body: sent });
  }

  get<T = Connection>(id: string): Promise<Reply<T>> {
    return this.call<T>(get, 'GET', `/api/v1/connections/${id}`, { params: { id } });
  }

  change<T = Connection>(id: string, body: unknown): Promise<Reply<T>> {
    return this.call<T>(change, 'PATCH', `/api/v1/connections/${id}`, { params: { id }, body });
  }

  remove(id: string, query = ''): Promise<Reply<Problem>> {
    return this.call(remove, 'DELETE', `/api/v1/connections/${id}${query}`, { params: { id } });
  }

  sync<T = Run>(id: string, body: unknown = {}): Promise<Reply<T>> {
    return this.call<T>(sync, 'POST', `/api/v1/connections/${id}/sync`, { params: { id }, body });
  }

  async run(id: string): Promise<Run> {
    return (await this.call<Run>(getRun, 'GET', `/api/v1/runs/${id}`, { params: { id } })).body;
  }

  /** Asks until it is so: the run goes on by itself meanwhile. */
  async until(id: string, isSo: (run: Run) => boolean): Promise<Run> {
    for (const giveUpAt = Date.now() + 20_000; ; ) {
      const run = await this.run(id);
      if (isSo(run)) return run;
      if (Date.now() > giveUpAt) throw new Error(`Not within 20 s: ${JSON.stringify(run)}`);
      await sleep(20);
    }
  }

  /** Syncs, as the button does, and waits for the end. */
  async syncToEnd(id: string, body: unknown = {}): Promise<Run> {
    const { body: run } = await this.sync(id, body);
    return this.until(run.id, ({ finishedAt }) => finishedAt !== null);
  }
}
