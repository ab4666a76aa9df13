/** Work that asks Linear, so it may take long: beside the sweeps, one at a time, not more often than `everyMs`. */
export class SideWork {
  /** What is under way. */
  done: Promise<void> | null = null;
  private dueAt = 0;

  constructor(
    private readonly work: () => Promise<void>,
    private readonly everyMs: number,
  ) {}

  /** The next `begin` begins it: a person waits for it. */
  hasten(): void {
    this.dueAt = 0;
  }

  begin(now: Date): void {
    if (this.done || now.getTime() < this.dueAt) return;
    this.dueAt = now.getTime() + this.everyMs;
    this.done = this.work().finally(() => {
      this.done = null;
    });
  }
}
