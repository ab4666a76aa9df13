import { AREAS, AUDIENCES, OCCASIONS, PHRASES } from './demo-words';
import type { Random } from './random';

/** Titles a product team would write, none twice. */
export class IssueTitles {
  readonly #random: Random;
  readonly #used = new Set<string>();

  constructor(random: Random) {
    this.#random = random;
  }

  next(): string {
    const title = this.#compose();
    // Beyond some thousands the words run out: a part number keeps titles apart without a search for free ones.
    let unique = title;
    for (let part = 2; this.#used.has(unique); part += 1) unique = `${title} (part ${part})`;
    this.#used.add(unique);
    return unique;
  }

  #compose(): string {
    const [area, things] = this.#random.pick(Object.entries(AREAS));
    return this.#random
      .pick(PHRASES)
      .replace('{thing}', this.#random.pick(things))
      .replace('{area}', area)
      .replace('{who}', this.#random.pick(AUDIENCES))
      .replace('{when}', this.#random.pick(OCCASIONS));
  }
}
