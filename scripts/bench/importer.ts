import { randomUUID } from 'node:crypto';
import { scheduler } from '@/lib/auth/actor';
import type { Run } from '@/lib/contracts/run';
import { getRun } from '@/lib/db/sync-run';
import { must } from '@/lib/kit/must';
import { executeRun } from '@/lib/sync/execute-run';
import { requestRun } from '@/lib/sync/request-run';
import { runView } from '@/lib/sync/run-view';
import { createConnection } from '@/lib/sync/save-connection';
import { startTestDatabase, type TestDatabase } from '@/tests/support/test-database';

export interface Importer {
  connectionId: string;
  database: TestDatabase;
  sync(): Promise<Run>;
}

/** The rules with a fresh database, as the server has them, without the server. */
export async function startImporter(url: string, apiKey: string): Promise<Importer> {
  const database = await startTestDatabase({ LINEAR_API_URL: url });
  const access = { url, now: () => new Date() };
  const calling = { access, signal: new AbortController().signal };
  const { id: connectionId } = await createConnection(
    scheduler,
    { apiKey, teamKeys: [], maxPagesPerRun: 500 },
    calling,
  );
  const sync = async () => {
    const request = {
      mode: 'incremental',
      dryRun: false,
      allowLargeRemoval: false,
      trigger: 'manual',
      requestedById: null,
    } as const;
    const { run } = await requestRun({ ...request, connectionId }, new Date());
    await executeRun(run.id, { owner: randomUUID(), access, now: access.now }, new AbortController());
    return runView(must(await getRun(run.id)));
  };
  return { connectionId, database, sync };
}
