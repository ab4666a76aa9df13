import type { Row } from './model';

export type OrderBy = 'createdAt' | 'updatedAt';

/** Where a row stands, or stood, in one order. Enough to find the place after the row is gone. */
export interface Position {
  readonly at: string;
  readonly id: string;
}

function isBefore(left: Position, right: Position): boolean {
  return left.at > right.at || (left.at === right.at && left.id > right.id);
}

/** Rows newest first, kept sorted, so that a page costs a search and not a sort of the workspace. */
export class SortedIndex<Item extends Row> {
  readonly #orderBy: OrderBy;
  #rows: Item[] = [];
  #sorted = true;

  constructor(orderBy: OrderBy) {
    this.#orderBy = orderBy;
  }

  get rows(): readonly Item[] {
    this.sort();
    return this.#rows;
  }

  sort(): void {
    if (this.#sorted) return;
    this.#rows.sort((left, right) => (isBefore(this.positionOf(left), this.positionOf(right)) ? -1 : 1));
    this.#sorted = true;
  }

  positionOf(row: Item): Position {
    return { at: row[this.#orderBy], id: row.id };
  }

  /** How many rows stand before the position: where a row with it is, or would be put. */
  countBefore(position: Position): number {
    const rows = this.rows;
    let low = 0;
    let high = rows.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const row = rows[middle];
      if (row !== undefined && isBefore(this.positionOf(row), position)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  add(row: Item, inBulk: boolean): void {
    if (inBulk) {
      this.#rows.push(row);
      this.#sorted = false;
      return;
    }
    const place = this.countBefore(this.positionOf(row));
    this.#rows.splice(place, 0, row);
  }

  remove(row: Item): void {
    const place = this.countBefore(this.positionOf(row));
    if (this.#rows[place] !== row)
      throw new Error(`Row ${row.id} had its ${this.#orderBy} changed outside of change().`);
    this.#rows.splice(place, 1);
  }
}

export interface RowChange<Item> {
  kind: 'create' | 'update' | 'remove';
  row: Item;
  /** The former values of what an update changed. */
  before: Partial<Item>;
}

type Watcher<Item> = (change: RowChange<Item>) => void;

function formerValues<Item extends object>(row: Item, changes: Partial<Item>): Partial<Item> {
  const keys = Object.keys(changes) as (keyof Item)[];
  return Object.fromEntries(keys.map((key) => [key, row[key]])) as Partial<Item>;
}

/** All rows of one kind, by id and in both orders that the API knows. Archived rows included. */
export class Collection<Item extends Row> {
  readonly #byId = new Map<string, Item>();
  readonly #tombstones = new Map<string, Record<OrderBy, Position>>();
  readonly #count: ((row: Item, step: 1 | -1) => void) | undefined;
  #watcher: Watcher<Item> | undefined;
  readonly #indexes: Record<OrderBy, SortedIndex<Item>> = {
    createdAt: new SortedIndex<Item>('createdAt'),
    updatedAt: new SortedIndex<Item>('updatedAt'),
  };

  /** `count` is told of every row that comes (1) or goes (-1), and of both when a row changes: for running totals. */
  constructor(count?: (row: Item, step: 1 | -1) => void) {
    this.#count = count;
  }

  get size(): number {
    return this.#byId.size;
  }

  get(id: string): Item | undefined {
    return this.#byId.get(id);
  }

  values(): IterableIterator<Item> {
    return this.#byId.values();
  }

  index(orderBy: OrderBy): SortedIndex<Item> {
    return this.#indexes[orderBy];
  }

  /** Where a row stood when it was deleted for good. */
  tombstone(id: string, orderBy: OrderBy): Position | undefined {
    return this.#tombstones.get(id)?.[orderBy];
  }

  /** Tells one listener of every change from now on, but for rows that are added in bulk. */
  watch(watcher: Watcher<Item>): void {
    this.#watcher = watcher;
  }

  add(row: Item, inBulk = false): Item {
    this.#byId.set(row.id, row);
    this.#count?.(row, 1);
    this.#indexes.createdAt.add(row, inBulk);
    this.#indexes.updatedAt.add(row, inBulk);
    if (!inBulk) this.#watcher?.({ kind: 'create', row, before: {} });
    return row;
  }

  /** Every change of a stamp goes through here: an index cannot find a row whose stamp changed under it. */
  change(row: Item, changes: Partial<Item>): Item {
    if (this.#byId.get(row.id) !== row) throw new Error(`Row ${row.id} is not, or no longer, in the workspace.`);
    const isMoved = changes.updatedAt !== undefined || changes.createdAt !== undefined;
    if (isMoved) for (const index of Object.values(this.#indexes)) index.remove(row);
    this.#count?.(row, -1);
    const before = formerValues(row, changes);
    Object.assign(row, changes);
    this.#count?.(row, 1);
    if (isMoved) for (const index of Object.values(this.#indexes)) index.add(row, false);
    this.#watcher?.({ kind: 'update', row, before });
    return row;
  }

  delete(row: Item): void {
    if (!this.#byId.delete(row.id)) return;
    this.#count?.(row, -1);
    const { createdAt, updatedAt } = this.#indexes;
    this.#tombstones.set(row.id, { createdAt: createdAt.positionOf(row), updatedAt: updatedAt.positionOf(row) });
    createdAt.remove(row);
    updatedAt.remove(row);
    this.#watcher?.({ kind: 'remove', row, before: {} });
  }
}
