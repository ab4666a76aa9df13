import type { EntryProject, EntryTask } from '@/lib/contracts/time-entry';

/** What time is tracked on: a task, or a project alone. */
export interface TimerSubject {
  task: EntryTask | null;
  project: EntryProject;
}

/** What a change does to the running timer, so that the screen shows it before the server has heard of it. */
export type TimerEffect =
  | {
      kind: 'start';
      subject: TimerSubject;
      startedAt: string;
      description: string;
      billable?: boolean | undefined;
      tags: readonly string[];
    }
  | { kind: 'end' }
  | {
      kind: 'edit';
      change: {
        description?: string | undefined;
        billable?: boolean | undefined;
        tags?: string[] | undefined;
        startedAt?: string | undefined;
      };
    }
  | { kind: 'keep' };

export interface Refusal {
  /** 0 when nothing answered. */
  status: number;
  message: string;
}

/** A write that the server has not confirmed yet, as the browser keeps it. */
export interface WaitingChange {
  /** Its place in line: places sort as text, in the order in which the changes were made. */
  place: string;
  /** The Idempotency-Key: stays the same until the server has answered. */
  key: string;
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** `{entry}` in it stands for an entry that the change at `after` has yet to make. */
  path: string;
  body?: Record<string, unknown> | undefined;
  /** What it does, for the person: "Start ENG-42". */
  label: string;
  /** When it was made. */
  at: string;
  /** The place of the start whose entry this is about, while the entry has no id; it goes first. */
  after: string | null;
  /** The running entry that this is about, once it has an id. */
  entryId: string | null;
  effect: TimerEffect | null;
  /** Why the server refused it. It waits then for the person to try again or to drop it. */
  refusal: Refusal | null;
}

/** The changes that only make sense once this one is through. */
export function dependentsOf(change: WaitingChange, changes: readonly WaitingChange[]): WaitingChange[] {
  return changes.filter(({ after }) => after === change.place);
}

/** The changes that wait for a start which is not there any more. */
export function orphansOf(changes: readonly WaitingChange[]): WaitingChange[] {
  const places = new Set(changes.map(({ place }) => place));
  return changes.filter(({ after, refusal }) => after !== null && refusal === null && !places.has(after));
}

/** The first that can go: neither refused, nor about an entry that is still to be made. */
export function nextToSend(changes: readonly WaitingChange[]): WaitingChange | null {
  return changes.find(({ refusal, after }) => refusal === null && after === null) ?? null;
}

/** The same change, now that the entry which it is about has an id. */
export function withEntryId<Change extends Pick<WaitingChange, 'path' | 'body'>>(change: Change, entryId: string) {
  const { path, body } = change;
  // Stop, discard and keep name the entry in their body, so that they never end another one.
  const named = path.startsWith('/api/v1/timer/') ? { ...body, entryId } : body;
  return { ...change, after: null, entryId, path: path.replace('{entry}', entryId), body: named };
}
