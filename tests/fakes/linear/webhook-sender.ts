import { randomUUID } from 'node:crypto';
import type { Webhook } from './activity-model';
import type { Change } from './change-feed';
import type { User } from './model';
import { isWanted, type WebhookEvent, webhookEvent } from './webhook-events';
import { type WebhookFault, WebhookFaultPlan } from './webhook-faults';
import { type WebhookMessage, webhookMessage } from './webhook-message';
import { type PostResult, postWebhook } from './webhook-post';
import { registerWebhook, type WebhookInput } from './webhook-registry';
import { type Delivery, WebhookTraffic } from './webhook-traffic';
import type { Workspace } from './workspace';

export interface WebhookOptions {
  /** Linear waits 1 minute, 1 hour and 6 hours. */
  retryDelaysMs?: readonly number[];
  /** Linear waits 5 seconds for a 200. */
  deadlineMs?: number;
  /** From the change to the sending. */
  delayMs?: number;
  /** So many deliveries in a row that came to nothing disable the webhook. Without a number none do. */
  disableAfter?: number;
  /** Where a public origin really leads to, such as `https://trackline.example` to `http://127.0.0.1:4010`. */
  origins?: Readonly<Record<string, string>>;
}

export interface WebhookAttempt extends WebhookMessage, PostResult {
  deliveryId: string;
  webhookId: string;
  url: string;
  type: string;
  action: string;
  entityId: string;
  /** 1 for the first, up to 4. */
  attempt: number;
  at: string;
  durationMs: number;
  faults: WebhookFault['kind'][];
}

const RETRY_DELAYS_MS = [60_000, 3_600_000, 21_600_000];
const DEADLINE_MS = 5000;
const KEPT_FAILURES = 50;
const KEPT_ATTEMPTS = 10_000;

/** Linear's side of webhooks: every change in the workspace becomes signed POSTs to whoever asked for them. */
export class WebhookSender {
  readonly faults = new WebhookFaultPlan();
  /** What was sent and what came of it, oldest first. */
  readonly attempts: WebhookAttempt[] = [];
  options: WebhookOptions;
  readonly #workspace: Workspace;
  readonly #traffic = new WebhookTraffic((delivery) => this.#attempt(delivery));
  readonly #unheard = new Map<Webhook, number>();
  readonly #inFlight = new Set<AbortController>();
  readonly #stopListening: () => void;
  #dropped = 0;

  constructor(workspace: Workspace, options: WebhookOptions = {}) {
    this.#workspace = workspace;
    this.options = options;
    this.#stopListening = workspace.changes.listen((change, actor) => this.#receive(change, actor));
  }

  /** Deliveries that a fault swallowed. */
  get dropped(): number {
    return this.#dropped;
  }

  /** Deliveries that wait for `release()`. */
  get held(): number {
    return this.#traffic.held;
  }

  /** A webhook as an admin types it into Linear's settings: any address, and a secret made for it. */
  register(input: WebhookInput): Webhook {
    return registerWebhook(this.#workspace, input);
  }

  /** Sends a payload that nothing in the workspace caused. */
  send(
    webhook: Webhook,
    content: Pick<WebhookEvent, 'type' | 'action'> & Record<string, unknown>,
    ...faults: WebhookFault[]
  ): void {
    const { type, action } = content;
    const { organization } = this.#workspace;
    const head = { actor: null, createdAt: this.#workspace.now(), organizationId: organization.id };
    this.#dispatch(webhook, { type, action, teams: null, payload: { ...head, ...content } }, faults);
  }

  /** The very bytes of an attempt once more, its old stamp and signature included. */
  replay({ url, headers, body }: WebhookAttempt): Promise<PostResult> {
    return this.#post(url, { headers, body });
  }

  /** Keeps what is to be sent until `release()`. */
  hold(): void {
    this.#traffic.hold();
  }

  release(order: 'sent' | 'reversed' | 'shuffled' = 'sent'): void {
    this.#traffic.release(order);
  }

  /** When nothing is under way, retries included. What is held stays held. */
  settled(): Promise<void> {
    return this.#traffic.settled();
  }

  /** Forgets faults, attempts and what is held. Webhooks stay. */
  reset(): void {
    this.faults.clear();
    this.attempts.length = 0;
    this.#dropped = 0;
    this.#traffic.forgetHeld();
  }

  stop(): void {
    this.#stopListening();
    this.#traffic.stop();
    for (const controller of this.#inFlight) controller.abort(new Error('The simulator stopped.'));
  }

  #receive(change: Change, actor: User | null): void {
    if (this.#workspace.webhooks.size === 0) return;
    const event = webhookEvent(change, actor, this.#workspace);
    if (event === undefined) return;
    for (const webhook of this.#workspace.webhooks.values()) {
      if (isWanted(webhook, event)) this.#dispatch(webhook, event, this.faults.take(event));
    }
  }

  #dispatch(webhook: Webhook, event: WebhookEvent, faults: WebhookFault[]): void {
    if (faults.some((fault) => fault.kind === 'drop')) {
      this.#dropped += 1;
      return;
    }
    const { delayMs = 0 } = this.options;
    this.#traffic.depart({ id: randomUUID(), webhook, event, faults, attempt: 1 }, delayMs);
  }

  async #attempt(delivery: Delivery): Promise<void> {
    const { webhook, event, attempt } = delivery;
    if (!webhook.enabled || this.#workspace.webhooks.get(webhook.id) !== webhook) return;
    // A fault strikes the first attempt: the retry of a stale one is fresh again.
    const faults = attempt === 1 ? delivery.faults : [];
    const message = webhookMessage(delivery, this.#workspace.clock().getTime(), faults);
    const { url } = webhook;
    const startedMs = performance.now();
    const at = this.#workspace.now();
    const result = await this.#post(url, message);
    const data = event.payload.data as { id?: string } | undefined;
    if (this.attempts.length >= KEPT_ATTEMPTS) this.attempts.shift();
    this.attempts.push({
      ...{ deliveryId: delivery.id, webhookId: webhook.id, url, type: event.type, action: event.action },
      ...{ entityId: data?.id ?? '', attempt, at, durationMs: performance.now() - startedMs },
      ...{ ...message, ...result, faults: faults.map((fault) => fault.kind) },
    });
    this.#judge(delivery, result);
  }

  #judge(delivery: Delivery, result: PostResult): void {
    const { webhook, attempt } = delivery;
    if (result.status === 200) {
      this.#unheard.delete(webhook);
      return;
    }
    this.#noteFailure(delivery, result);
    const delayMs = (this.options.retryDelaysMs ?? RETRY_DELAYS_MS)[attempt - 1];
    if (delayMs !== undefined) {
      this.#traffic.retry({ ...delivery, attempt: attempt + 1 }, delayMs);
      return;
    }
    const unheard = (this.#unheard.get(webhook) ?? 0) + 1;
    this.#unheard.set(webhook, unheard);
    if (unheard >= (this.options.disableAfter ?? Number.POSITIVE_INFINITY)) {
      this.#workspace.webhooks.change(webhook, { enabled: false, updatedAt: this.#workspace.now() });
    }
  }

  #noteFailure({ id, webhook }: Delivery, { status, responseOrError }: PostResult): void {
    const failure = {
      id: randomUUID(),
      createdAt: this.#workspace.now(),
      executionId: id,
      httpStatus: status,
      responseOrError,
      url: webhook.url,
    };
    webhook.failures = [...webhook.failures, failure].slice(-KEPT_FAILURES);
  }

  async #post(url: string, message: WebhookMessage): Promise<PostResult> {
    const { deadlineMs = DEADLINE_MS, origins = {} } = this.options;
    const [from, to] = Object.entries(origins).find(([origin]) => url.startsWith(origin)) ?? ['', ''];
    const controller = new AbortController();
    this.#inFlight.add(controller);
    try {
      return await postWebhook(`${to}${url.slice(from.length)}`, message, { deadlineMs, controller });
    } finally {
      this.#inFlight.delete(controller);
    }
  }
}
