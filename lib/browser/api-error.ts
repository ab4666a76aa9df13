import type { Problem } from '@/lib/contracts/common';

interface ApiErrorParts {
  /** 0: no answer came. */
  status: number;
  message: string;
  problem?: Problem | null;
  requestId?: string | null;
  cause?: unknown;
}

/** What a call of our own API ended in, in words for the person: `message` says what happened and what to do. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly status: number;
  readonly problem: Problem | null;
  readonly requestId: string | null;
  /** The first message of each refused field, by its path. */
  readonly fieldErrors: Readonly<Record<string, string>>;

  constructor({ status, message, problem = null, requestId = null, cause }: ApiErrorParts) {
    super(message, { cause });
    this.status = status;
    this.problem = problem;
    this.requestId = problem?.requestId ?? requestId;
    this.fieldErrors = Object.fromEntries(
      (problem?.errors ?? []).toReversed().map((error) => [error.path, error.message]),
    );
  }

  /** The problem's code; null when the answer was no problem of ours. */
  get code(): string | null {
    return this.problem?.code ?? null;
  }
}
