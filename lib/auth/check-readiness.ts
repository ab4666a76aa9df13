import { config } from '@/lib/config/config';
import { isMigrated } from '@/lib/db/migrate';
import { getUserCount } from '@/lib/db/user';
import { log } from '@/lib/log/log';

export interface Readiness {
  status: 'ready' | 'not_ready';
  checks: { database: boolean; migrations: boolean; scheduler: boolean };
}

/** Whether this process can serve: the database answers, holds this app's migrations, and the schedule is running. */
export async function checkReadiness(isSchedulerRunning: boolean): Promise<Readiness> {
  const database = await holds('database', async () => (await getUserCount()) >= 0);
  const migrations = database && (await holds('migrations', () => isMigrated(config().databaseUrl, process.cwd())));
  const checks = { database, migrations, scheduler: isSchedulerRunning };
  return { status: Object.values(checks).every(Boolean) ? 'ready' : 'not_ready', checks };
}

async function holds(check: string, look: () => Promise<boolean>): Promise<boolean> {
  try {
    return await look();
  } catch (error) {
    log().warn({ err: error, check }, 'Not ready');
    return false;
  }
}
