import type { PersonActor } from '@/lib/auth/actor';
import type { Installation } from '@/lib/contracts/installation';
import { getInstallation } from '@/lib/db/installation';
import { toInstallation } from '@/lib/tracking/installation';
import { maySeeMoney } from '@/lib/tracking/to-time-entry';

/** With whose eyes a report is made: those of whoever is signed in, or of the person who shared it. */
export interface ReportReader {
  userId: string;
  /** Members see their own time only. */
  seesEveryone: boolean;
  seesMoney: boolean;
  timeZone: string;
  weekStart: number;
  installation: Installation;
}

type Eyes = Pick<PersonActor, 'userId' | 'role' | 'timeZone' | 'weekStart'>;

export async function readerOf({ userId, role, timeZone, weekStart }: Eyes): Promise<ReportReader> {
  const installation = toInstallation(await getInstallation());
  return {
    userId,
    seesEveryone: role === 'admin',
    seesMoney: maySeeMoney({ role }, installation),
    timeZone,
    weekStart,
    installation,
  };
}
