import { z } from 'zod';
import {
  createDocument,
  type ZodOpenApiOperationObject,
  type ZodOpenApiPathsObject,
  type ZodOpenApiResponsesObject,
} from 'zod-openapi';
import { problem } from '@/lib/contracts/common';
import { type ErrorCode, errorStatus } from '@/lib/errors/codes';
import { idempotencyHeader } from './idempotency';
import type { Operation } from './operation';
import { operations } from './operations';

interface ApiDescription {
  [part: string]: unknown;
  openapi: string;
  paths: Record<string, unknown>;
}

/** The OpenAPI 3.1 description, made of the contracts that the routes check with. */
export function describeApi(): ApiDescription {
  const paths: ZodOpenApiPathsObject = {};
  for (const operation of operations) {
    paths[operation.path] = {
      ...paths[operation.path],
      [operation.method.toLowerCase()]: describeOperation(operation),
    };
  }
  const { openapi, ...rest } = createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Trackline',
      version: '1',
      description:
        'Refusals are RFC 9457 problem+json with a `code`. Lists take `limit` and `cursor` and answer `items` and `nextCursor`.',
    },
    security: [{ token: [] }, { session: [] }],
    components: {
      schemas: { Problem: problem },
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'An API token from Settings: tl_…' },
        session: { type: 'apiKey', in: 'cookie', name: 'trackline.session_token' },
      },
    },
    paths,
  });
  return { ...rest, openapi, paths: { ...rest.paths } };
}

function describeOperation(operation: Operation): ZodOpenApiOperationObject {
  const { auth, params, query, body, summary, tag } = operation;
  return {
    operationId: operationId(operation),
    summary,
    tags: [tag],
    ...(auth === 'public' ? { security: [] } : {}),
    requestParams: {
      ...(params && { path: asObject(params) }),
      ...(query && { query: asObject(query) }),
      ...(takesKey(operation) && { header: idempotencyHeaders }),
    },
    ...(body ? { requestBody: { content: { 'application/json': { schema: body } } } } : {}),
    responses: describeResponses(operation),
  };
}

const idempotencyHeaders = z.object({
  [idempotencyHeader]: z.string().min(1).max(255).optional().meta({
    description:
      'A new UUID for each call. The same call with the same key within 14 days is done once and answered again, with the header `Idempotency-Replayed: true`.',
  }),
});

/** Keys are a person's own. */
function takesKey({ method, auth }: Operation): boolean {
  return method === 'POST' && auth !== 'public';
}

/** getTasksByIdentifierIdentifier: plain, but it never changes by accident. */
function operationId({ method, path }: Operation): string {
  const words =
    path
      .replace('/api/', '')
      .replace(/^v1\//, '')
      .match(/[a-z]+/gi) ?? [];
  return method.toLowerCase() + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}

function describeResponses(operation: Operation): ZodOpenApiResponsesObject {
  const { output, streams, files, alsoStatus = {} } = operation;
  const status = operation.status ?? (output || files ? 200 : 204);
  const type = streams ? 'text/event-stream' : 'application/json';
  const content = output ? { content: { [type]: { schema: output } } } : files ? { content: describeFiles(files) } : {};
  const responses: ZodOpenApiResponsesObject = {
    [`${status}` as '200']: { description: output || files ? 'Done.' : 'Done; no content.', ...content },
  };
  for (const [also, description] of Object.entries(alsoStatus)) responses[also as '200'] = { description, ...content };
  for (const [refused, codes] of refusalsByStatus(operation)) {
    responses[refused as '400'] = {
      description: codes.map((code) => `\`${code}\``).join(', '),
      content: { 'application/problem+json': { schema: problem } },
    };
  }
  return responses;
}

/** Of a file OpenAPI says the type alone. */
function describeFiles(types: readonly string[]): Record<string, Record<string, never>> {
  return Object.fromEntries(types.map((type) => [type, {}]));
}

function refusalsByStatus(operation: Operation): Map<string, ErrorCode[]> {
  const { auth, method, params, query, body, secret, refusals = [] } = operation;
  const codes: ErrorCode[] = [...refusals];
  if (auth !== 'public') codes.push('unauthenticated');
  if (auth === 'admin') codes.push('forbidden');
  if (method !== 'GET') codes.push('origin_refused');
  if (method !== 'GET' && auth !== 'public') codes.push('token_read_only');
  if (params) codes.push('not_found');
  if (body) codes.push('invalid_json', 'body_too_large');
  if (body || query) codes.push('validation_failed');
  if (takesKey(operation)) codes.push('validation_failed', 'idempotency_key_reused', 'idempotency_in_progress');
  if (takesKey(operation) && secret) codes.push('conflict');
  const byStatus = new Map<string, ErrorCode[]>();
  for (const code of new Set(codes))
    byStatus.set(`${errorStatus[code]}`, [...(byStatus.get(`${errorStatus[code]}`) ?? []), code]);
  return byStatus;
}

function asObject(contract: z.ZodType): z.ZodObject {
  if (contract.type === 'object') return contract as z.ZodObject;
  throw new Error('Parameters are described by an object');
}
