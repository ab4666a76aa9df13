import type { ApiError } from './api-error';
import type { Outbox } from './outbox';
import { dependentsOf, nextToSend, orphansOf, type WaitingChange, withEntryId } from './waiting-change';

export type Outcome =
  | { kind: 'sent'; answer: unknown }
  | { kind: 'refused'; error: ApiError }
  /** Whether the server has done it is not known: it goes again, with the same key. */
  | { kind: 'unreachable'; error: ApiError };

interface Delivery {
  outbox: Outbox;
  transmit: (change: WaitingChange) => Promise<Outcome>;
  /** Runs before a change that was sent leaves the outbox, so that the screen goes from one to the other without a gap. */
  onOutcome: (change: WaitingChange, outcome: Outcome) => Promise<void> | void;
}

/**
 * Sends what waits, in order, until nothing is left that can go or the server is out of reach (then false). A change
 * leaves the outbox only after its answer has been taken in: whatever dies in between, it goes again under the same key,
 * and the server answers as it did before.
 */
export async function deliverWaiting({ outbox, transmit, onOutcome }: Delivery): Promise<boolean> {
  for (;;) {
    outbox.refresh();
    for (const orphan of orphansOf(outbox.list())) outbox.refuse(orphan, startGone);
    const change = nextToSend(outbox.list());
    if (change === null) return true;
    const outcome = await transmit(change);
    if (outcome.kind === 'sent') nameEntry(outbox, change, outcome.answer);
    await onOutcome(change, outcome);
    if (outcome.kind === 'unreachable') return false;
    if (outcome.kind === 'sent') takeOut(outbox, change, outcome.answer);
    else outbox.refuse(change, { status: outcome.error.status, message: outcome.error.message });
  }
}

const startGone = { status: 0, message: 'The start that this follows from was dropped.' };

function takeOut(outbox: Outbox, change: WaitingChange, answer: unknown): void {
  outbox.refresh();
  // Whoever stopped or edited it while its answer was being taken in found it still waiting.
  nameEntry(outbox, change, answer);
  outbox.remove([change.place]);
}

/** What waits for this start learns which entry it has made. */
function nameEntry(outbox: Outbox, change: WaitingChange, answer: unknown): void {
  const entryId = startedId(answer);
  if (entryId === null) return;
  for (const dependent of dependentsOf(change, outbox.list())) outbox.replace(withEntryId(dependent, entryId));
}

/** The id of the entry that an answer to a start tells of. */
export function startedId(answer: unknown): string | null {
  const { entry } = Object(answer) as { entry?: unknown };
  const { id } = Object(entry) as { id?: unknown };
  return typeof id === 'string' ? id : null;
}
