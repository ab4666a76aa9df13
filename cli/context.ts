import { Api } from './api';
import type { Io } from './io';
import { type Paint, paintFor } from './paint';
import { findServer } from './server';
import { type Column, drawFacts, drawTable, type Row } from './table';

/** What every command works with. */
export class Context {
  #api: Promise<Api> | undefined;

  constructor(
    readonly io: Io,
    /** Exactly one JSON document on standard output, and nothing else there. */
    public wantsJson: boolean,
  ) {}

  /** The server that is signed in to. */
  api(): Promise<Api> {
    this.#api ??= findServer(this.io).then((server) => new Api(server, this.io));
    return this.#api;
  }

  get paint(): Paint {
    return paintFor(this.io.stdout, this.io.env);
  }

  /** The result: `value` for scripts, `text` for people. */
  show(value: unknown, text: () => string): void {
    const shown = this.wantsJson ? JSON.stringify(value, null, 2) : text();
    if (shown !== '') this.io.stdout.write(`${shown}\n`);
  }

  /** What a person may want to know besides; nothing for scripts. */
  note(text: string): void {
    if (!this.wantsJson) this.io.stderr.write(`${text}\n`);
  }

  table(columns: readonly Column[], rows: readonly Row[]): string {
    return drawTable(columns, rows, { paint: this.paint, width: this.io.stdout.columns });
  }

  facts(facts: readonly (readonly [string, string | null])[]): string {
    return drawFacts(facts, this.paint);
  }
}
