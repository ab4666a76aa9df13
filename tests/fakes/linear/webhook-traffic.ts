import type { Webhook } from './activity-model';
import type { WebhookEvent } from './webhook-events';
import type { WebhookFault } from './webhook-faults';

export interface Delivery {
  id: string;
  webhook: Webhook;
  event: WebhookEvent;
  faults: readonly WebhookFault[];
  attempt: number;
}

const AT_ONCE = 20;

function shuffled<Item>(items: readonly Item[]): Item[] {
  return items
    .map((item) => ({ item, place: Math.random() }))
    .sort((left, right) => left.place - right.place)
    .map(({ item }) => item);
}

/** When each delivery goes out: at once, late, after others, twice, or when it is let go. */
export class WebhookTraffic {
  readonly #attempt: (delivery: Delivery) => Promise<void>;
  readonly #timers = new Set<NodeJS.Timeout>();
  #queue: Delivery[] = [];
  #held: Delivery[] | undefined;
  #overtaken: { delivery: Delivery; left: number }[] = [];
  #underWay = 0;
  #waiting: (() => void)[] = [];
  #isStopped = false;

  constructor(attempt: (delivery: Delivery) => Promise<void>) {
    this.#attempt = attempt;
  }

  get held(): number {
    return this.#held?.length ?? 0;
  }

  hold(): void {
    this.#held ??= [];
  }

  release(order: 'sent' | 'reversed' | 'shuffled'): void {
    const held = this.#held ?? [];
    this.#held = undefined;
    if (order === 'reversed') held.reverse();
    for (const delivery of order === 'shuffled' ? shuffled(held) : held) this.#leave(delivery, 0);
  }

  forgetHeld(): void {
    if (this.#held !== undefined) this.#held = [];
    this.#overtaken = [];
  }

  depart(delivery: Delivery, delayMs: number): void {
    if (this.#held !== undefined) this.#held.push(delivery);
    else this.#leave(delivery, delayMs);
  }

  retry(delivery: Delivery, delayMs: number): void {
    this.#later(delivery, delayMs);
  }

  async settled(): Promise<void> {
    const last = this.#overtaken;
    this.#overtaken = [];
    for (const { delivery } of last) this.#go(delivery, 0);
    if (this.#isIdle()) return;
    await new Promise<void>((resolve) => {
      this.#waiting.push(resolve);
    });
  }

  stop(): void {
    this.#isStopped = true;
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
    this.#queue = [];
    this.#wake();
  }

  #leave(delivery: Delivery, delayMs: number): void {
    const reorder = delivery.faults.find((fault) => fault.kind === 'reorder');
    if (reorder !== undefined) {
      this.#overtaken.push({ delivery, left: reorder.by ?? 1 });
      return;
    }
    this.#go(delivery, delayMs);
    for (const each of this.#overtaken) each.left -= 1;
    const ready = this.#overtaken.filter(({ left }) => left <= 0);
    this.#overtaken = this.#overtaken.filter(({ left }) => left > 0);
    for (const each of ready) this.#go(each.delivery, delayMs);
  }

  #go(delivery: Delivery, delayMs: number): void {
    const late = delivery.faults.find((fault) => fault.kind === 'late');
    const duplicate = delivery.faults.find((fault) => fault.kind === 'duplicate');
    const times = duplicate === undefined ? 1 : (duplicate.times ?? 2);
    for (let copy = 0; copy < times; copy += 1) this.#later(delivery, delayMs + (late?.ms ?? 0));
  }

  #later(delivery: Delivery, delayMs: number): void {
    if (this.#isStopped) return;
    if (delayMs <= 0) {
      this.#queue.push(delivery);
      this.#pump();
      return;
    }
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      this.#queue.push(delivery);
      this.#pump();
    }, delayMs);
    timer.unref();
    this.#timers.add(timer);
  }

  #pump(): void {
    while (this.#underWay < AT_ONCE) {
      const delivery = this.#queue.shift();
      if (delivery === undefined) break;
      this.#underWay += 1;
      void this.#run(delivery);
    }
    if (this.#isIdle()) this.#wake();
  }

  async #run(delivery: Delivery): Promise<void> {
    try {
      await this.#attempt(delivery);
    } finally {
      this.#underWay -= 1;
      this.#pump();
    }
  }

  #isIdle(): boolean {
    return this.#underWay === 0 && this.#queue.length === 0 && this.#timers.size === 0;
  }

  #wake(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }
}
