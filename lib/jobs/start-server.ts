import { join } from 'node:path';
import { ensureFirstAdmin } from '@/lib/auth/set-up';
import { config } from '@/lib/config/config';
import { closeDatabase } from '@/lib/db/client';
import { migrate } from '@/lib/db/migrate';
import { AppError } from '@/lib/errors/app-error';
import { log } from '@/lib/log/log';
import { makeScheduler } from './scheduler';

const shared = globalThis as typeof globalThis & { tracklineStarted?: boolean };

/** Migrates the database, makes the first admin of an unattended install, and starts the schedule; or ends the process, saying why. */
export async function startServer(): Promise<void> {
  if (shared.tracklineStarted) return;
  shared.tracklineStarted = true;
  try {
    const { databaseUrl, dataDir } = config();
    const now = new Date();
    const { applied, backup } = await migrate({
      databaseUrl,
      backupDir: join(dataDir, 'backups'),
      projectRoot: process.cwd(),
      now,
    });
    if (applied.length > 0) log().info({ applied, backup }, 'the database was migrated');
    await ensureFirstAdmin(now);
    const scheduler = makeScheduler();
    endCleanly(() => scheduler.stop());
    await scheduler.start();
    log().info('ready');
  } catch (error) {
    if (error instanceof AppError)
      log().fatal({ hint: error.hint, err: error.cause }, `Trackline cannot start. ${error.message}`);
    else log().fatal({ err: error }, 'Trackline cannot start');
    process.exit(1);
  }
}

/** The page in hand is stored or dropped whole; open event streams are cut, and browsers come back by themselves. */
function endCleanly(stop: () => Promise<void>): void {
  let isEnding = false;
  const end = async (signal: string) => {
    if (isEnding) return;
    isEnding = true;
    log().info({ signal }, 'stopping');
    await stop();
    await closeDatabase();
    process.exit(0);
  };
  process.on('SIGTERM', () => void end('SIGTERM'));
  process.on('SIGINT', () => void end('SIGINT'));
}
