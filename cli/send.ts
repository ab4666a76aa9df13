import { minutes } from '@/lib/kit/sleep';
import { CliError } from './cli-error';
import { exitCodes } from './exit-codes';

const patience = minutes(2);

export interface Call {
  method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  url: string;
  headers: Record<string, string>;
  body?: string;
}

/** The connection broke after it stood: whether the server did what was asked is not known. */
export class CutConnection extends CliError {}

/** One request. Redirects are not followed: a POST would become a GET on its way. */
export async function send({ url, ...call }: Call, signal: AbortSignal): Promise<Response> {
  const either = AbortSignal.any([signal, AbortSignal.timeout(patience)]);
  try {
    return await fetch(url, { ...call, redirect: 'manual', signal: either });
  } catch (cause) {
    throw networkError(url, cause, signal);
  }
}

/** The text of an answer. */
export async function readText(response: Response, url: string, signal: AbortSignal): Promise<string> {
  try {
    return await response.text();
  } catch (cause) {
    throw networkError(url, cause, signal);
  }
}

/** What to say about a request that got no answer. */
export function networkError(url: string, cause: unknown, signal: AbortSignal): CliError {
  signal.throwIfAborted();
  const { origin, hostname } = new URL(url);
  const exit = exitCodes.network;
  const code = codeOf(cause);
  if (cause instanceof DOMException && cause.name === 'TimeoutError') {
    const hint = 'It may be busy. Look at its log, then try again.';
    return new CliError(`${origin} did not answer within 2 minutes.`, { exit, code: 'timeout', hint, cause });
  }
  if (code === 'ECONNREFUSED') {
    const hint = 'Start it with npm start, or name the right one: trackline login <url>, or TRACKLINE_URL.';
    return new CliError(`There is no server at ${origin}.`, { exit, code: 'no_server', hint, cause });
  }
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    const hint = 'Check the address and your network.';
    return new CliError(`The name ${hostname} cannot be found.`, { exit, code: 'unknown_host', hint, cause });
  }
  if (/CERT|SELF_SIGNED|UNABLE_TO|ERR_TLS|SSL/.test(code)) {
    const hint = 'For a certificate of your own authority, set NODE_EXTRA_CA_CERTS to its file.';
    return new CliError(`The certificate of ${origin} is not trusted (${code}).`, { exit, code: 'tls', hint, cause });
  }
  if (/^(ECONNRESET|EPIPE|UND_ERR_SOCKET)$/.test(code)) {
    const hint = 'Check what happened, then try again.';
    const message = `The connection to ${origin} broke before an answer came.`;
    return new CutConnection(message, { exit, code: 'connection_cut', hint, cause });
  }
  const hint = 'Check the address and your network.';
  const reason = code === '' ? '' : ` (${code})`;
  return new CliError(`${origin} cannot be reached${reason}.`, { exit, code: 'unreachable', hint, cause });
}

/** The code of the socket's error, which undici wraps once or twice. */
function codeOf(error: unknown): string {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 4; at = at.cause, depth += 1) {
    const inner = at instanceof AggregateError ? at.errors[0] : at;
    if (inner instanceof Error && 'code' in inner && typeof inner.code === 'string') return inner.code;
  }
  return '';
}
