import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { type ControlDoor, openControlDoor } from './control-door';
import { FaultPlan } from './faults';
import { GraphqlEndpoint, type Outcome } from './graphql-endpoint';
import { GraphqlEngine } from './graphql-engine';
import { type CursorBehaviour, Paginator } from './pagination';
import { RateLimiter } from './rate-limit';
import { RequestLog } from './request-log';
import { type SimulatorOptions, workspaceOptions } from './simulator-options';
import { WebhookSender } from './webhook-sender';
import { Workspace } from './workspace';

const LARGEST_BODY_BYTES = 2_000_000;
const LOOPBACK = '127.0.0.1';

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LARGEST_BODY_BYTES) throw new Error('The request body is too large.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function has(outcome: Outcome, kind: Outcome['faults'][number]['kind']): boolean {
  return outcome.faults.some((fault) => fault.kind === kind);
}

function sendOutcome(response: ServerResponse, outcome: Outcome): void {
  if (has(outcome, 'reset') || has(outcome, 'cut')) {
    response.socket?.resetAndDestroy();
    return;
  }
  const bytes = Buffer.from(outcome.body);
  const sent = has(outcome, 'truncated-json') ? bytes.subarray(0, Math.floor(bytes.length / 2)) : bytes;
  response.writeHead(outcome.status, { ...outcome.headers, 'content-length': String(sent.length) });
  response.end(sent);
}

/** A Linear on loopback: GraphQL at `/graphql`, and `/_control` for tests in other processes. */
export class LinearSimulator {
  readonly workspace: Workspace;
  readonly faults = new FaultPlan();
  readonly requests = new RequestLog();
  readonly limiter: RateLimiter;
  readonly webhooks: WebhookSender;
  latencyMs: number;
  readonly #options: SimulatorOptions;
  readonly #paginator: Paginator;
  readonly #endpoint: GraphqlEndpoint;
  readonly #server: Server;
  readonly #door: ControlDoor;

  constructor(options: SimulatorOptions) {
    const { rateLimit = {}, cursorBehaviour = 'anchor', latencyMs = 0, unmultipliedConnections } = options;
    this.#options = options;
    this.latencyMs = latencyMs;
    this.workspace = options.workspace ?? new Workspace(workspaceOptions(options));
    this.limiter = new RateLimiter(rateLimit, this.workspace.clock);
    this.webhooks = new WebhookSender(this.workspace, options.webhooks);
    this.#paginator = new Paginator(cursorBehaviour);
    const parts = { workspace: this.workspace, paginator: this.#paginator, limiter: this.limiter };
    const engine = new GraphqlEngine(unmultipliedConnections ? { ...parts, unmultipliedConnections } : parts);
    this.#endpoint = new GraphqlEndpoint({ ...parts, engine, faults: this.faults });
    this.#door = openControlDoor(this);
    this.#server = createServer((request, response) => this.#receive(request, response));
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  /** The GraphQL endpoint. */
  get url(): string {
    return `http://${LOOPBACK}:${this.port}/graphql`;
  }

  get controlUrl(): string {
    return `http://${LOOPBACK}:${this.port}/_control`;
  }

  get cursorBehaviour(): CursorBehaviour {
    return this.#paginator.behaviour;
  }

  set cursorBehaviour(behaviour: CursorBehaviour) {
    this.#paginator.behaviour = behaviour;
  }

  async listen(): Promise<this> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(this.#options.port ?? 0, LOOPBACK, resolve);
    });
    return this;
  }

  /** Forgets faults, requests, sent webhooks and spent budget. The workspace stays as it is. */
  reset(): void {
    this.faults.clear();
    this.requests.clear();
    this.webhooks.reset();
    this.#endpoint.reset();
    this.limiter.configure(this.#options.rateLimit ?? {});
  }

  async stop(): Promise<void> {
    this.#door.close();
    this.webhooks.stop();
    const closed = new Promise<void>((resolve) => {
      this.#server.close(() => resolve());
    });
    this.#server.closeAllConnections();
    await closed;
  }

  #receive(request: IncomingMessage, response: ServerResponse): void {
    const arrivedMs = performance.now();
    response.sendDate = (this.#options.dateHeader ?? 'real') === 'real';
    this.#route(request, response, arrivedMs).catch((error: unknown) => {
      // A fault of the simulator itself must not pass for one of the network.
      const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
      if (response.headersSent || response.destroyed) response.destroy();
      else response.writeHead(500, { 'content-type': 'text/plain' }).end(`The simulator failed: ${text}`);
    });
  }

  async #route(request: IncomingMessage, response: ServerResponse, arrivedMs: number): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', this.url);
    if (pathname === '/graphql' && request.method === 'POST') {
      await this.#serveGraphql(request, response, arrivedMs);
    } else if (pathname.startsWith('/_control')) {
      const text = request.method === 'POST' ? await readText(request) : undefined;
      const { status, body } = await this.#door.handle({ pathname, searchParams, text });
      response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
    } else {
      response.writeHead(404).end();
    }
  }

  async #serveGraphql(request: IncomingMessage, response: ServerResponse, arrivedMs: number): Promise<void> {
    const outcome = this.#endpoint.answer(request.headers.authorization, await readText(request));
    this.#record(outcome, performance.now() - arrivedMs);
    if (has(outcome, 'hang')) return;
    const extraMs = outcome.faults.reduce((sum, fault) => sum + (fault.kind === 'delay' ? fault.ms : 0), 0);
    const waitMs = arrivedMs + this.latencyMs + extraMs - performance.now();
    if (waitMs > 0) await sleep(waitMs);
    if (response.destroyed) return;
    if (this.#options.dateHeader === 'clock') response.setHeader('date', this.workspace.clock().toUTCString());
    sendOutcome(response, outcome);
  }

  #record(outcome: Outcome, durationMs: number): void {
    const { cost, status, faults, request } = outcome;
    const isUnanswered = has(outcome, 'hang') || has(outcome, 'cut');
    this.requests.record({
      ...request,
      at: this.workspace.now(),
      cost,
      status: isUnanswered ? undefined : status,
      durationMs,
      faults: faults.map((fault) => fault.kind),
    });
  }
}
