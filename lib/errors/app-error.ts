import type { ErrorCode } from './codes';

export interface FieldError {
  path: string;
  message: string;
}

export interface AppErrorOptions {
  /** What the person can do about it. */
  hint?: string;
  errors?: FieldError[];
  cause?: unknown;
}

/** A refusal or failure that is meant to be read: `message` is safe for the user, `cause` is for the log only. */
export class AppError extends Error {
  override readonly name: string = 'AppError';
  readonly code: ErrorCode;
  readonly hint: string | undefined;
  readonly errors: FieldError[] | undefined;

  constructor(code: ErrorCode, message: string, options: AppErrorOptions = {}) {
    super(message, { cause: options.cause });
    this.code = code;
    this.hint = options.hint;
    this.errors = options.errors;
  }
}
