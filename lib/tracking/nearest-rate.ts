import { rateKinds } from '@/lib/contracts/values';
import type { Tx } from '@/lib/db/client';
import { listRatesOn, type RateSubjects } from '@/lib/db/rate';

/** Minor units an hour on a day: the task's, else the project's, else the person's, else the installation's; null without any. */
export async function nearestRate(subjects: RateSubjects, on: string, tx?: Tx): Promise<number | null> {
  const rates = await listRatesOn(subjects, on, tx);
  for (const kind of rateKinds) {
    const amount = rates.get(kind);
    if (amount !== undefined && amount !== null) return amount;
  }
  return null;
}
