import { type Collection, type OrderBy, type Position, SortedIndex } from './collection';
import { argumentValidationError, inputError, ResolverError } from './errors';
import type { Bounds } from './filters';
import type { Row } from './model';

/**
 * What a cursor means when rows have moved since it was given. Nobody measured it, so all of them must be survived.
 * `anchor` reads on from where the anchor row stands now; a deleted anchor from where it last stood.
 * `lost-anchor` refuses an anchor that is deleted or no longer in the list; `restart` reads from the head then.
 * `offset` counts rows; `snapshot` keeps the list of the first page's moment.
 */
export type CursorBehaviour = 'anchor' | 'lost-anchor' | 'restart' | 'offset' | 'snapshot';

export interface PageArguments {
  first?: number | null;
  last?: number | null;
  after?: string | null;
  before?: string | null;
  orderBy?: OrderBy | null;
  includeArchived?: boolean | null;
  includeDisabled?: boolean | null;
  filter?: Record<string, unknown> | null;
}

export interface Connection<Item> {
  nodes: Item[];
  edges: () => { cursor: string; node: Item }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
}

export interface Source<Item extends Row> {
  entity: string;
  index(orderBy: OrderBy): SortedIndex<Item>;
  get(id: string): Item | undefined;
  tombstone(id: string, orderBy: OrderBy): Position | undefined;
}

const DEFAULT_SIZE = 50;
const LARGEST_SIZE = 250;
const KEPT_SNAPSHOTS = 50;

function checkSize(property: 'first' | 'last', size: number | null | undefined): void {
  if (size === null || size === undefined) return;
  const fail = (rule: string, text: string) =>
    argumentValidationError({ property, constraints: { [rule]: text }, children: [] });
  if (size > LARGEST_SIZE) throw fail('max', `${property} must not be greater than ${LARGEST_SIZE}`);
  if (size < 1) throw fail('min', `${property} must not be less than 1`);
}

/** A relation held as a plain array, seen as a collection. */
export function arraySource<Item extends Row>(entity: string, rows: readonly Item[]): Source<Item> {
  return {
    entity,
    index(orderBy) {
      const index = new SortedIndex<Item>(orderBy);
      for (const row of rows) index.add(row, true);
      return index;
    },
    get: (id) => rows.find((row) => row.id === id),
    tombstone: () => undefined,
  };
}

export function collectionSource<Item extends Row>(entity: string, collection: Collection<Item>): Source<Item> {
  return {
    entity,
    index: (orderBy) => collection.index(orderBy),
    get: (id) => collection.get(id),
    tombstone: (id, orderBy) => collection.tombstone(id, orderBy),
  };
}

/** Some rows of a collection, whose cursors outlive a deleted row as the collection's own do. */
export function groupSource<Item extends Row>(
  entity: string,
  collection: Collection<Item>,
  rows: readonly Item[],
): Source<Item> {
  return { ...collectionSource(entity, collection), index: arraySource(entity, rows).index };
}

interface Walk<Item extends Row> {
  source: Source<Item>;
  args: PageArguments;
  bounds: Bounds;
  matches: (row: Item) => boolean;
}

export class Paginator {
  readonly #snapshots = new Map<string, readonly Row[]>();
  #snapshotCount = 0;
  behaviour: CursorBehaviour;

  constructor(behaviour: CursorBehaviour) {
    this.behaviour = behaviour;
  }

  page<Item extends Row>(walk: Walk<Item>): Connection<Item> {
    checkSize('first', walk.args.first);
    checkSize('last', walk.args.last);
    const isBackward = typeof walk.args.last === 'number' && typeof walk.args.first !== 'number';
    if (isBackward) return this.#backward(walk);
    if (this.behaviour === 'offset') return this.#byOffset(walk);
    if (this.behaviour === 'snapshot') return this.#bySnapshot(walk);
    return this.#byAnchor(walk);
  }

  #byAnchor<Item extends Row>(walk: Walk<Item>): Connection<Item> {
    const { args, source } = walk;
    const index = source.index(args.orderBy ?? 'createdAt');
    const from = args.after ? this.#place(walk, args.after, 1) : 0;
    const to = args.before ? this.#place(walk, args.before, 0) : index.rows.length;
    const size = args.first ?? DEFAULT_SIZE;
    const rows = collect(walk, index, { from, to, limit: size + 1 });
    const nodes = rows.slice(0, size);
    const cursor = (place: number) => nodes[place]?.id ?? '';
    return connection(nodes, cursor, rows.length > size, args.after !== null && args.after !== undefined);
  }

  #backward<Item extends Row>(walk: Walk<Item>): Connection<Item> {
    const { args, source } = walk;
    const { rows } = source.index(args.orderBy ?? 'createdAt');
    const size = args.last ?? DEFAULT_SIZE;
    const from = args.after ? this.#place(walk, args.after, 1) : 0;
    const found: Item[] = [];
    let place = (args.before ? this.#place(walk, args.before, 0) : rows.length) - 1;
    for (; place >= from && found.length <= size; place -= 1) {
      const row = rows[place];
      if (row !== undefined && walk.matches(row)) found.push(row);
    }
    const nodes = found.slice(0, size).reverse();
    const hasNext = args.before !== null && args.before !== undefined;
    return connection(nodes, (each) => nodes[each]?.id ?? '', hasNext, found.length > size);
  }

  /** The place of a cursor's row under the order of this request, whatever the order of the last one was. */
  #place<Item extends Row>(walk: Walk<Item>, cursor: string, step: 0 | 1): number {
    const { source, args } = walk;
    const orderBy = args.orderBy ?? 'createdAt';
    const index = source.index(orderBy);
    const row = source.get(cursor);
    const isStrict = this.behaviour === 'lost-anchor' || this.behaviour === 'restart';
    if (row !== undefined && !(isStrict && !walk.matches(row))) return index.countBefore(index.positionOf(row)) + step;
    if (this.behaviour === 'restart') return 0;
    const stood = isStrict ? undefined : source.tombstone(cursor, orderBy);
    if (stood !== undefined) return index.countBefore(stood);
    throw new ResolverError(inputError(`Entity not found: ${source.entity}`, 'The pagination cursor is not valid.'));
  }

  #byOffset<Item extends Row>(walk: Walk<Item>): Connection<Item> {
    const { args, source } = walk;
    const index = source.index(args.orderBy ?? 'createdAt');
    const size = args.first ?? DEFAULT_SIZE;
    const skip = args.after ? readCursor(args.after, 'offset').place : 0;
    const all = collect(walk, index, { from: 0, to: index.rows.length, limit: skip + size + 1 });
    const nodes = all.slice(skip, skip + size);
    const cursor = (place: number) => writeCursor('offset', skip + place + 1);
    return connection(nodes, cursor, all.length > skip + size, skip > 0);
  }

  #bySnapshot<Item extends Row>(walk: Walk<Item>): Connection<Item> {
    const { args, source } = walk;
    const size = args.first ?? DEFAULT_SIZE;
    const known = args.after ? readCursor(args.after, 'snapshot') : undefined;
    const rows =
      known === undefined ? everyMatch(walk) : (this.#snapshots.get(known.name) as readonly Item[] | undefined);
    if (rows === undefined) throw invalidCursor();
    // Only a list with a further page is kept: the labels of 250 issues must not push out the list of issues.
    const name = known?.name ?? (rows.length > size ? this.#keep(rows) : '');
    const skip = known?.place ?? 0;
    const nodes: Item[] = [];
    const ends: number[] = [];
    let end = skip;
    for (; end < rows.length && nodes.length < size; end += 1) {
      const row = rows[end];
      if (row === undefined || source.get(row.id) !== row) continue;
      nodes.push(row);
      ends.push(end + 1);
    }
    const cursor = (place: number) => writeCursor('snapshot', ends[place] ?? end, name);
    return connection(nodes, cursor, rows.length > end, skip > 0);
  }

  #keep(rows: readonly Row[]): string {
    this.#snapshotCount += 1;
    const name = String(this.#snapshotCount);
    this.#snapshots.set(name, rows);
    this.#snapshots.delete(String(this.#snapshotCount - KEPT_SNAPSHOTS));
    return name;
  }
}

function everyMatch<Item extends Row>(walk: Walk<Item>): Item[] {
  const index = walk.source.index(walk.args.orderBy ?? 'createdAt');
  return collect(walk, index, { from: 0, to: index.rows.length, limit: Number.POSITIVE_INFINITY });
}

function invalidCursor(): ResolverError {
  return new ResolverError(inputError('Invalid cursor', 'The pagination cursor is not valid.'));
}

function collect<Item extends Row>(
  walk: Walk<Item>,
  index: SortedIndex<Item>,
  range: { from: number; to: number; limit: number },
): Item[] {
  const { newest, oldest } = walk.bounds;
  const { rows } = index;
  const found: Item[] = [];
  const head = newest === undefined ? 0 : index.countBefore({ at: newest, id: '\uffff' });
  for (let place = Math.max(range.from, head); place < range.to && found.length < range.limit; place += 1) {
    const row = rows[place];
    if (row === undefined) break;
    if (oldest !== undefined && index.positionOf(row).at < oldest) break;
    if (walk.matches(row)) found.push(row);
  }
  return found;
}

function connection<Item extends Row>(
  nodes: Item[],
  cursorAt: (place: number) => string,
  hasNextPage: boolean,
  hasPreviousPage: boolean,
): Connection<Item> {
  const isEmpty = nodes.length === 0;
  const startCursor = isEmpty ? null : cursorAt(0);
  const endCursor = isEmpty ? null : cursorAt(nodes.length - 1);
  const edges = () => nodes.map((node, place) => ({ cursor: cursorAt(place), node }));
  return { nodes, edges, pageInfo: { hasNextPage, hasPreviousPage, startCursor, endCursor } };
}

function writeCursor(kind: string, place: number, name = ''): string {
  return Buffer.from(JSON.stringify([kind, place, name])).toString('base64');
}

function readCursor(cursor: string, kind: string): { place: number; name: string } {
  try {
    const [found, place, name] = JSON.parse(Buffer.from(cursor, 'base64').toString()) as [string, number, string];
    if (found === kind) return { place, name };
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
  }
  throw invalidCursor();
}
