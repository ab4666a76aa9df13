import 'client-only';
import { deliverWaiting, type Outcome } from './deliver';
import { type NewChange, Outbox } from './outbox';
import { serverNow } from './server-clock';
import { transmit } from './transmit';
import { dependentsOf, type WaitingChange } from './waiting-change';

/** `isQueued`: the network is away. The change is kept in this browser and goes by itself later. */
export type Sent<Answer> = { isQueued: false; answer: Answer } | { isQueued: true };

type Listener = (change: WaitingChange, answer: unknown) => Promise<void> | void;

let outbox: Outbox | null = null;
let isReachable = true;
let inLine: Promise<unknown> = Promise.resolve();
const reachListeners = new Set<() => void>();
const sentListeners = new Set<Listener>();
/** Outcomes that a caller in this tab still waits for. */
const attended = new Map<string, Outcome | null>();

/** The outbox of who is signed in; the frame opens it. */
export function openOutbox(personId: string): Outbox {
  outbox = new Outbox(window.localStorage, personId);
  return outbox;
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
 * done here when it has gone.
 *
 *   const sent = await sendOrQueue<TimeEntry>({ method: 'PATCH', path: `/api/v1/time-entries/${id}`, body, label });
 */
export async function sendOrQueue<Answer>(
  request: Pick<NewChange, 'method' | 'path' | 'body' | 'label'> & Partial<NewChange>,
): Promise<Sent<Answer>> {
  const box = openedOutbox();
  const change = box.add({ after: null, entryId: null, effect: null, ...request }, serverNow());
  attended.set(change.place, null);
  await deliver();
  const outcome = attended.get(change.place);
  attended.delete(change.place);
  if (outcome?.kind === 'sent') return { isQueued: false, answer: outcome.answer as Answer };
  if (outcome?.kind === 'refused') throw outcome.error;
  return { isQueued: true };
}

/** Sends what waits, in this tab only. Rests while another call of it is under way. */
export async function deliver(): Promise<void> {
  const box = openedOutbox();
  await inOneTab(async () => {
    const sent = await deliverWaiting({ outbox: box, transmit, onOutcome: settle });
    if (sent) setReachable(true);
  });
}

async function settle(change: WaitingChange, outcome: Outcome): Promise<void> {
  setReachable(outcome.kind !== 'unreachable');
  if (outcome.kind === 'sent') for (const listener of sentListeners) await listener(change, outcome.answer);
  if (!attended.has(change.place)) return;
  attended.set(change.place, outcome);
  if (outcome.kind === 'refused') giveBack(change, outcome);
}

/** Refused in front of the person: nothing is kept, nor what was to follow from it. */
function giveBack(change: WaitingChange, outcome: Outcome): void {
  const box = openedOutbox();
  const places = dependentsOf(change, box.list()).map(({ place }) => place);
  for (const place of places) if (attended.has(place)) attended.set(place, outcome);
  box.remove([change.place, ...places]);
}

/**
 * One tab sends at a time, so that the order holds. Browsers have locks on https and localhost only; elsewhere two tabs
 * may send the same change at once, and its key keeps it from being done twice.
 */
async function inOneTab(work: () => Promise<void>): Promise<void> {
  const run = () => ('locks' in navigator ? navigator.locks.request('trackline-waiting', work) : work());
  const done = inLine.then(run, run);
  inLine = done;
  await done;
}

/** Told of each change that has gone, before it leaves the outbox. */
export function onSent(listener: Listener): () => void {
  sentListeners.add(listener);
  return () => sentListeners.delete(listener);
}

/** Whether the last attempt reached the server; for useSyncExternalStore. */
export const reach = {
  read: (): boolean => isReachable,
  subscribe: (listener: () => void): (() => void) => {
    reachListeners.add(listener);
    return () => reachListeners.delete(listener);
  },
};

function setReachable(next: boolean): void {
  if (next === isReachable) return;
  isReachable = next;
  for (const listener of reachListeners) listener();
}

function openedOutbox(): Outbox {
  if (outbox === null) throw new Error('The signed-in frame opens the outbox first.');
  return outbox;
}
