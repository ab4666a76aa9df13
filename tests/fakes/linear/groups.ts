/** The rows of one owner, so that a page of issues does not scan all comments for each of them. */
export class Groups<Owner, Item> {
  readonly #ownerOf: (row: Item) => Owner | null;
  readonly #rows = new Map<Owner, Set<Item>>();

  constructor(ownerOf: (row: Item) => Owner | null) {
    this.#ownerOf = ownerOf;
  }

  of(owner: Owner): readonly Item[] {
    return [...(this.#rows.get(owner) ?? [])];
  }

  /** Told of every row that comes (1) or goes (-1), as a collection tells its counter. */
  count(row: Item, step: 1 | -1): void {
    const owner = this.#ownerOf(row);
    if (owner === null) return;
    const rows = this.#rows.get(owner) ?? new Set();
    if (step === 1) rows.add(row);
    else rows.delete(row);
    if (rows.size > 0) this.#rows.set(owner, rows);
    else this.#rows.delete(owner);
  }
}
