import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';

const patienceMs = 30_000;
const endMs = 15_000;

/** A server in a process of its own, with all that it printed. */
export class ChildServer {
  readonly #process: ChildProcessByStdio<null, Readable, Readable>;
  readonly #ended: Promise<unknown>;
  #printed = '';

  constructor(args: string[], env: Record<string, string>) {
    this.#process = spawn(process.execPath, args, {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#ended = once(this.#process, 'exit');
    for (const stream of [this.#process.stdout, this.#process.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        this.#printed += text;
      });
    }
    // A test runner that dies must not leave servers behind.
    process.once('exit', this.#kill);
  }

  readonly #kill = (): void => {
    this.#process.kill('SIGKILL');
  };

  /** Everything printed so far, on both streams. */
  get printed(): string {
    return this.#printed;
  }

  get isRunning(): boolean {
    return this.#process.exitCode === null && this.#process.signalCode === null;
  }

  /** Null while it runs, and when a signal ended it. */
  get exitCode(): number | null {
    return this.#process.exitCode;
  }

  get pid(): number | undefined {
    return this.#process.pid;
  }

  /** Asks until the answer is not undefined. Fails, with what the server printed, when it ends first or takes too long. */
  async waitFor<T>(what: string, ask: () => Promise<T | undefined> | T | undefined): Promise<T> {
    const giveUpAt = Date.now() + patienceMs;
    while (this.isRunning && Date.now() < giveUpAt) {
      const answer = await ask();
      if (answer !== undefined) return answer;
      await Promise.race([sleep(50), this.#ended]);
    }
    throw new Error(`${what}: ${this.isRunning ? 'not within 30 s' : 'the process has ended'}.\n${this.#printed}`);
  }

  /** Kills at once, as a power cut would. */
  async kill(): Promise<void> {
    this.#kill();
    await this.#finish();
  }

  /** Ends it politely, and fails when it does not end. */
  async stop(): Promise<void> {
    if (this.isRunning) this.#process.kill('SIGTERM');
    const late = await Promise.race([this.#ended.then(() => false), sleep(endMs, true, { ref: false })]);
    if (late && this.isRunning) {
      await this.kill();
      throw new Error(`The server did not end within ${endMs / 1000} s of SIGTERM.\n${this.#printed}`);
    }
    await this.#finish();
  }

  async #finish(): Promise<void> {
    if (this.isRunning) await this.#ended;
    process.removeListener('exit', this.#kill);
  }
}
