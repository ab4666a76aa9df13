/** One clock for Linear and for us, that a test moves. Its skew is how far ours runs ahead of Linear's. */
export class SyncClock {
  #nowMs: number;
  skewMs = 0;

  constructor(start = '2026-03-02T09:00:00.000Z') {
    this.#nowMs = Date.parse(start);
  }

  advance(milliseconds: number): void {
    this.#nowMs += milliseconds;
  }

  readonly linear = (): Date => new Date(this.#nowMs);

  readonly ours = (): Date => new Date(this.#nowMs + this.skewMs);
}
