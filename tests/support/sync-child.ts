import { randomUUID } from 'node:crypto';
import { readConfig, setConfig } from '@/lib/config/config';
import { closeDatabase } from '@/lib/db/client';
import { getRun } from '@/lib/db/sync-run';
import { executeRun } from '@/lib/sync/execute-run';
import { requestRun } from '@/lib/sync/request-run';

/** Syncs one connection slice after slice, in a process that a test can kill: `tsx sync-child.ts <connection> <mode> <lease in ms>`. */
async function main([connectionId = '', mode = 'incremental', leaseMs = '500']: string[]): Promise<void> {
  // Not all of the environment: Vitest has a BASE_URL of its own.
  const { DATA_DIR = '', DATABASE_URL = '', LINEAR_API_URL = '' } = process.env;
  const config = readConfig({ LOG_LEVEL: 'silent', DATA_DIR, DATABASE_URL, LINEAR_API_URL });
  setConfig(config);
  const now = () => new Date();
  const access = { url: config.linearApiUrl, now, pageSize: 3, firstBackoffMs: 5 };
  const request = {
    connectionId,
    trigger: 'manual',
    requestedById: null,
    dryRun: false,
    allowLargeRemoval: true,
  } as const;
  for (let isDone = false; !isDone; ) {
    const { run } = await requestRun({ ...request, mode: mode === 'full' ? 'full' : 'incremental' }, now());
    await executeRun(run.id, { owner: randomUUID(), access, now, leaseMs: Number(leaseMs) }, new AbortController());
    isDone = (await getRun(run.id))?.status === 'succeeded';
  }
  await closeDatabase();
}

await main(process.argv.slice(2));
