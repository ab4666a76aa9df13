import type { z } from 'zod';
import { type AdminPerson, type PersonActor, requireAdmin } from '@/lib/auth/actor';
import { bearerOf, findActor } from '@/lib/auth/find-actor';
import { AppError } from '@/lib/errors/app-error';
import { databaseTrouble } from '@/lib/errors/database-trouble';
import { newId } from '@/lib/kit/new-id';
import { log } from '@/lib/log/log';
import { Answer } from './answer';
import { finish } from './finish';
import { doOnce } from './idempotency';
import type { Access, Contract } from './operation';
import { problemResponse } from './problem';
import { fieldErrors, parse, parseParams, readJson, readQuery } from './read-request';
import { refuseForeignOrigin } from './refuse-foreign-origin';

interface ActorFor {
  public: null;
  person: PersonActor;
  admin: AdminPerson;
}

type Parsed<T> = T extends z.ZodType ? z.output<T> : undefined;
type Result<O extends z.ZodType> = z.input<O> | Answer<z.input<O>>;

export interface Call<C extends Contract> {
  actor: ActorFor[C['auth']];
  params: Parsed<C['params']>;
  query: Parsed<C['query']>;
  body: Parsed<C['body']>;
  request: Request;
  requestId: string;
  now: Date;
  /** For the one thing that the call makes: the same id when it is done again under its Idempotency-Key. */
  newId: string;
}

export interface RouteContext {
  params: Promise<unknown>;
}

export interface RouteHandler {
  (request: Request, context?: RouteContext): Promise<Response>;
  /** For the test that holds the routes and the registry in step. */
  contract: Contract;
}

/**
 * The four beats of a route: authenticate, parse, call one rule, encode. Whatever the rule throws is answered as
 * problem+json; an answer that breaks its own contract is a 500.
 */
export function handle<const C extends Contract & { output: z.ZodType }>(
  contract: C,
  work: (call: Call<C>) => Promise<Result<C['output']>>,
): RouteHandler;
export function handle<const C extends Contract & { output?: never }>(
  contract: C,
  work: (call: Call<C>) => Promise<void>,
): RouteHandler;
export function handle(contract: Contract, work: (call: Call<Contract>) => Promise<unknown>): RouteHandler {
  return route(contract, async (call, cookies) => {
    const result = await work(call);
    const { body, status, headers } = result instanceof Answer ? result : new Answer(result, undefined, new Headers());
    // A sign-in that the rule made wins over a prolonged session.
    if (!headers.has('Set-Cookie')) for (const cookie of cookies) headers.append('Set-Cookie', cookie);
    if (contract.output === undefined) return new Response(null, { status: status ?? 204, headers });
    return Response.json(checkOutput(contract.output, body), { status: status ?? contract.status ?? 200, headers });
  });
}

/** Like `handle`, for a rule that answers a stream of its own. */
export function handleStream<const C extends Contract>(
  contract: C,
  work: (call: Call<C>) => Promise<Response>,
): RouteHandler {
  return route(contract, work);
}

function route<C extends Contract>(
  contract: C,
  respond: (call: Call<C>, cookies: string[]) => Promise<Response>,
): RouteHandler {
  const handler = async (request: Request, context: RouteContext = { params: Promise.resolve({}) }) => {
    const now = new Date();
    const requestId = newId(now.getTime());
    try {
      const { actor, cookies } = await authenticate(contract.auth, request, now);
      const input = await readInput(contract, request, context);
      // The parts are checked one by one above; that they fit together is what the types of `Contract` say.
      const call = { actor, ...input, request, requestId, now, newId: newId(now.getTime()) } as Call<C>;
      const response = await doOnce(contract, call, (id) => respond({ ...call, newId: id }, cookies));
      return finish(response, request, requestId);
    } catch (thrown) {
      // A locked database or a full disk passes: the person is told so, not that something went wrong.
      const error = databaseTrouble(thrown) ?? thrown;
      logFailure(error, contract, request, requestId);
      return finish(problemResponse(error, requestId), request, requestId);
    }
  };
  return Object.assign(handler, { contract });
}

async function authenticate(
  access: Access,
  request: Request,
  now: Date,
): Promise<{ actor: PersonActor | null; cookies: string[] }> {
  const { headers } = request;
  const writes = request.method !== 'GET' && request.method !== 'HEAD';
  // A foreign page can send our cookie, but no bearer token.
  if (writes && bearerOf(headers) === null) refuseForeignOrigin(headers);
  // A public call does not fail because of a stale token, and needs no look-up.
  if (access === 'public') return { actor: null, cookies: [] };
  const found = await findActor(headers, now, { prolong: true });
  if (found.actor === null) throw new AppError('unauthenticated', 'Sign in first.');
  if (writes && found.actor.scope === 'read')
    throw new AppError('token_read_only', 'This API token may only read.', {
      hint: 'Make a token with the scope "write".',
    });
  return { ...found, actor: access === 'admin' ? requireAdmin(found.actor) : found.actor };
}

async function readInput({ params, query, body }: Contract, request: Request, context: RouteContext) {
  return {
    params: params && parseParams(params, await context.params),
    query: query && parse(query, readQuery(request.url)),
    body: body && parse(body, await readJson(request)),
  };
}

function checkOutput(contract: z.ZodType, body: unknown): unknown {
  const checked = contract.safeParse(body);
  if (checked.success) return checked.data;
  throw new Error(`The answer breaks its contract: ${JSON.stringify(fieldErrors(checked.error))}`, {
    cause: checked.error,
  });
}

function logFailure(error: unknown, contract: Contract, request: Request, requestId: string): void {
  const { method } = request;
  // An operation's own path, if there is one: the path of the request can hold the token of a link.
  const pathname = 'path' in contract ? contract.path : new URL(request.url, 'http://localhost').pathname;
  // Whoever asked has left, and with them the question to Linear: nothing failed.
  if (request.signal.aborted && error === request.signal.reason) return;
  if (!(error instanceof AppError)) log().error({ err: error, requestId, method, path: pathname }, 'A call failed');
  else if (error.code === 'internal' || error.cause !== undefined)
    log().warn({ err: error, requestId, method, path: pathname }, 'A call was refused');
}
