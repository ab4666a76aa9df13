import type { AdminPerson } from '@/lib/auth/actor';
import type { RateKind } from '@/lib/contracts/rate';
import type { Tx } from '@/lib/db/client';
import { getInstallation } from '@/lib/db/installation';
import { getNextRateDay } from '@/lib/db/rate';
import { listUnsettled, listUsersWithTime, type RateScope, type SettledRate, setRates } from '@/lib/db/settled-rate';
import { createTimeEntryEvents } from '@/lib/db/time-entry-event';
import { newId } from '@/lib/kit/new-id';

interface RateToApply {
  kind: RateKind;
  subjectId: string;
  effectiveFrom: string;
}

const pageSize = 1_000;

/**
 * Settles the time anew for which this rate is the one of its kind and no nearer kind has one: from its day to the day
 * before the next rate. A rate without an amount lets the next kind count. Locked days stay. Each entry's history says
 * so. Answers how many entries changed; in pages, because there may be many thousands.
 */
export async function resettleEntries(actor: AdminPerson, rate: RateToApply, now: Date, tx: Tx): Promise<number> {
  const { lockBefore } = await getInstallation(tx);
  const { kind, effectiveFrom } = rate;
  const from = lockBefore !== null && lockBefore > effectiveFrom ? lockBefore : effectiveFrom;
  const until = await getNextRateDay(rate, tx);
  let changed = 0;
  for (const subject of await subjectsOf(rate, tx)) {
    changed += await resettleScope(actor, { kind, subject, from, until }, now, tx);
  }
  return changed;
}

async function subjectsOf({ kind, subjectId }: RateToApply, tx: Tx): Promise<RateScope['subject'][]> {
  if (kind !== 'installation') return [{ kind, id: subjectId }];
  return (await listUsersWithTime(tx)).map((id) => ({ kind: 'person', id }));
}

async function resettleScope(actor: AdminPerson, scope: RateScope, now: Date, tx: Tx): Promise<number> {
  let changed = 0;
  let last: SettledRate | null = null;
  do {
    const page: SettledRate[] = await listUnsettled(scope, last, pageSize, tx);
    await settle(actor, page, now, tx);
    changed += page.length;
    last = page.length < pageSize ? null : (page.at(-1) ?? null);
  } while (last !== null);
  return changed;
}

async function settle(actor: AdminPerson, entries: SettledRate[], now: Date, tx: Tx): Promise<void> {
  for (const rate of new Set(entries.map(({ after }) => after))) {
    const ids = entries.filter(({ after }) => after === rate).map(({ id }) => id);
    await setRates(ids, rate, now, tx);
  }
  const events = entries.map(({ id: entryId, userId, before, after }) => ({
    id: newId(now.getTime()),
    entryId,
    userId,
    actorId: actor.userId,
    kind: 'edited',
    changes: JSON.stringify([{ field: 'rate', from: textOf(before), to: textOf(after) }]),
    snapshot: null,
    at: now,
  }));
  if (events.length > 0) await createTimeEntryEvents(events, tx);
}

function textOf(amount: number | null): string | null {
  return amount === null ? null : String(amount);
}
