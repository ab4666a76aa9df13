import { linearError } from './linear-errors';

export interface RawReply {
  status: number;
  headers: Headers;
  text: string;
}

const tlsCodes = /^(CERT_|ERR_TLS|ERR_SSL|EPROTO|UNABLE_TO_|DEPTH_ZERO|SELF_SIGNED|HOSTNAME_MISMATCH)/;

/** One POST, body read to its end, within `timeoutMs`. A redirect is not followed: the key must not reach another host. */
export async function send(
  url: string,
  apiKey: string,
  body: string,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<RawReply> {
  // Not even a header can hold it. `fetch` would refuse too, with the key in its message.
  if (!/^[\x21-\x7e]+$/.test(apiKey)) throw linearError('linear_auth_failed', 'it holds characters that no key has');
  const timeout = AbortSignal.timeout(timeoutMs);
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json', Authorization: apiKey },
      body,
      redirect: 'manual',
      signal: AbortSignal.any([signal, timeout]),
    });
    return { status: response.status, headers: response.headers, text: await response.text() };
  } catch (cause) {
    signal.throwIfAborted();
    if (timeout.aborted) throw linearError('linear_timeout', `${Math.round(timeoutMs / 1_000)} s`, cause);
    const code = errorCode(cause);
    if (tlsCodes.test(code)) throw linearError('linear_tls', code, cause);
    throw linearError('linear_network', code || undefined, cause);
  }
}

/** undici wraps the system's error once or twice. */
export function errorCode(error: unknown, depth = 0): string {
  if (!(error instanceof Error) || depth > 3) return '';
  if ('code' in error && typeof error.code === 'string' && error.code !== 'ABORT_ERR') return error.code;
  return errorCode(error.cause, depth + 1);
}
