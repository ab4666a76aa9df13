import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { scheduler } from '@/lib/auth/actor';
import { listQueuedRuns } from '@/lib/db/sync-run';
import { executeRun } from '@/lib/sync/execute-run';
import { queueHintRuns } from '@/lib/sync/push/hints-queue';
import { receivePush } from '@/lib/sync/push/push-receive';
import { addWebhooks } from '@/lib/sync/push/push-webhooks';
import type { Change } from '@/tests/fakes/linear/change-feed';
import { signWebhook } from '@/tests/fakes/linear/webhook-post';
import type { SyncClock } from './sync-clock';
import type { Harness } from './sync-harness';

/**
 * What becomes of a delivery on its way. `late` ones come with the next drain, the last first; `lying` ones are signed, but tell
 * what is not so; `forged` ones are not signed by Linear, `stale` ones were signed long ago.
 */
export const fate = fc.constantFrom('once', 'once', 'once', 'lost', 'twice', 'late', 'lying', 'forged', 'stale');
export type Fate = 'once' | 'lost' | 'twice' | 'late' | 'lying' | 'forged' | 'stale';

const secret = 'lin_wh_of_a_random_program';
const minuteMs = 60_000;

/** Linear's webhooks, with a fate for each delivery, taken in by the rule behind the route. */
export class Pushes {
  #count = 0;
  readonly #late: (() => Promise<void>)[] = [];
  readonly #underWay = new Set<Promise<void>>();
  #stopListening: () => void = () => undefined;

  constructor(
    private readonly harness: Harness,
    private readonly clock: SyncClock,
    private readonly fates: Fate[],
  ) {}

  async start(): Promise<void> {
    const { access, connection, linear } = this.harness;
    const calling = { access, signal: new AbortController().signal };
    await addWebhooks(scheduler, connection.id, { secret }, { origin: 'https://time.example.com', calling });
    this.#stopListening = linear.workspace.changes.listen((change) => this.#meet(change));
  }

  stop(): void {
    this.#stopListening();
  }

  /** Until everything that is on its way has come, and what it names has been read. */
  async drain(): Promise<void> {
    await this.settle();
    for (const deliver of this.#late.splice(0).reverse()) await deliver();
    this.clock.advance(5_000);
    const { access } = this.harness;
    await queueHintRuns(access.now());
    for (const run of await listQueuedRuns())
      await executeRun(run.id, { owner: `test/${randomUUID()}`, access, now: access.now }, new AbortController());
  }

  async settle(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.all(this.#underWay);
  }

  #meet({ entity, kind, row }: Change): void {
    const fate = this.fates[this.#count++ % this.fates.length] ?? 'once';
    if (fate === 'lost') return;
    const told = fate === 'lying' ? { action: 'remove', data: { id: row.id } } : { action: kind, data: { id: row.id } };
    const deliver = () => this.#deliver({ type: entity, ...told }, fate);
    if (fate === 'late') this.#late.push(deliver);
    else this.#begin(deliver());
    if (fate === 'twice') this.#begin(deliver());
  }

  #begin(delivering: Promise<void>): void {
    this.#underWay.add(delivering);
    void delivering.finally(() => this.#underWay.delete(delivering));
  }

  async #deliver(told: object, fate: Fate): Promise<void> {
    const { connection, linear } = this.harness;
    const now = this.clock.ours().getTime();
    const webhookTimestamp = fate === 'stale' ? now - 2 * minuteMs : now;
    const body = JSON.stringify({ ...told, organizationId: linear.workspace.organization.id, webhookTimestamp });
    await receivePush({
      connectionId: connection.id,
      signature: signWebhook(body, fate === 'forged' ? 'another secret' : secret),
      deliveryId: randomUUID(),
      bodyBytes: Buffer.byteLength(body),
      readBody: async () => Buffer.from(body),
      now: this.clock.ours,
      onHint: () => undefined,
    });
  }
}
