import type { WebhookEvent } from './webhook-events';

export type WebhookFault =
  /** Never sent, and nobody is told. */
  | { kind: 'drop' }
  /** Sent so many times, 2 without a number, with one and the same `Linear-Delivery`. */
  | { kind: 'duplicate'; times?: number }
  /** Sent only after so many later ones, 1 without a number, or at the next `settled()`. */
  | { kind: 'reorder'; by?: number }
  /** Sent so much later, with the stamp of its sending. */
  | { kind: 'late'; ms: number }
  /** The stamp in the signed body is so much older, two minutes without a number. */
  | { kind: 'stale'; ms?: number }
  | { kind: 'wrong-signature' }
  | { kind: 'no-signature' }
  /** Signed, and no JSON. */
  | { kind: 'garbled' }
  /** Signed, and larger than Linear's own helper would take. */
  | { kind: 'oversized'; bytes?: number }
  /** Signed with our secret, and of another workspace. */
  | { kind: 'other-workspace' };

export interface WebhookFaultTarget {
  /** Only these many matching deliveries. Without it and without `nth`: every one. */
  next?: number;
  /** Only the nth matching delivery from now, counted from 1. */
  nth?: number;
  type?: WebhookEvent['type'];
  action?: WebhookEvent['action'];
  when?: (event: WebhookEvent) => boolean;
}

interface Armed {
  fault: WebhookFault;
  target: WebhookFaultTarget;
  seen: number;
}

function isAimedAt({ type, action, when }: WebhookFaultTarget, event: WebhookEvent): boolean {
  if (type !== undefined && type !== event.type) return false;
  if (action !== undefined && action !== event.action) return false;
  return when === undefined || when(event);
}

/** What goes wrong on the way to a webhook, armed and used up as the faults of requests are. */
export class WebhookFaultPlan {
  #armed: Armed[] = [];

  add(fault: WebhookFault, target: WebhookFaultTarget = { next: 1 }): void {
    this.#armed.push({ fault, target, seen: 0 });
  }

  next(fault: WebhookFault, count = 1): void {
    this.add(fault, { next: count });
  }

  always(fault: WebhookFault): void {
    this.add(fault, {});
  }

  clear(): void {
    this.#armed = [];
  }

  take(event: WebhookEvent): WebhookFault[] {
    const struck: WebhookFault[] = [];
    for (const armed of this.#armed) {
      if (!isAimedAt(armed.target, event)) continue;
      armed.seen += 1;
      if (armed.target.nth === undefined || armed.seen === armed.target.nth) struck.push(armed.fault);
    }
    this.#armed = this.#armed.filter(
      ({ target, seen }) => seen < (target.nth ?? target.next ?? Number.POSITIVE_INFINITY),
    );
    return struck;
  }
}
