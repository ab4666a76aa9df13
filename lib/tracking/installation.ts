import type { AdminPerson, PersonActor } from '@/lib/auth/actor';
import { type Installation, type InstallationChange, installation, rounding } from '@/lib/contracts/installation';
import { inTransaction } from '@/lib/db/client';
import { getInstallation, type InstallationRow, updateInstallation } from '@/lib/db/installation';
import { AppError } from '@/lib/errors/app-error';
import { addDays, localDay } from '@/lib/time/local-day';

/** What holds for everyone, and everyone may know. */
export async function showInstallation(_actor: PersonActor): Promise<Installation> {
  return toInstallation(await getInstallation());
}

/**
 * Changes what holds for everyone. Amounts stay as they are when the currency changes: nothing is converted. Throws
 * `validation_failed` for a lock date that would lock today out.
 */
export async function changeInstallation(
  actor: AdminPerson,
  change: InstallationChange,
  now: Date,
): Promise<Installation> {
  const { rounding, currency, overlaps, lockBefore, membersSeeMoney } = change;
  if (lockBefore) refuseLockingToday(lockBefore, localDay(now, actor.timeZone));
  const update: Partial<InstallationRow> = {
    ...(currency !== undefined && { currency }),
    ...(overlaps !== undefined && { overlaps }),
    ...(lockBefore !== undefined && { lockBefore }),
    ...(membersSeeMoney !== undefined && { membersSeeMoney }),
    ...(rounding !== undefined && {
      roundingMode: rounding.mode,
      roundingMinutes: rounding.minutes,
      roundingPer: rounding.per,
    }),
  };
  return inTransaction(async (tx) => {
    if (Object.keys(update).length > 0) await updateInstallation(update, now, tx);
    return toInstallation(await getInstallation(tx));
  });
}

/** With today locked nobody but admins could track time; a day of leeway for people whose day began earlier. */
function refuseLockingToday(lockBefore: string, today: string): void {
  if (lockBefore <= addDays(today, 1)) return;
  const message = 'This would lock days that have not come yet. Choose a day up to tomorrow.';
  throw new AppError('validation_failed', message, { errors: [{ path: 'lockBefore', message }] });
}

export function toInstallation({ roundingMode, roundingMinutes, roundingPer, ...row }: InstallationRow): Installation {
  return {
    ...row,
    currencyDigits: digitsOf(row.currency),
    overlaps: installation.shape.overlaps.parse(row.overlaps),
    rounding: rounding.parse({ mode: roundingMode, minutes: roundingMinutes, per: roundingPer }),
  };
}

function digitsOf(currency: string): number {
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
}
