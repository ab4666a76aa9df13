interface Waiting {
  weight: number;
  enter: () => void;
}

/** Lets so many through at once. Who waits enters by weight, the lightest first. */
export class Turnstile {
  private inside = 0;
  private readonly waiting: Waiting[] = [];

  constructor(private readonly most: number) {}

  async pass<T>(work: () => Promise<T>, weight: number): Promise<T> {
    if (this.inside < this.most) this.inside += 1;
    else await new Promise<void>((enter) => this.waiting.push({ weight, enter }));
    try {
      return await work();
    } finally {
      this.leave();
    }
  }

  /** The place of whoever leaves is handed on, so that nobody gets in between. */
  private leave(): void {
    this.waiting.sort((a, b) => a.weight - b.weight);
    const next = this.waiting.shift();
    if (next) next.enter();
    else this.inside -= 1;
  }
}
