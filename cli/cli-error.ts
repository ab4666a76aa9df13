import { type ExitCode, exitCodes } from './exit-codes';

export interface CliErrorOptions {
  exit?: ExitCode;
  /** For scripts; that of the server's problem where it sent one. */
  code?: string;
  hint?: string | undefined;
  /** What else the JSON form shows: `nearest`, `errors`, `retryAt`, `requestId` ... */
  details?: Record<string, unknown>;
  cause?: unknown;
}

/** What ends a command, said to the person: `message` says what is wrong, `hint` what to do. */
export class CliError extends Error {
  override readonly name = 'CliError';
  readonly exit: ExitCode;
  readonly code: string;
  readonly hint: string | undefined;
  readonly details: Record<string, unknown>;

  constructor(message: string, { exit = exitCodes.general, code, hint, details = {}, cause }: CliErrorOptions = {}) {
    super(message, { cause });
    this.exit = exit;
    this.code = code ?? codeOf(exit);
    this.hint = hint;
    this.details = details;
  }

  toJSON(): Record<string, unknown> {
    const { code, message, hint, exit, details } = this;
    return { error: { code, message, ...(hint === undefined ? {} : { hint }), exitCode: exit, ...details } };
  }
}

export function badArguments(message: string, options: Omit<CliErrorOptions, 'exit'> = {}): CliError {
  return new CliError(message, { ...options, exit: exitCodes.badArguments });
}

function codeOf(exit: ExitCode): string {
  const [name = 'general'] = Object.entries(exitCodes).find(([, code]) => code === exit) ?? [];
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
