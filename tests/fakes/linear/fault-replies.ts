import {
  authenticationError,
  forbiddenError,
  inputError,
  internalError,
  rateLimitedError,
  usageLimitError,
  type WireBody,
  type WireError,
} from './errors';
import type { Fault } from './faults';

export interface Reply {
  status: number;
  headers: Record<string, string>;
  body: string;
}

const HTML = { 'content-type': 'text/html; charset=utf-8' };
const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' };

function statusOf(errors: readonly WireError[] | undefined): number {
  return errors?.[0]?.extensions.http?.status ?? 200;
}

export function jsonReply(body: WireBody, headers: Record<string, string> = {}): Reply {
  return { status: statusOf(body.errors), headers: { ...JSON_TYPE, ...headers }, body: JSON.stringify(body) };
}

function page(title: string): string {
  return `<!DOCTYPE html><html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>`;
}

function rateLimited(resetMs: number): Reply {
  const result = { allowed: false, requested: 1, remaining: 0, duration: 3_600_000, limit: 2500 } as const;
  const headers = { 'x-ratelimit-requests-remaining': '0', 'x-ratelimit-requests-reset': String(resetMs) };
  return jsonReply({ errors: [rateLimitedError(result, 'requests')] }, headers);
}

/** The whole answer of a fault that needs no execution, or undefined for one that does. */
export function cannedReply(fault: Fault, nowMs: number): Reply | undefined {
  switch (fault.kind) {
    case 'html-error':
      return { status: fault.status ?? 502, headers: HTML, body: page(`${fault.status ?? 502} Bad Gateway`) };
    case 'proxy-page':
      return { status: 200, headers: HTML, body: page('Sign in to the network') };
    case 'empty-body':
      return { status: 200, headers: JSON_TYPE, body: '' };
    case 'rate-limited':
      return rateLimited(fault.resetMs ?? nowMs + 3_600_000);
    case 'too-many-requests': {
      const headers = { ...HTML, 'retry-after': String(fault.retryAfterSeconds ?? 1) };
      return { status: 429, headers, body: page('429 Too Many Requests') };
    }
    case 'revoked-key':
      return jsonReply({ errors: [authenticationError()] });
    case 'forbidden':
      return jsonReply({ errors: [forbiddenError('You do not have permission to read this.')] });
    case 'usage-limit':
      return jsonReply({ errors: [usageLimitError()] });
    case 'refused': {
      const refused = inputError(fault.message, fault.presentable ?? fault.message);
      return jsonReply({ errors: [refused], data: null });
    }
    case 'cut':
      return { status: 0, headers: {}, body: '' };
    case 'internal-error':
      return { ...jsonReply({ errors: [internalError()] }), status: fault.status ?? 200 };
    default:
      return undefined;
  }
}

/** What comes instead of the answer to a request that was executed. */
export function lostReply(fault: Fault): Reply | undefined {
  if (fault.kind !== 'gateway-timeout') return undefined;
  return { status: 504, headers: HTML, body: page('504 Gateway Timeout') };
}

type Json = Record<string, unknown>;

interface FoundConnection {
  connection: Json;
  path: (string | number)[];
}

function connectionsIn(data: Json, path: (string | number)[] = []): FoundConnection[] {
  return Object.entries(data).flatMap(([key, value]) => {
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return [];
    const here = { connection: value as Json, path: [...path, key] };
    return 'pageInfo' in value || 'nodes' in value ? [here] : connectionsIn(value as Json, here.path);
  });
}

function hasIssues({ connection, path }: FoundConnection): boolean {
  const [first] = (connection.nodes ?? []) as Json[];
  return path.at(-1) === 'issues' || (first !== undefined && 'identifier' in first);
}

/** Every connection that shows the named issue; without a name the first of issues, or, failing that, any. */
function struckBy(fault: Fault, data: Json): FoundConnection[] {
  const all = connectionsIn(data);
  if ('issueId' in fault) return all.filter(({ connection }) => nodeIn(connection, fault) !== undefined);
  const [first] = all.filter(hasIssues).concat(all);
  return first === undefined ? [] : [first];
}

function nodeIn(connection: Json, fault: { issueId?: string; nodeIndex?: number }): [number, Json] | undefined {
  const nodes = (connection.nodes ?? []) as Json[];
  const index =
    fault.issueId === undefined ? (fault.nodeIndex ?? 0) : nodes.findIndex((node) => node.id === fault.issueId);
  const node = nodes[index];
  return node === undefined ? undefined : [index, node];
}

/** Spoils a finished answer in the way that the fault says. The answer is this request's own copy. */
export function spoil(body: WireBody, fault: Fault): void {
  for (const found of body.data ? struckBy(fault, body.data) : []) spoilConnection(body, found, fault);
}

function spoilConnection(body: WireBody, { connection, path }: FoundConnection, fault: Fault): void {
  if (fault.kind === 'lost-cursor') {
    connection.pageInfo = { ...(connection.pageInfo as Json), hasNextPage: true, endCursor: null };
  }
  if (fault.kind === 'null-field') {
    const node = nodeIn(connection, fault);
    if (node !== undefined) node[1][fault.field] = null;
  }
  if (fault.kind === 'partial-error') {
    const { field = 'assignee' } = fault;
    const node = nodeIn(connection, fault);
    if (node === undefined) return;
    node[1][field] = null;
    const error = { ...internalError(), path: [...path, 'nodes', node[0], field] };
    body.errors = [...(body.errors ?? []), error];
  }
}
