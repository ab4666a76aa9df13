import type { TimeEntry } from '@/lib/contracts/time-entry';
import { dependentsOf, type TimerEffect, type TimerSubject, type WaitingChange } from './waiting-change';

/** The running timer as a screen shows it. */
export interface ShownEntry extends TimerSubject {
  /** Null while the server has not heard of it: then `startPlace` says which waiting change starts it. */
  id: string | null;
  startPlace: string | null;
  startedAt: string;
  description: string;
  /** Null: not known before the server has answered. */
  billable: boolean | null;
  tags: readonly string[];
}

/** What runs: as the server said last, with what waits to be sent on top. */
export function shownEntry(running: TimeEntry | null, changes: readonly WaitingChange[]): ShownEntry | null {
  const stuck = new Set(
    changes.filter(({ refusal }) => refusal !== null).flatMap((change) => placesOf(change, changes)),
  );
  let shown = fromServer(running);
  for (const change of changes) {
    if (change.effect !== null && !stuck.has(change.place)) shown = withEffect(shown, change, change.effect);
  }
  return shown;
}

function placesOf(change: WaitingChange, changes: readonly WaitingChange[]): string[] {
  return [change, ...dependentsOf(change, changes)].map(({ place }) => place);
}

function fromServer(entry: TimeEntry | null): ShownEntry | null {
  if (entry === null || entry.startedAt === null) return null;
  const { id, task, project, startedAt, description, billable, tags } = entry;
  return { id, startPlace: null, task, project, startedAt, description, billable, tags };
}

function withEffect(shown: ShownEntry | null, change: WaitingChange, effect: TimerEffect): ShownEntry | null {
  if (effect.kind === 'start') return started(shown, change, effect);
  if (shown === null || !isAbout(change, shown)) return shown;
  if (effect.kind === 'end') return null;
  return effect.kind === 'edit' ? { ...shown, ...definedOf(effect.change) } : shown;
}

function started(
  shown: ShownEntry | null,
  { place }: WaitingChange,
  effect: Extract<TimerEffect, { kind: 'start' }>,
): ShownEntry {
  // The server has begun it already, and its answer is still on its way to the outbox.
  if (shown && isSameSubject(shown, effect.subject) && Date.parse(shown.startedAt) === Date.parse(effect.startedAt))
    return shown;
  const { subject, startedAt, description, billable = null, tags } = effect;
  return { ...subject, id: null, startPlace: place, startedAt, description, billable, tags };
}

function isAbout({ entryId, after }: WaitingChange, shown: ShownEntry): boolean {
  if (entryId !== null) return entryId === shown.id;
  return after !== null && after === shown.startPlace;
}

export function isSameSubject(a: TimerSubject, b: TimerSubject): boolean {
  return a.task === null && b.task === null ? a.project.id === b.project.id : a.task?.id === b.task?.id;
}

function definedOf<T extends object>(change: T): Partial<{ [Key in keyof T]: NonNullable<T[Key]> }> {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as Partial<{
    [Key in keyof T]: NonNullable<T[Key]>;
  }>;
}
