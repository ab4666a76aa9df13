import { AppError } from '@/lib/errors/app-error';
import { minutes } from '@/lib/kit/sleep';

export class TooManyAttempts extends AppError {
  constructor(readonly retryAfterSeconds: number) {
    super(
      'too_many_requests',
      `Too many attempts. Try again in ${retryAfterSeconds < 90 ? `${retryAfterSeconds} seconds` : `${Math.ceil(retryAfterSeconds / 60)} minutes`}.`,
    );
  }
}

export interface Limit {
  attempts: number;
  perMilliseconds: number;
}

/** Whatever address the caller claims to have, one account takes this many guesses. */
export const perAccount: Limit = { attempts: 10, perMilliseconds: minutes(10) };
/** For many accounts tried from one place; generous, because an office shares one address. */
export const perAddress: Limit = { attempts: 50, perMilliseconds: minutes(10) };

interface Window {
  count: number;
  endsAt: number;
}

const windowsKept = 20_000;
// Next bundles each route apart; the counts must still be the process's.
const shared = globalThis as typeof globalThis & { tracklineAttempts?: Map<string, Window> };

function windows(): Map<string, Window> {
  shared.tracklineAttempts ??= new Map();
  return shared.tracklineAttempts;
}

/**
 * Counts an attempt before it is made, so that many at once cannot slip through, and throws `TooManyAttempts` beyond
 * the limit. A success is given back with `forgetAttempts`, so that only failures add up.
 */
export function countAttempt(key: string, limit: Limit, now: Date): void {
  const known = windows().get(key);
  const current =
    known && known.endsAt > now.getTime() ? known : { count: 0, endsAt: now.getTime() + limit.perMilliseconds };
  if (current.count >= limit.attempts)
    throw new TooManyAttempts(Math.max(1, Math.ceil((current.endsAt - now.getTime()) / 1_000)));
  current.count += 1;
  windows().set(key, current);
  if (windows().size > windowsKept) prune(now);
}

/** The account's owner has come in: all failures before were theirs. */
export function forgetAttempts(key: string): void {
  windows().delete(key);
}

/** Takes one attempt back without forgetting the others. */
export function giveBackAttempt(key: string): void {
  const known = windows().get(key);
  if (known) known.count = Math.max(0, known.count - 1);
}

/** Drops ended windows, then the oldest: made-up keys must not fill the memory. */
function prune(now: Date): void {
  for (const [key, window] of windows()) if (window.endsAt <= now.getTime()) windows().delete(key);
  for (const key of windows().keys()) {
    if (windows().size <= windowsKept / 2) return;
    windows().delete(key);
  }
}
