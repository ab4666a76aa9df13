import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Io, OutStream } from '@/cli/io';
import { run } from '@/cli/run';

export interface CliResult {
  exit: number;
  stdout: string;
  stderr: string;
  /** Of standard output; throws when it is not exactly one JSON document. */
  json<T = Record<string, unknown>>(): T;
  /** What standard error says as JSON. */
  error(): { code: string; message: string; hint?: string; exitCode: number; [more: string]: unknown };
}

export interface CliOptions {
  env?: Record<string, string>;
  cwd?: string;
  /** Answers to what is asked, in order; without them nobody can be asked. */
  answers?: string[];
  input?: string;
  isTty?: boolean;
  columns?: number;
  signal?: AbortSignal;
  now?: Date;
}

/** The command line in this process, with a settings folder of its own. */
export class CliRig {
  env: Record<string, string> = {};

  private constructor(readonly folder: string) {}

  static async start(): Promise<CliRig> {
    return new CliRig(await mkdtemp(join(tmpdir(), 'trackline-cli-')));
  }

  async stop(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }

  async run(argv: readonly string[], options: CliOptions = {}): Promise<CliResult> {
    const [stdout, stderr] = [new Sink(options), new Sink(options)];
    const exit = await run(argv, this.#io(stdout, stderr, options));
    return toResult(exit, stdout.text, stderr.text);
  }

  #io(stdout: Sink, stderr: Sink, options: CliOptions): Io {
    const { answers, input = '', signal = new AbortController().signal, now, cwd = this.folder } = options;
    return {
      env: { XDG_CONFIG_HOME: join(this.folder, 'config'), ...this.env, ...options.env },
      cwd,
      home: this.folder,
      stdout,
      stderr,
      isInteractive: answers !== undefined,
      ask: async (question, how) => {
        stderr.write(`${question}${how?.hidden ? '[hidden]' : ''}\n`);
        return answers?.shift() ?? '';
      },
      readInput: async () => input,
      now: () => now ?? new Date(),
      signal,
    };
  }
}

export function toResult(exit: number, stdout: string, stderr: string): CliResult {
  return { exit, stdout, stderr, json: () => JSON.parse(stdout), error: () => JSON.parse(stderr).error };
}

class Sink implements OutStream {
  readonly isTty: boolean;
  readonly columns: number | null;
  #pieces: Uint8Array[] = [];

  constructor({ isTty = false, columns }: CliOptions) {
    this.isTty = isTty;
    this.columns = columns ?? (isTty ? 100 : null);
  }

  write(data: string | Uint8Array): void {
    this.#pieces.push(typeof data === 'string' ? Buffer.from(data) : data);
  }

  get text(): string {
    return Buffer.concat(this.#pieces).toString('utf8');
  }
}
