import type { AdminPerson } from '@/lib/auth/actor';
import type { RateKind } from '@/lib/contracts/rate';
import type { Tx } from '@/lib/db/client';
import { getInstallation } from '@/lib/db/installation';
import { getNextRateDay } from '@/lib/db/rate';
import { listUnsettled, listUsersWithTime, type RateScope, type SettledRate, saveSettled } from '@/lib/db/settled-rate';

interface RateToApply {
  kind: RateKind;
  subjectId: string;
  effectiveFrom: string;
}

const pageSize = 2_000;

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
    await saveSettled(page, { actorId: actor.userId, now }, tx);
    changed += page.length;
    last = page.length < pageSize ? null : (page.at(-1) ?? null);
  } while (last !== null);
  return changed;
}
