import { statfsSync } from 'node:fs';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig, setConfig } from '@/lib/config/config';
import { closeDatabase } from '@/lib/db/client';
import { migrate } from '@/lib/db/migrate';

export interface TestDatabase {
  dataDir: string;
  databaseUrl: string;
  /** Closes the database and removes the folder. */
  stop(): Promise<void>;
}

/** A migrated SQLite database in a folder of its own, which a bench has on the disk; the whole process uses it until `stop`. */
export async function startTestDatabase(environment: Record<string, string> = {}): Promise<TestDatabase> {
  const template = process.env['TEMPLATE_DATABASE'];
  const dataDir = await mkdtemp(join(template ? quickFolder() : tmpdir(), 'trackline-test-'));
  const config = readConfig({ LOG_LEVEL: 'silent', ...environment, DATA_DIR: dataDir });
  setConfig(config);
  if (template) await copyFile(template, config.databaseUrl.replace(/^file:/, ''));
  else await migrateNew(config.databaseUrl, dataDir);
  const stop = async () => {
    await closeDatabase();
    await rm(dataDir, { recursive: true, force: true });
  };
  return { dataDir, databaseUrl: config.databaseUrl, stop };
}

/** In memory where there is room for it: what a disk needs for each of thousands of transactions is not the question. */
function quickFolder(): string {
  const memory = '/dev/shm';
  try {
    const { bavail, bsize } = statfsSync(memory);
    return bavail * bsize > 1e9 ? memory : tmpdir();
  } catch {
    return tmpdir();
  }
}

/** Where there is no template: outside of Vitest. */
async function migrateNew(databaseUrl: string, dataDir: string): Promise<void> {
  const backupDir = join(dataDir, 'backups');
  await migrate({ databaseUrl, backupDir, projectRoot: process.cwd(), now: new Date() });
}
