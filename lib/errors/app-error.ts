import type { ErrorCode } from './codes';

export interface FieldError {
  path: string;
  message: string;
}

/** A field that is something else by now than what was shown. */
export interface FieldConflict {
  field: string;
  shown: unknown;
  theirs: unknown;
  yours: unknown;
}

/** What some refusals say besides their words; see the problem answer in lib/contracts/common.ts. */
export interface ErrorDetails {
  conflicts?: FieldConflict[];
  writeId?: string;
  retryAt?: string;
}

export interface AppErrorOptions {
  /** What the person can do about it. */
  hint?: string;
  errors?: FieldError[];
  details?: ErrorDetails;
  cause?: unknown;
}

/** A refusal or failure that is meant to be read: `message` is safe for the user, `cause` is for the log only. */
export class AppError extends Error {
  override readonly name: string = 'AppError';
  readonly code: ErrorCode;
  readonly hint: string | undefined;
  readonly errors: FieldError[] | undefined;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, message: string, options: AppErrorOptions = {}) {
    super(message, { cause: options.cause });
    this.code = code;
    this.hint = options.hint;
    this.errors = options.errors;
    this.details = options.details ?? {};
  }
}
