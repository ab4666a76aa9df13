import { authenticationError, bearerError, forbiddenError, inputError, type WireBody, type WireError } from './errors';
import { cannedReply, jsonReply, lostReply, type Reply, spoil } from './fault-replies';
import { deleteAnchor, type Fault, type FaultPlan, type ReceivedRequest } from './faults';
import type { GraphqlEngine, PreparedQuery } from './graphql-engine';
import type { ApiKey } from './model';
import { ANONYMOUS, type RateLimiter } from './rate-limit';
import type { Workspace } from './workspace';

export interface EndpointParts {
  workspace: Workspace;
  engine: GraphqlEngine;
  limiter: RateLimiter;
  faults: FaultPlan;
}

export interface Outcome extends Reply {
  cost: number;
  faults: Fault[];
  request: ReceivedRequest;
}

interface ParsedBody {
  query: string;
  variables: Record<string, unknown>;
  operationName: string | undefined;
}

const KEPT_ANSWERS = 100;

function readBody(text: string): ParsedBody | undefined {
  try {
    const body: unknown = JSON.parse(text);
    if (body === null || typeof body !== 'object' || !('query' in body) || typeof body.query !== 'string')
      return undefined;
    const { variables, operationName } = body as { variables?: Record<string, unknown> | null; operationName?: string };
    const named = operationName ?? /\b(?:query|mutation)\s+(\w+)/.exec(body.query)?.[1];
    return { query: body.query, variables: variables ?? {}, operationName: named };
  } catch (cause) {
    if (cause instanceof SyntaxError) return undefined;
    throw cause;
  }
}

function failed(problem: WireError): WireBody {
  return { errors: [problem] };
}

/** One POST to /graphql, from its header and body to the answer: authentication, then cost, then execution. */
export class GraphqlEndpoint {
  readonly #parts: EndpointParts;
  readonly #lastAnswers = new Map<string, string>();
  #received = 0;

  constructor(parts: EndpointParts) {
    this.#parts = parts;
  }

  reset(): void {
    this.#received = 0;
    this.#lastAnswers.clear();
  }

  answer(authorization: string | undefined, text: string): Outcome {
    const parsed = readBody(text);
    this.#received += 1;
    const { query = '', variables = {}, operationName } = parsed ?? {};
    const request = { number: this.#received, query, variables, operationName };
    const { faults: plan, workspace, limiter } = this.#parts;
    const faults = plan.take(request);
    this.#runEffects(faults, request, 'before');
    const key = this.#keyOf(authorization);
    const owner = key?.user.id ?? ANONYMOUS;
    const canned = faults.map((fault) => cannedReply(fault, workspace.clock().getTime())).find((reply) => reply);
    const { reply, cost } = canned ? { reply: canned, cost: 1 } : this.#reply(authorization, parsed, faults, key);
    this.#runEffects(faults, request, 'after');
    const headers = { ...limiter.headers(owner, cost), ...reply.headers };
    const lost = faults.map(lostReply).find((each) => each);
    return { ...reply, headers, ...lost, cost, faults, request };
  }

  #reply(authorization: string | undefined, parsed: ParsedBody | undefined, faults: Fault[], key: ApiKey | undefined) {
    if (parsed === undefined) {
      const message = 'POST body missing, invalid Content-Type, or JSON object has no keys.';
      return { reply: jsonReply(failed(inputError(message, message, 400))), cost: 1 };
    }
    const prepared = this.#parts.engine.prepare(parsed.query);
    const refusal = this.#refusal(authorization, prepared, key);
    if (refusal !== undefined) return { reply: this.#refused(refusal), cost: 1 };
    if (prepared.document === undefined) return { reply: jsonReply(failed(authenticationError())), cost: 1 };
    return this.#execute(parsed, prepared.document, faults, key);
  }

  /** Without a key only the schema is told. What is wrong with the query comes after what is wrong with the key. */
  #refusal(authorization: string | undefined, prepared: PreparedQuery, key: ApiKey | undefined): WireError | undefined {
    if (authorization?.startsWith('Bearer lin_api_')) return bearerError();
    const isOpen = prepared.isIntrospection && authorization === undefined;
    if (key === undefined && !isOpen) return authenticationError();
    const isUnreadable = key !== undefined && !key.scopes.includes('read') && !prepared.isMutation;
    if (isUnreadable) return forbiddenError('The API key has no read permission.');
    return this.#parts.limiter.take(key?.user.id ?? ANONYMOUS, 'requests', 1) ?? prepared.problem;
  }

  #refused(problem: WireError): Reply {
    const reply = jsonReply(failed(problem));
    const isLimited = problem.extensions.code === 'RATELIMITED';
    if (!isLimited || this.#parts.limiter.refusal === 'ratelimited') return reply;
    const canned = cannedReply({ kind: 'too-many-requests', retryAfterSeconds: 60 }, 0);
    return canned ?? reply;
  }

  #execute(
    parsed: ParsedBody,
    document: NonNullable<PreparedQuery['document']>,
    faults: Fault[],
    key: ApiKey | undefined,
  ) {
    const { engine, limiter } = this.#parts;
    const { cost, problem } = engine.score(document, parsed.variables);
    if (problem !== undefined) return { reply: jsonReply(failed(problem)), cost };
    const limited = limiter.take(key?.user.id ?? ANONYMOUS, 'complexity', cost);
    if (limited !== undefined) return { reply: this.#refused(limited), cost };
    const repeated = faults.some((fault) => fault.kind === 'same-page')
      ? this.#lastAnswers.get(parsed.query)
      : undefined;
    if (repeated !== undefined) return { reply: { ...jsonReply({}), body: repeated }, cost };
    const body = key ? engine.execute(document, parsed.variables, key) : engine.introspect(document);
    for (const fault of faults) spoil(body, fault);
    const reply = jsonReply(body);
    if (reply.status === 200) this.#remember(parsed.query, reply.body);
    return { reply, cost };
  }

  #remember(query: string, answer: string): void {
    if (this.#lastAnswers.size >= KEPT_ANSWERS) this.#lastAnswers.clear();
    this.#lastAnswers.set(query, answer);
  }

  #keyOf(authorization: string | undefined): ApiKey | undefined {
    return this.#parts.workspace.keys.find((key) => key.value === authorization && !key.revoked && key.user.active);
  }

  #runEffects(faults: Fault[], request: ReceivedRequest, at: 'before' | 'after'): void {
    const { workspace } = this.#parts;
    for (const fault of faults) {
      if (fault.kind === 'run' && (fault.at ?? 'before') === at) fault.run(workspace, request);
      if (fault.kind === 'delete-anchor' && at === 'before') deleteAnchor(workspace, request);
    }
  }
}
