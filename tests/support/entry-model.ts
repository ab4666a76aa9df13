/** Time as plain numbers, worked out apart from the rules: what the database must hold after each step. */
export interface ModelEntry {
  person: 0 | 1;
  startMs: number | null;
  /** Null while it runs, and for a duration. */
  endMs: number | null;
  seconds: number;
  on: string;
}

export const longestSeconds = 86_400;
export const leewayMs = 60_000;

export function wholeSecond(ms: number): number {
  return Math.floor(ms / 1000) * 1000;
}

/** As the platform's own calendar has it. */
export function dayOf(ms: number, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  return parts.format(ms);
}

export function isRunning({ startMs, endMs }: ModelEntry): boolean {
  return startMs !== null && endMs === null;
}

/** Whether an entry may be so; the clock counts as at least at a start that is there already. */
export function isValidSpan(startMs: number, endMs: number, nowMs: number): boolean {
  const seconds = (endMs - startMs) / 1000;
  return seconds >= 1 && seconds <= longestSeconds && endMs <= nowMs + leewayMs;
}

export class EntryModel {
  readonly live = new Map<string, ModelEntry>();
  readonly deleted = new Map<string, ModelEntry & { deletedMs: number }>();

  running(person: 0 | 1): string | null {
    return this.pick(person, 0, isRunning);
  }

  /** The nth of a person's entries, counted round. */
  pick(person: 0 | 1, nth: number, fits: (entry: ModelEntry) => boolean = () => true): string | null {
    const ids = [...this.live].filter(([, entry]) => entry.person === person && fits(entry)).map(([id]) => id);
    return ids[nth % ids.length] ?? null;
  }

  pickDeleted(person: 0 | 1, nth: number): string | null {
    const ids = [...this.deleted].filter(([, entry]) => entry.person === person).map(([id]) => id);
    return ids[nth % ids.length] ?? null;
  }

  end(id: string, endMs: number): void {
    const entry = this.entry(id);
    if (entry.startMs === null) throw new Error('A duration has no end');
    this.live.set(id, { ...entry, endMs, seconds: (endMs - entry.startMs) / 1000 });
  }

  remove(id: string, nowMs: number): void {
    this.deleted.set(id, { ...this.entry(id), deletedMs: wholeSecond(nowMs) });
    this.live.delete(id);
  }

  /** As it was; a discarded timer runs on if nothing runs, or ends when it was discarded. */
  restore(id: string): void {
    const found = this.deleted.get(id);
    if (found === undefined) throw new Error('It was not deleted');
    const { deletedMs, ...entry } = found;
    const isAlone = this.running(entry.person) === null;
    this.deleted.delete(id);
    this.live.set(id, entry);
    if (isRunning(entry) && !isAlone) this.end(id, Math.max((entry.startMs ?? 0) + 1000, deletedMs));
  }

  entry(id: string): ModelEntry {
    const entry = this.live.get(id);
    if (entry === undefined) throw new Error('It is not there');
    return entry;
  }
}
