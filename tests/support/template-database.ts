import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '@/lib/db/migrate';

/**
 * Vitest's global setup: a migrated database, once for all files of tests, each of which starts from a copy of it. To migrate for
 * each would be most of the time that many of them take.
 */
export async function setup(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'trackline-template-'));
  const file = join(folder, 'trackline.db');
  await migrate({
    databaseUrl: `file:${file}`,
    backupDir: join(folder, 'backups'),
    projectRoot: process.cwd(),
    now: new Date(),
  });
  process.env['TEMPLATE_DATABASE'] = file;
  return () => rm(folder, { recursive: true, force: true });
}
