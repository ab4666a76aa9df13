/** A result with a status or headers of its own; a bare result is answered with the contract's status. */
export class Answer<T> {
  constructor(
    readonly body: T,
    readonly status: number | undefined,
    readonly headers: Headers,
  ) {}
}

export interface AnswerOptions {
  status?: number;
  headers?: HeadersInit;
  /** Set-Cookie values. */
  cookies?: readonly string[];
}

/** `return answer(run, { status: 202 })` */
export function answer<T>(body: T, options: AnswerOptions = {}): Answer<T> {
  const headers = new Headers(options.headers);
  for (const cookie of options.cookies ?? []) headers.append('Set-Cookie', cookie);
  return new Answer(body, options.status, headers);
}
