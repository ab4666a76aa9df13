import type { Problem } from '@/lib/contracts/common';
import { unknownCall } from '@/lib/contracts/values';
import { CliError } from './cli-error';
import { type ExitCode, exitCodes } from './exit-codes';
import { formatInstant } from './words';

/** What a call that finds nothing is about: a missing issue has an exit code of its own. */
export type About = 'issue' | undefined;

interface Answered {
  response: Response;
  text: string;
  origin: string;
  about: About;
  now: Date;
}

/** The JSON of an answer that is fine; undefined for 204. Everything else is thrown as what it means. */
export function readAnswer(answered: Answered): unknown {
  const { response, text, origin } = answered;
  if (response.status === 204) return undefined;
  const json = readJson(text);
  if (response.ok && json !== undefined) return json;
  if (response.status >= 300 && response.status < 400) throw redirected(response, origin);
  throw isProblem(json) ? refusal(json, answered) : foreign(answered);
}

const exitOfStatus: Record<number, ExitCode> = {
  400: exitCodes.badArguments,
  401: exitCodes.authentication,
  403: exitCodes.authentication,
  422: exitCodes.badArguments,
  429: exitCodes.rateLimited,
};

/** Where the code of a problem says more than its status. */
const exitOfCode: Record<string, ExitCode> = {
  linear_auth_failed: exitCodes.authentication,
  linear_bearer_prefix: exitCodes.authentication,
  linear_scope_missing: exitCodes.authentication,
  linear_forbidden: exitCodes.authentication,
  linear_wrong_workspace: exitCodes.authentication,
  linear_rate_limited: exitCodes.rateLimited,
  linear_network: exitCodes.network,
  linear_tls: exitCodes.network,
  linear_timeout: exitCodes.network,
  linear_proxy_page: exitCodes.network,
  linear_bad_answer: exitCodes.network,
  linear_server_error: exitCodes.network,
  linear_write_unknown: exitCodes.network,
  // Not the fault of an argument, although the status is that of one.
  linear_plan_limit: exitCodes.general,
  linear_query_refused: exitCodes.general,
  export_failed: exitCodes.general,
  linear_refused: exitCodes.invalid,
  invalid_reference: exitCodes.invalid,
  not_supported_by_linear: exitCodes.invalid,
  unknown_team: exitCodes.invalid,
  linear_issue_gone: exitCodes.issueNotFound,
  not_an_issue: exitCodes.issueNotFound,
};

/** The exit code of a code that the server gave, in a problem or on a run. */
export function exitOf(code: string, status?: number): ExitCode {
  return exitOfCode[code] ?? exitOfStatus[status ?? 0] ?? exitCodes.general;
}

function refusal(problem: Problem, { response, about, origin, now }: Answered): CliError {
  const { code, detail, hint, errors, status, type: _type, title: _title, ...more } = problem;
  const details = { status, ...(errors === undefined ? {} : { errors }), ...more };
  if (status === 404 && detail === unknownCall) return tooOld(origin, details);
  if (status === 401) return badToken(origin, details);
  if (status === 404 && about === 'issue')
    return new CliError(detail, { exit: exitCodes.issueNotFound, code: 'issue_not_found', hint, details });
  const message = messageOf(detail, errors);
  const exit = exitOf(code, status);
  if (exit !== exitCodes.rateLimited) return new CliError(message, { exit, code, hint, details });
  return rateLimited(message, {
    code,
    hint,
    details,
    at: retryTime(problem.retryAt ?? retryAfter(response), now),
    now,
  });
}

interface RateLimited {
  code: string;
  hint?: string | undefined;
  details: Record<string, unknown>;
  /** When it may be tried again. */
  at: Date | null;
  now: Date;
}

function rateLimited(message: string, { code, hint, details, at, now }: RateLimited): CliError {
  const retryAt = at?.toISOString();
  const when = retryAt === undefined ? 'Try again later.' : `Try again at ${formatInstant(retryAt, now)}.`;
  return new CliError(message, {
    exit: exitCodes.rateLimited,
    code,
    // The server's own hint goes with a message that has the time in it.
    hint: hint ?? when,
    details: retryAt === undefined ? details : { ...details, retryAt },
  });
}

function retryAfter({ headers }: Response): string | null {
  return headers.get('retry-after');
}

/** A field's own message says more than "Some fields are not right", unless it says the same. */
function messageOf(detail: string, errors: Problem['errors']): string {
  const said = (errors ?? []).map(({ path, message }) => (path === '' ? message : `${path}: ${message}`));
  const isNew = (errors ?? []).some(({ message }) => message !== detail);
  return isNew ? [detail, ...said].join('\n') : detail;
}

function tooOld(origin: string, details: Record<string, unknown>): CliError {
  return new CliError(`The server at ${origin} is older than this command line: it has no such call.`, {
    code: 'server_too_old',
    hint: 'Update the server, or use the command line of its own version.',
    details,
  });
}

function badToken(origin: string, details: Record<string, unknown>): CliError {
  return new CliError(`${origin} does not accept the token: it may be revoked or expired.`, {
    exit: exitCodes.authentication,
    code: 'unauthenticated',
    hint: `Make a new one at ${origin}/settings/tokens, then run: trackline login ${origin}, or set TRACKLINE_TOKEN to it.`,
    details,
  });
}

function redirected(response: Response, origin: string): CliError {
  const location = response.headers.get('location') ?? '';
  const target = URL.canParse(location, origin) ? new URL(location, origin) : null;
  const hint = target === null ? 'Give the final address.' : `Run: trackline login ${target.origin}`;
  return new CliError(`${origin} redirects to another address.`, { exit: exitCodes.network, code: 'redirected', hint });
}

/** Neither our JSON nor our problem: something else answers there. */
function foreign({ response, origin, now }: Answered): CliError {
  const { status } = response;
  const details = { status };
  if (status === 429) {
    const message = `A proxy in front of ${origin} refuses more requests for now.`;
    return rateLimited(message, { code: 'too_many_requests', details, at: retryTime(retryAfter(response), now), now });
  }
  // Next answers a method that a route does not have by itself, without a body.
  if (status === 405) return tooOld(origin, details);
  return new CliError(`${origin} answered with something that is not Trackline's (HTTP ${status}).`, {
    exit: exitCodes.network,
    code: 'not_trackline',
    hint: 'Is the address right? A proxy or a sign-in page may stand in between.',
    details,
  });
}

/** Of Retry-After, seconds or a date, or of an instant. Nonsense means no time. */
export function retryTime(header: string | null, now: Date): Date | null {
  if (header === null || header.trim() === '') return null;
  const seconds = Number(header);
  const at = Number.isFinite(seconds) ? now.getTime() + Math.max(0, seconds) * 1000 : Date.parse(header);
  return Number.isFinite(at) && Math.abs(at) < 8e15 ? new Date(at) : null;
}

function readJson(text: string): unknown {
  try {
    const json: unknown = JSON.parse(text);
    return json;
  } catch {
    return undefined;
  }
}

function isProblem(answer: unknown): answer is Problem {
  const { code, detail, requestId } = Object(answer) as Partial<Record<keyof Problem, unknown>>;
  return [code, detail, requestId].every((text) => typeof text === 'string');
}
