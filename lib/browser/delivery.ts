import 'client-only';
import { deliverWaiting, type Outcome, startedId } from './deliver';
import type { Outbox } from './outbox';
import { attended, reach, sentListeners, startedEntries } from './sending';
import { transmit } from './transmit';
import { dependentsOf, type WaitingChange } from './waiting-change';

let inLine: Promise<unknown> = Promise.resolve();

/** Sends what waits, in this tab only and one call after the other. */
export async function deliverAll(outbox: Outbox): Promise<void> {
  await inOneTab(async () => {
    const isDone = await deliverWaiting({
      outbox,
      transmit,
      onOutcome: (change, outcome) => settle(outbox, change, outcome),
    });
    if (isDone) reach.set(true);
  });
}

async function settle(outbox: Outbox, change: WaitingChange, outcome: Outcome): Promise<void> {
  reach.set(outcome.kind !== 'unreachable');
  if (outcome.kind === 'sent') await tellSent(change, outcome.answer);
  if (!attended.has(change.place)) return;
  attended.set(change.place, outcome);
  if (outcome.kind === 'refused') giveBack(outbox, change, outcome);
}

async function tellSent(change: WaitingChange, answer: unknown): Promise<void> {
  const entryId = startedId(answer);
  if (entryId !== null) startedEntries.set(change.place, entryId);
  for (const listener of sentListeners) await listener(change, answer);
}

/** Refused in front of the person: nothing is kept, nor what was to follow from it. */
function giveBack(outbox: Outbox, change: WaitingChange, outcome: Outcome): void {
  const places = dependentsOf(change, outbox.list()).map(({ place }) => place);
  for (const place of places) if (attended.has(place)) attended.set(place, outcome);
  outbox.remove([change.place, ...places]);
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
