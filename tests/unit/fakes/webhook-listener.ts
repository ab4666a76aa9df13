import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { signWebhook } from '@/tests/fakes/linear/webhook-post';

export interface Received {
  headers: IncomingHttpHeaders;
  body: string;
  payload: Record<string, unknown> & { data: Record<string, unknown>; webhookTimestamp: number };
}

/** Whoever a webhook is for: keeps what comes and answers as told. */
export class WebhookListener {
  readonly received: Received[] = [];
  /** Answers the nth call, counted from 1; null never answers. */
  answer: (call: number) => number | null = () => 200;
  readonly #server: Server;

  constructor() {
    this.#server = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
      const body = Buffer.concat(chunks).toString();
      const isJson = body.startsWith('{');
      this.received.push({ headers: request.headers, body, payload: isJson ? JSON.parse(body) : { data: {} } });
      const status = this.answer(this.received.length);
      if (status !== null) response.writeHead(status).end(status === 200 ? 'ok' : 'no');
    });
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/hook`;
  }

  async listen(): Promise<this> {
    await new Promise<void>((resolve) => {
      this.#server.listen(0, '127.0.0.1', resolve);
    });
    return this;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => {
      this.#server.close(resolve);
    });
  }
}

export function isSigned({ body, headers }: Received, secret: string): boolean {
  return headers['linear-signature'] === signWebhook(body, secret);
}
