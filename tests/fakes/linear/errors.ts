import { GraphQLError } from 'graphql';

export interface ErrorExtensions {
  type: string;
  code: string;
  statusCode: number;
  userError: boolean;
  userPresentableMessage: string;
  meta?: Record<string, unknown>;
  http?: { status: number; headers: Record<string, string> };
  validationErrors?: readonly unknown[];
  [key: string]: unknown;
}

export interface WireError {
  message: string;
  locations?: readonly { line: number; column: number }[];
  path?: readonly (string | number)[];
  extensions: ErrorExtensions;
}

export interface WireBody {
  data?: Record<string, unknown> | null;
  errors?: WireError[];
}

export interface RateLimitResult {
  allowed: false;
  requested: number;
  remaining: number;
  duration: number;
  limit: number;
}

function http(status: number): { status: number; headers: Record<string, string> } {
  return { status, headers: {} };
}

export function authenticationError(): WireError {
  const message = 'Authentication required, not authenticated';
  const presentable = 'You need to authenticate to access this operation.';
  const type = 'authentication error';
  const base = { type, code: 'AUTHENTICATION_ERROR', statusCode: 401, userError: true, meta: {}, http: http(401) };
  return { message, extensions: { ...base, userPresentableMessage: presentable } };
}

export function bearerError(): WireError {
  const message =
    'It looks like you are trying to use an API key as a Bearer token. Remove the Bearer prefix from the Authorization header.';
  return inputError(message, message, 400);
}

export function inputError(message: string, presentable: string, httpStatus?: number): WireError {
  const extensions: ErrorExtensions = {
    type: 'invalid input',
    code: 'INPUT_ERROR',
    statusCode: 400,
    userError: true,
    userPresentableMessage: presentable,
  };
  if (httpStatus !== undefined) extensions.http = http(httpStatus);
  return { message, extensions };
}

export function tooComplexError(score: number, ceiling: number): WireError {
  const presentable = `The query is too complex. Complexity: ${score}. Maximum allowed complexity: ${ceiling}.`;
  return inputError('Query too complex', presentable, 400);
}

export function rateLimitedError(result: RateLimitResult, unit: 'requests' | 'complexity points'): WireError {
  const hours = result.duration / 3_600_000;
  const presentable = `Rate limit exceeded. Only ${result.limit} ${unit} are allowed per ${hours} hour.`;
  return {
    message: `${presentable} See https://linear.app/developers/rate-limiting`,
    extensions: {
      type: 'ratelimited',
      code: 'RATELIMITED',
      statusCode: 429,
      userError: true,
      userPresentableMessage: presentable,
      meta: { rateLimitResult: result },
      http: http(400),
    },
  };
}

export function validationError(error: GraphQLError): WireError {
  const wire: WireError = {
    message: error.message,
    extensions: {
      type: 'graphql error',
      code: 'GRAPHQL_VALIDATION_FAILED',
      statusCode: 400,
      userError: true,
      userPresentableMessage: error.message,
      http: http(400),
    },
  };
  return error.locations ? { ...wire, locations: error.locations } : wire;
}

export function forbiddenError(message: string): WireError {
  const base = { type: 'forbidden', code: 'FORBIDDEN', statusCode: 403, userError: true, http: http(403) };
  return { message, extensions: { ...base, userPresentableMessage: message } };
}

export function usageLimitError(): WireError {
  const message = 'Usage limit exceeded';
  const presentable = 'Your workspace has reached the limits of its plan.';
  const base = { type: 'usage limit exceeded', code: 'USAGE_LIMIT_EXCEEDED', statusCode: 400, userError: true };
  return { message, extensions: { ...base, userPresentableMessage: presentable, http: http(400) } };
}

export function internalError(message = 'Internal server error'): WireError {
  const base = { type: 'internal error', code: 'INTERNAL_SERVER_ERROR', statusCode: 500, userError: false };
  return { message, extensions: { ...base, userPresentableMessage: 'Something went wrong.' } };
}

/** Thrown in a resolver: Linear answers these with HTTP 200, as they carry no `extensions.http`. */
export class ResolverError extends GraphQLError {
  constructor(wire: WireError) {
    super(wire.message, { extensions: wire.extensions });
  }
}

export function entityNotFound(entity: string): ResolverError {
  return new ResolverError(inputError(`Entity not found: ${entity}`, `Could not find referenced ${entity}.`));
}

export interface ValidationProblem {
  property: string;
  constraints?: Record<string, string>;
  children: readonly ValidationProblem[];
}

export function argumentValidationError(problem: ValidationProblem): ResolverError {
  const [rule] = Object.values(problem.constraints ?? {});
  const presentable = rule === undefined ? 'The arguments of the request are not valid.' : `${rule}.`;
  const wire = inputError('Argument Validation Error', presentable);
  return new ResolverError({
    ...wire,
    extensions: { ...wire.extensions, code: 'INVALID_INPUT', validationErrors: [problem] },
  });
}

/** A second insert with an id that is taken, as recorded: HTTP 200, and no upsert. */
export function conflictError(entity: string, id: string): ResolverError {
  return new ResolverError(
    inputError(`conflict on insert of ${entity}`, `Entity ${entity} with id ${id} already exists.`),
  );
}

export function refusal(message: string, presentable: string): ResolverError {
  return new ResolverError(inputError(message, presentable));
}

/** Third parties quote the message; its HTTP status is seen as 400 and as 403, and the SDK expects 403. */
export function scopeError(scope: string): ResolverError {
  return new ResolverError(forbiddenError(`Invalid scope: \`${scope}\` required`));
}

export function roleError(): ResolverError {
  const wire = forbiddenError('Invalid role: admin required');
  const presentable = 'You need to have the "Admin" scope to do this.';
  return new ResolverError({ ...wire, extensions: { ...wire.extensions, userPresentableMessage: presentable } });
}
