export interface OutStream {
  write(data: string | Uint8Array): void;
  readonly isTty: boolean;
  /** Of the terminal; null where there is none. */
  readonly columns: number | null;
}

/** All that the command line touches besides the server: a test gives its own. */
export interface Io {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  readonly home: string;
  readonly stdout: OutStream;
  readonly stderr: OutStream;
  /** A person can be asked. */
  readonly isInteractive: boolean;
  ask(question: string, how?: { hidden?: boolean }): Promise<string>;
  /** All of standard input. */
  readInput(): Promise<string>;
  now(): Date;
  /** Ctrl-C. */
  readonly signal: AbortSignal;
}
