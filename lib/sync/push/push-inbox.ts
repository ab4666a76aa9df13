import { inTransaction, type Tx } from '@/lib/db/client';
import { getConnection, updateResumption } from '@/lib/db/connection';
import { countPushes, getPushState } from '@/lib/db/push-state';
import { createDeliveries, type StoredDelivery } from '@/lib/db/webhook-delivery';
import { countHints, getBlockedUntil, listHintsOf, upsertHints } from '@/lib/db/webhook-hint';
import { groupBy } from '@/lib/kit/group-by';
import { seconds } from '@/lib/kit/sleep';
import { readQuota } from '@/lib/sync/quota-text';
import { hintWindowMs, mostHints, spacingMs } from './hints-limits';

interface Pushed {
  delivery: StoredDelivery;
  /** Null: nothing here follows from it. */
  kind: string | null;
}

/** `repeated`: known already, and nothing was done. `dueAt`: when what it names is read again. */
type Stored = { outcome: 'new' | 'repeated'; dueAt: Date | null };

interface Waiting {
  pushed: Pushed;
  resolve: (stored: Stored) => void;
  reject: (error: unknown) => void;
}

const mostAtOnce = 200;

// Next bundles each route apart; the process must still have one inbox.
const shared = globalThis as typeof globalThis & { tracklineInbox?: { waiting: Waiting[]; isStoring: boolean } };

function inbox(): { waiting: Waiting[]; isStoring: boolean } {
  shared.tracklineInbox ??= { waiting: [], isStoring: false };
  return shared.tracklineInbox;
}

/**
 * Stores a delivery and what it names. Writers take turns, and a page of a run may hold the turn for a while: what comes
 * meanwhile is stored together, in one transaction, so that a burst costs few.
 */
export function storeDelivery(pushed: Pushed): Promise<Stored> {
  return new Promise((resolve, reject) => {
    inbox().waiting.push({ pushed, resolve, reject });
    void storeWaiting();
  });
}

async function storeWaiting(): Promise<void> {
  const box = inbox();
  if (box.isStoring) return;
  box.isStoring = true;
  try {
    while (box.waiting.length > 0) await storeSome(box.waiting);
  } finally {
    box.isStoring = false;
  }
}

async function storeSome(waiting: Waiting[]): Promise<void> {
  let taken: Waiting[] = [];
  try {
    const stored = await inTransaction(async (tx) => {
      // Only now that it is our turn: all that has come until here goes along.
      taken = waiting.splice(0, mostAtOnce);
      const groups = groupBy(taken, ({ pushed }) => pushed.delivery.connectionId);
      const outcomes = new Map<Waiting, Stored>();
      for (const [connectionId, group] of groups) await storeGroup(connectionId, group, outcomes, tx);
      return outcomes;
    });
    for (const each of taken) each.resolve(stored.get(each) ?? { outcome: 'repeated', dueAt: null });
  } catch (error) {
    // Before its turn nothing is taken; whoever waits must hear of it all the same.
    for (const each of taken.length > 0 ? taken : waiting.splice(0)) each.reject(error);
  }
}

async function storeGroup(
  connectionId: string,
  group: Waiting[],
  outcomes: Map<Waiting, Stored>,
  tx: Tx,
): Promise<void> {
  // Deleted since the delivery was checked: the others that came with it must not fail with it.
  if ((await getConnection(connectionId, tx)) === null) return;
  const made = await createDeliveries(
    group.map(({ pushed }) => pushed.delivery),
    tx,
  );
  const fresh = group.filter(({ pushed }) => made.delete(pushed.delivery.bodyHash));
  const { dueAt, dropped } = await storeHints(
    connectionId,
    fresh.map(({ pushed }) => pushed),
    tx,
  );
  for (const each of fresh) outcomes.set(each, { outcome: 'new', dueAt: each.pushed.kind === null ? null : dueAt });
  const at = group.reduce((latest, { pushed }) => later(latest, pushed.delivery.receivedAt), new Date(0));
  const counts = { deliveries: fresh.length, repeated: group.length - fresh.length, dropped, at };
  await countPushes(connectionId, counts, tx);
}

async function storeHints(
  connectionId: string,
  pushed: Pushed[],
  tx: Tx,
): Promise<{ dueAt: Date | null; dropped: number }> {
  const named = mergeHints(pushed);
  if (named.length === 0) return { dueAt: null, dropped: 0 };
  const known = await listHintsOf(
    connectionId,
    named.map(({ externalId }) => externalId),
    tx,
  );
  const waiting = new Map(known.map((hint) => [`${hint.kind}/${hint.externalId}`, hint]));
  const room = Math.max(0, mostHints - (await countHints(connectionId, tx)));
  const dueAt = await nextDue(connectionId, pushed, tx);
  const added = named.filter((hint) => !waiting.has(`${hint.kind}/${hint.externalId}`));
  const kept = new Set(added.slice(0, room));
  const hints = named.flatMap((hint) => {
    const before = waiting.get(`${hint.kind}/${hint.externalId}`);
    if (!before) return kept.has(hint) ? [{ ...hint, connectionId, dueAt }] : [];
    // Always later than before: by this stamp whoever reads it at this moment sees that it was named again.
    const hintedAt = later(hint.hintedAt, new Date(before.hintedAt.getTime() + 1));
    const sentAt = earlier(before.sentAt, hint.sentAt);
    return [{ ...hint, hintedAt, sentAt, connectionId, dueAt }];
  });
  await upsertHints(hints, tx);
  const dropped = added.length - kept.size;
  // What was dropped is for the next poll to find, which comes sooner; not before Linear is likely to be there.
  if (dropped > 0) await updateResumption(connectionId, later(dueAt, inHalfAMinute(pushed)), tx);
  return { dueAt, dropped };
}

/** Soon after the first; but not so soon after the last reading that a burst costs a request for a few each. */
async function nextDue(connectionId: string, pushed: Pushed[], tx: Tx): Promise<Date> {
  const connection = await getConnection(connectionId, tx);
  const state = await getPushState(connectionId, tx);
  const blockedUntil = await getBlockedUntil(connectionId, tx);
  const now = pushed.reduce((latest, { delivery }) => later(latest, delivery.receivedAt), new Date(0)).getTime();
  const spacing = spacingMs(readQuota(connection?.quota ?? null));
  // A clock that was set back has the last reading in the future.
  const afterLast = Math.min(state?.lastAppliedAt?.getTime() ?? 0, now) + spacing;
  return new Date(Math.max(now + hintWindowMs, afterLast, blockedUntil?.getTime() ?? 0));
}

interface Named {
  kind: string;
  externalId: string;
  hintedAt: Date;
  sentAt: Date;
}

function mergeHints(pushed: Pushed[]): Named[] {
  const named = new Map<string, Named>();
  for (const { kind, delivery } of pushed) {
    const { externalId, receivedAt: hintedAt, sentAt } = delivery;
    if (kind === null || externalId === null) continue;
    const before = named.get(`${kind}/${externalId}`);
    named.set(`${kind}/${externalId}`, {
      kind,
      externalId,
      hintedAt: before ? later(before.hintedAt, hintedAt) : hintedAt,
      sentAt: before ? earlier(before.sentAt, sentAt) : sentAt,
    });
  }
  return [...named.values()];
}

function inHalfAMinute(pushed: Pushed[]): Date {
  return new Date((pushed[0]?.delivery.receivedAt.getTime() ?? 0) + seconds(30));
}

function later(a: Date, b: Date): Date {
  return new Date(Math.max(a.getTime(), b.getTime()));
}

function earlier(a: Date, b: Date): Date {
  return new Date(Math.min(a.getTime(), b.getTime()));
}
