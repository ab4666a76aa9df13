import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { answerUnknownPath } from '@/lib/http/answer-unknown-path';
import { answerByRoute } from './in-process-fetch';

/** What happens to a request in place of the app's answer, or after it: `answer` does what the app would. */
export type Fault = (request: Request, answer: () => Promise<Response>) => Promise<Response | 'cut'>;

/** The app's own route handlers behind a real HTTP server, without Next. Its database is that of the process. */
export class ApiServer {
  /** Every request that came: "GET /api/v1/me". */
  readonly requests: string[] = [];
  fault: Fault | null = null;

  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async start(): Promise<ApiServer> {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const api = new ApiServer(server, `http://127.0.0.1:${port}`);
    server.on('request', (request, response) => void api.#serve(request, response));
    return api;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }

  async #serve(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const request = await toRequest(incoming, this.url);
    this.requests.push(`${request.method} ${new URL(request.url).pathname}`);
    const answer = async () => (await answerByRoute(request)) ?? (await answerUnknownPath(request));
    const answered = await (this.fault?.(request, answer) ?? answer());
    if (answered === 'cut') return void outgoing.destroy();
    outgoing.writeHead(answered.status, [...answered.headers].flat());
    if (answered.body === null) return void outgoing.end();
    // Whoever asked may have left.
    await pipeline(Readable.from(answered.body), outgoing).catch(() => undefined);
  }
}

async function toRequest(incoming: IncomingMessage, origin: string): Promise<Request> {
  const { method = 'GET', url = '/' } = incoming;
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) headers.set(name, String(value));
  const pieces: Buffer[] = [];
  for await (const piece of incoming) pieces.push(piece as Buffer);
  const body = Buffer.concat(pieces);
  return new Request(origin + url, { method, headers, ...(body.length === 0 ? {} : { body }) });
}
