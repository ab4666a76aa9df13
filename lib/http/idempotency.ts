import { createHash } from 'node:crypto';
import type { PersonActor } from '@/lib/auth/actor';
import { claimCall, forgetCall, type KeyedCall, keepAnswer, releaseCall } from '@/lib/auth/idempotency';
import { AppError } from '@/lib/errors/app-error';
import { errorStatus } from '@/lib/errors/codes';
import { log } from '@/lib/log/log';
import type { Contract } from './operation';

export const idempotencyHeader = 'Idempotency-Key';
const replayedHeader = 'Idempotency-Replayed';

interface OnceCall {
  actor: PersonActor | null;
  body: unknown;
  request: Request;
  now: Date;
  newId: string;
}

/**
 * Does the work of a POST once for each Idempotency-Key of a person: the same call again gets the same answer. What was
 * refused is forgotten; what ended in an error of ours may be sent again, with the same `newId`, so that what it had made is
 * found and not made twice. Calls without a person or a key are just done. See docs/decisions/011-time.md.
 */
export async function doOnce(
  contract: Contract,
  call: OnceCall,
  work: (newId: string) => Promise<Response>,
): Promise<Response> {
  const secret = contract.secret === true;
  // A quick hash of a password would be a gift to whoever finds it.
  const keyed = readKey(secret ? { ...call, body: null } : call);
  if (keyed === null) return work(call.newId);
  const claim = await claimCall(keyed, call.now);
  if (claim.kind === 'done') return secret ? refuseSecret() : replay(claim.status, claim.answer);
  try {
    const response = await work(idOf(keyed, claim.since));
    await keep(keyed, response, secret);
    return response;
  } catch (error) {
    await letGo(keyed, error);
    throw error;
  }
}

function readKey({ actor, body, request }: OnceCall): KeyedCall | null {
  const key = request.headers.get(idempotencyHeader);
  if (request.method !== 'POST' || actor === null || key === null) return null;
  if (!/^[\x21-\x7e]{1,255}$/.test(key)) {
    const message = 'Give 1 to 255 visible characters, best a new UUID for each call.';
    throw new AppError('validation_failed', 'The Idempotency-Key is not right.', {
      errors: [{ path: idempotencyHeader, message }],
    });
  }
  return { userId: actor.userId, key, requestHash: hashOf(request, body) };
}

function hashOf({ method, url }: Request, body: unknown): string {
  const { pathname, search } = new URL(url, 'http://localhost');
  return createHash('sha256')
    .update(`${method} ${pathname}${search}\n${JSON.stringify(body)}`)
    .digest('base64url');
}

/** A UUID version 8 (RFC 9562). Not of the key alone: a client may use it again for another call when it is forgotten. */
function idOf({ userId, key }: KeyedCall, since: Date): string {
  const bytes = createHash('sha256').update(`${userId} ${since.toISOString()} ${key}`).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

function replay(status: number, answer: string | null): Response {
  const headers = { [replayedHeader]: 'true' };
  if (answer === null) return new Response(null, { status, headers });
  return new Response(answer, { status, headers: { ...headers, 'Content-Type': 'application/json' } });
}

function refuseSecret(): never {
  throw new AppError('conflict', 'This was done already. Its answer is not kept, because it may hold a secret.', {
    hint: 'To do it once more, send it with a new Idempotency-Key.',
  });
}

/** The work is done, whether or not its answer can be kept: then the same call finds what it made. */
async function keep(keyed: KeyedCall, response: Response, secret: boolean): Promise<void> {
  const text = secret ? '' : await response.clone().text();
  await keepAnswer(keyed, response.status, text === '' ? null : text).catch(logTrouble);
}

async function letGo(keyed: KeyedCall, error: unknown): Promise<void> {
  const isRefused = error instanceof AppError && errorStatus[error.code] < 500;
  await (isRefused ? forgetCall(keyed) : releaseCall(keyed)).catch(logTrouble);
}

function logTrouble(err: unknown): void {
  log().warn({ err }, 'An Idempotency-Key could not be brought up to date');
}
