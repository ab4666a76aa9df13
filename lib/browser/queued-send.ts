import 'client-only';
import { ApiError } from './api-error';
import { memoryShelf } from './memory-shelf';
import { type NewChange, Outbox, type Shelf } from './outbox';
import { attended, reach, type SentListener, sentListeners, startedEntries } from './sending';
import { serverNow } from './server-clock';
import { signal } from './signal';
import { dependentsOf, type WaitingChange, withEntryId } from './waiting-change';

/** `isQueued`: the network is away. The change is kept in this browser and goes by itself later. */
export type Sent<Answer> = { isQueued: false; answer: Answer } | { isQueued: true; place: string };

export type QueuedRequest = Pick<NewChange, 'method' | 'path' | 'body' | 'label'> &
  Partial<Pick<NewChange, 'after' | 'entryId' | 'effect'>>;

const tellMilliseconds = 150;
const nothing: readonly WaitingChange[] = [];
let outbox: Outbox | null = null;

/** What waits, in order; for useSyncExternalStore. */
export const waiting = signal(nothing);

/** Opens the outbox of who is signed in, and answers the way to close it. The frame does it. */
export function openOutbox(personId: string): () => void {
  const box = new Outbox(openShelf(), personId);
  outbox = box;
  waiting.set(box.list());
  const unsubscribe = box.subscribe(() => waiting.set(box.list()));
  // Another tab has added to it, or sent from it. What was sent stays in sight until that tab has told what came of it.
  const onStorage = () => void setTimeout(() => box.refresh(), tellMilliseconds);
  window.addEventListener('storage', onStorage);
  return () => {
    unsubscribe();
    window.removeEventListener('storage', onStorage);
  };
}

/** Where a browser allows no storage, what waits lasts as long as the page. */
function openShelf(): Shelf {
  try {
    return window.localStorage;
  } catch {
    return memoryShelf();
  }
}

/**
 * Sends a write of time (an entry made, changed, split, deleted; the timer's own calls) so that a network that is away
 * loses nothing:
 *
 * - It is first written down in this browser with an Idempotency-Key, then sent, after all that was written down before.
 * - Answered: `{ isQueued: false, answer }`. Refused: throws ApiError like `api.post`, and keeps nothing.
 * - No answer, or 502, 503, 504: `{ isQueued: true }`. It goes by itself later, once and in order, also after a reload;
 *   the top bar says so, and tells the reason if it is refused then. Show what was typed as accepted.
 *
 * Put times into the body: the server must not take the time of arrival for them. `label` says what it does, in words
 * like "Delete an entry of 20 Nov". After an answer, invalidate `keys.time.all` as ever; after a queued change that is
 * done when it has gone.
 *
 *   const sent = await sendOrQueue<TimeEntry>({ method: 'PATCH', path: `/api/v1/time-entries/${id}`, body, label });
 */
export async function sendOrQueue<Answer>(request: QueuedRequest): Promise<Sent<Answer>> {
  const box = openedOutbox();
  const { place } = box.add(withKnownEntry({ after: null, entryId: null, effect: null, ...request }, box), serverNow());
  attended.set(place, null);
  await deliver();
  const outcome = attended.get(place);
  attended.delete(place);
  if (outcome?.kind === 'sent') return { isQueued: false, answer: outcome.answer as Answer };
  if (outcome?.kind === 'refused') throw outcome.error;
  return { isQueued: true, place };
}

/** The start that a change is about may have gone since the click. */
function withKnownEntry(change: NewChange, box: Outbox): NewChange {
  // Another tab may have taken it out a moment ago.
  if (change.after !== null) box.refresh();
  if (change.after === null || box.list().some(({ place }) => place === change.after)) return change;
  const entryId = startedEntries.get(change.after);
  if (entryId !== undefined) return withEntryId(change, entryId);
  // Another tab has sent it. Whatever runs is what the person saw running.
  if (!change.path.includes('{entry}')) return { ...change, after: null };
  throw new ApiError({ status: 0, message: 'The timer was sent from another tab just now. Try again.' });
}

/** The part that sends comes after what is at first sight (docs/decisions/010). */
export const loadDelivery = () => import('./delivery');

/** Sends what waits. Never rejects: whatever goes wrong, the change is kept and tried again. */
export async function deliver(): Promise<void> {
  const box = openedOutbox();
  try {
    const { deliverAll } = await loadDelivery();
    await deliverAll(box);
  } catch (error) {
    reach.set(false);
    reportError(error);
  }
}

/** Told of each change that has gone, before it leaves the outbox. */
export function onSent(listener: SentListener): () => void {
  sentListeners.add(listener);
  return () => sentListeners.delete(listener);
}

/** Lets go of a refused change, and of what was to follow from it. Answers what was dropped, for `putBackWaiting`. */
export function dropWaiting(change: WaitingChange): readonly WaitingChange[] {
  const box = openedOutbox();
  const dropped = [change, ...dependentsOf(change, box.list())];
  box.remove(dropped.map((each) => each.place));
  return dropped;
}

export function putBackWaiting(changes: readonly WaitingChange[]): void {
  openedOutbox().putBack(changes);
}

/** Another tab has told that it has sent something. */
export function refreshWaiting(): void {
  openedOutbox().refresh();
}

/** Sends a refused change again. */
export async function retryWaiting(change: WaitingChange): Promise<void> {
  openedOutbox().tryAgain(change);
  await deliver();
}

function openedOutbox(): Outbox {
  if (outbox === null) throw new Error('The signed-in frame opens the outbox first.');
  return outbox;
}
