import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { makeDemoWorkspace } from '@/tests/fakes/linear/demo-workspace';
import type { LinearSimulator } from '@/tests/fakes/linear/linear-simulator';
import { startLinearSimulator } from '@/tests/fakes/linear/start-linear-simulator';
import { percentile, type Row } from './row';

const secret = 'lin_wh_bench';
const burst = 5_000;
const minuteMs = 60_000;
const edits = 60;

/** Trackline in a process of its own, so that its memory is its own. */
class Child {
  private constructor(private readonly child: ChildProcess) {}

  static async start(...args: string[]): Promise<Child> {
    const execArgv = ['--expose-gc', '--import', 'tsx'];
    const child = fork('scripts/bench/webhooks-child.ts', args, { execArgv });
    await once(child, 'message');
    return new Child(child);
  }

  async ask<T>(what: string, argument = ''): Promise<T> {
    const answered = once(this.child, 'message');
    this.child.send({ what, argument });
    const [{ answer }] = (await answered) as [{ answer: T }];
    return answer;
  }

  async isIdle(): Promise<void> {
    while ((await this.ask<number>('waiting')) > 0) await sleep(50);
  }

  stop(): void {
    this.child.kill();
  }
}

export async function benchWebhooks(): Promise<Row[]> {
  const { workspace, apiKey } = makeDemoWorkspace({ issues: burst, teams: 1 });
  const linear = await startLinearSimulator({ workspace, latencyMs: 150 });
  const child = await Child.start(linear.url, apiKey, secret);
  linear.webhooks.register({ url: await child.ask<string>('address'), secret });
  const delays = await editOneByOne(linear, child);
  await sendAll(linear, child, 1_000);
  const before = await child.ask<number>('heap');
  linear.requests.clear();
  await sendAll(linear, child, burst);
  const requests = linear.requests.length;
  const growth = (await child.ask<number>('heap')) - before;
  const lost = await countLost(linear, child);
  child.stop();
  await linear.stop();
  const p95 = percentile(delays, 0.95);
  return [
    {
      what: 'Edit at Linear to visible task by webhook, p95',
      measured: `${Math.round(p95)} ms`,
      limit: '< 2000 ms',
      holds: p95 < 2_000,
    },
    {
      what: '5,000 deliveries in a minute: lost, requests',
      measured: `${lost} lost, ${requests} requests`,
      limit: '0, <= 60',
      holds: lost === 0 && requests <= 60,
    },
    {
      what: '5,000 deliveries in a minute: heap',
      measured: `${growth >= 0 ? '+' : ''}${growth.toFixed(1)} MB`,
      limit: '<= +10 MB',
      holds: growth <= 10,
    },
  ];
}

/** One person at work: now and then an edit, each seen before the next. */
async function editOneByOne({ workspace }: LinearSimulator, child: Child): Promise<number[]> {
  const delays: number[] = [];
  for (let edit = 1; edit <= edits; edit++) {
    const identifier = `ENG-${edit}`;
    const title = `Edit ${edit}`;
    const startedAt = performance.now();
    workspace.updateIssue(identifier, { title });
    while ((await child.ask<string>('title', identifier)) !== title) await sleep(10);
    delays.push(performance.now() - startedAt);
    await sleep(100 + (edit % 7) * 300);
  }
  return delays;
}

/** So many different issues at the pace of the burst. */
async function sendAll({ workspace, webhooks }: LinearSimulator, child: Child, count: number): Promise<void> {
  const startedAt = performance.now();
  for (let sent = 1; sent <= count; sent++) {
    workspace.updateIssue(`ENG-${sent}`, { title: `Of ${count}: ${sent}` });
    const aheadMs = (sent * minuteMs) / burst - (performance.now() - startedAt);
    if (aheadMs > 0) await sleep(aheadMs);
  }
  await webhooks.settled();
  await child.isIdle();
}

async function countLost({ workspace }: LinearSimulator, child: Child): Promise<number> {
  const tasks = await child.ask<{ identifier: string; title: string }[]>('titles');
  const titles = new Map(tasks.map(({ identifier, title }) => [identifier, title]));
  return [...workspace.issues.values()].filter(({ identifier, title }) => titles.get(identifier) !== title).length;
}
