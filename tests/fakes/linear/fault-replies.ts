import {
  authenticationError,
  forbiddenError,
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
    case 'internal-error':
      return { ...jsonReply({ errors: [internalError()] }), status: fault.status ?? 200 };
    default:
      return undefined;
  }
}

type Json = Record<string, unknown>;

interface FoundConnection {
  connection: Json;
  path: (string | number)[];
}

/** The first connection in the data that has nodes (or, failing that, any), which for an importer is the issues. */
function firstConnection(data: Json, path: (string | number)[] = []): FoundConnection | undefined {
  let fallback: FoundConnection | undefined;
  for (const [key, value] of Object.entries(data)) {
    if (value === null || typeof value !== 'object' || Array.isArray(value)) continue;
    const here = { connection: value as Json, path: [...path, key] };
    const found = 'pageInfo' in value || 'nodes' in value ? here : firstConnection(value as Json, here.path);
    if (key === 'issues' && found !== undefined) return found;
    fallback ??= found;
  }
  return fallback;
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
  const found = body.data ? firstConnection(body.data) : undefined;
  if (found === undefined) return;
  const { connection, path } = found;
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
