import 'client-only';
import { ApiError } from './api-error';
import { type Query, toQueryString } from './to-query-string';

export type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';

export interface SendOptions {
  query?: Query | undefined;
  signal?: AbortSignal | undefined;
  /** Of a write: sent again with the same key, it does nothing twice. */
  idempotencyKey?: string | undefined;
}

/** One call of our own server, whatever it answers. Throws ApiError when no answer comes. */
export async function send(
  method: Method,
  path: string,
  body: unknown,
  { query, signal, idempotencyKey }: SendOptions = {},
): Promise<Response> {
  const hasBody = body !== undefined;
  try {
    return await fetch(path + toQueryString(query), {
      method,
      headers: {
        Accept: 'application/json',
        ...(hasBody ? { 'Content-Type': 'application/json' } : {}),
        ...(idempotencyKey === undefined ? {} : { 'Idempotency-Key': idempotencyKey }),
      },
      credentials: 'same-origin',
      ...(hasBody ? { body: JSON.stringify(body) } : {}),
      ...(signal ? { signal } : {}),
    });
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw new ApiError({
      status: 0,
      message: 'The server did not answer. Check your network, then try again.',
      cause,
    });
  }
}
