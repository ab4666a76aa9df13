import { newId } from '@/lib/kit/new-id';
import type { Refusal, WaitingChange } from './waiting-change';

/** The part of `localStorage` that an outbox needs. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

export type NewChange = Omit<WaitingChange, 'place' | 'key' | 'refusal' | 'at'>;

/**
 * The changes of one person that wait for the server, in order. Each has a storage key of its own: tabs share the
 * storage without a lock, and one that read, changed and wrote a whole list would lose what another adds meanwhile.
 */
export class Outbox {
  private readonly prefix: string;
  private readonly listeners = new Set<() => void>();
  private changes: readonly WaitingChange[];

  constructor(
    private readonly shelf: Shelf,
    personId: string,
  ) {
    this.prefix = `trackline-waiting:${personId}:`;
    this.changes = this.read();
  }

  /** The same list until something changes. */
  readonly list = (): readonly WaitingChange[] => this.changes;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  add(change: NewChange, now: number): WaitingChange {
    this.refresh();
    const last = this.changes.at(-1)?.place ?? '';
    // Behind what is there, even when the clock was set back.
    const own = newId(now);
    const place = own > last ? own : placeAfter(last);
    const added = { ...change, place, key: newId(now), at: new Date(now).toISOString(), refusal: null };
    this.write(added);
    return added;
  }

  /** Puts back what was dropped, where it was. */
  putBack(changes: readonly WaitingChange[]): void {
    for (const change of changes) this.write(change);
  }

  replace(change: WaitingChange): void {
    // Dropped in another tab meanwhile: it stays dropped.
    if (this.shelf.getItem(this.prefix + change.place) === null) this.refresh();
    else this.write(change);
  }

  refuse(change: WaitingChange, refusal: Refusal): void {
    this.replace({ ...change, refusal });
  }

  /**
   * Lets a refused change go again. Under a new key, because the server answers a key that it has refused the same way
   * again; but what ended in an error of its own may have been done, and keeps its key.
   */
  tryAgain(change: WaitingChange): void {
    const key = (change.refusal?.status ?? 0) >= 500 ? change.key : newId();
    this.replace({ ...change, key, refusal: null });
  }

  remove(places: readonly string[]): void {
    for (const place of places) this.shelf.removeItem(this.prefix + place);
    this.refresh();
  }

  /** Looks again: another tab may have changed the shelf. */
  refresh(): void {
    const found = this.read();
    if (JSON.stringify(found) === JSON.stringify(this.changes)) return;
    this.changes = found;
    for (const listener of this.listeners) listener();
  }

  private write(change: WaitingChange): void {
    this.shelf.setItem(this.prefix + change.place, JSON.stringify(change));
    this.refresh();
  }

  private read(): readonly WaitingChange[] {
    const keys = Array.from({ length: this.shelf.length }, (_, index) => this.shelf.key(index));
    return keys
      .filter((key) => key?.startsWith(this.prefix))
      .map((key) => readChange(this.shelf.getItem(key ?? '')))
      .filter((change) => change !== null)
      .sort((a, b) => (a.place < b.place ? -1 : 1));
  }
}

function placeAfter(last: string): string {
  // Version 7 ids begin with 48 bits of time.
  return newId(Number.parseInt(last.slice(0, 8) + last.slice(9, 13), 16) + 1);
}

/** Null for what is no change of ours, or of another version of Trackline. */
function readChange(text: string | null): WaitingChange | null {
  try {
    const change: unknown = JSON.parse(text ?? 'null');
    const { place, key, method, path, label } = Object(change) as Partial<Record<keyof WaitingChange, unknown>>;
    const isOurs = [place, key, method, path, label].every((part) => typeof part === 'string');
    return isOurs ? (change as WaitingChange) : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
