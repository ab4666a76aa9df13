import type { z } from 'zod';
import type { ErrorCode } from '@/lib/errors/codes';

export type Access = 'public' | 'person' | 'admin';
export type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';

/** What a handler checks: who may call, what comes in, what goes out. */
export interface Contract {
  auth: Access;
  params?: z.ZodType;
  query?: z.ZodType;
  body?: z.ZodType;
  /** None: the answer is 204. */
  output?: z.ZodType;
  status?: 200 | 201 | 202;
  /** What comes in or goes out holds a password or a token: it is never kept for an Idempotency-Key. */
  secret?: true;
}

/** A contract and its place in the API: the routes and openapi.json are both made of these. */
export interface Operation extends Contract {
  method: Method;
  /** As OpenAPI writes it: /api/v1/tasks/{id} */
  path: string;
  summary: string;
  tag: string;
  /** Refusals of its own, besides those that every operation has. */
  refusals?: readonly ErrorCode[];
  /** Other statuses that answer the same output, and when. */
  alsoStatus?: Readonly<Record<number, string>>;
  /** The answer is a stream of server-sent events, each with an `output`. */
  streams?: true;
  /** The answer is a file of one of these types. */
  files?: readonly string[];
}
