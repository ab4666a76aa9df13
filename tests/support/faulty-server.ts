import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { makeSelfSignedCertificate } from './faulty-certificate';

export interface FaultyServer {
  url: string;
  /** The Authorization header of each request that came in. */
  keys: (string | undefined)[];
  stop(): Promise<void>;
}

export interface CannedReply {
  status?: number;
  headers?: Record<string, string>;
  body?: string;
}

type Answer = CannedReply | ((request: IncomingMessage, response: ServerResponse) => void);

/** Something on loopback that is not Linear, or not well: it answers everything with the same reply. */
export async function startFaultyServer(answer: Answer): Promise<FaultyServer> {
  const { keys, listener } = answering(answer);
  return listen(createServer(listener), 'http', keys);
}

/** The same behind TLS, with a certificate that nobody trusts. */
export async function startUntrustedServer(answer: Answer): Promise<FaultyServer> {
  const { keys, listener } = answering(answer);
  return listen(createTlsServer(makeSelfSignedCertificate(), listener), 'https', keys);
}

function answering(answer: Answer): { keys: (string | undefined)[]; listener: RequestListener } {
  const keys: (string | undefined)[] = [];
  const listener: RequestListener = (request, response) => {
    keys.push(request.headers.authorization);
    request.resume();
    if (typeof answer === 'function') return answer(request, response);
    response.writeHead(answer.status ?? 200, answer.headers ?? { 'content-type': 'application/json' });
    response.end(answer.body ?? '');
  };
  return { keys, listener };
}

async function listen(server: Server, scheme: string, keys: (string | undefined)[]): Promise<FaultyServer> {
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const { port } = server.address() as AddressInfo;
  const stop = async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  };
  return { url: `${scheme}://localhost:${port}/graphql`, keys, stop };
}
