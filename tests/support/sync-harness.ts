import { randomUUID } from 'node:crypto';
import { scheduler } from '@/lib/auth/actor';
import type { Connection, ConnectionInput } from '@/lib/contracts/connection';
import type { Run, SyncInput } from '@/lib/contracts/run';
import { db } from '@/lib/db/client';
import { getRun } from '@/lib/db/sync-run';
import { must } from '@/lib/kit/must';
import { executeRun, type Executor } from '@/lib/sync/execute-run';
import type { LinearAccess } from '@/lib/sync/open-client';
import { requestRun } from '@/lib/sync/request-run';
import { runView } from '@/lib/sync/run-view';
import { createConnection } from '@/lib/sync/save-connection';
import { makeDemoWorkspace } from '@/tests/fakes/linear/demo-workspace';
import type { LinearSimulator } from '@/tests/fakes/linear/linear-simulator';
import type { SimulatorOptions } from '@/tests/fakes/linear/simulator-options';
import { startLinearSimulator } from '@/tests/fakes/linear/start-linear-simulator';
import { startTestDatabase } from './test-database';

export interface Harness {
  linear: LinearSimulator;
  apiKey: string;
  access: LinearAccess;
  connection: Connection;
  /** One run, from its request to its end. */
  sync(input?: Partial<SyncInput>, executor?: Partial<Executor>): Promise<Run>;
  /** Runs until nothing is left to go on with. */
  syncAll(input?: Partial<SyncInput>): Promise<Run>;
  stop(): Promise<void>;
}

export interface HarnessOptions {
  issues?: number;
  teams?: number;
  simulator?: SimulatorOptions;
  connection?: Partial<ConnectionInput>;
  access?: Partial<LinearAccess>;
}

/** The rules on real SQLite, talking HTTP to the bundled Linear simulator. */
export async function startHarness(options: HarnessOptions = {}): Promise<Harness> {
  const { workspace, apiKey } = makeDemoWorkspace({ issues: options.issues ?? 30, ...(options.teams ? { teams: options.teams } : {}) });
  const linear = await startLinearSimulator({ workspace, ...options.simulator });
  const database = await startTestDatabase({ LINEAR_API_URL: linear.url });
  const access: LinearAccess = { url: linear.url, now: () => new Date(), firstBackoffMs: 5, ...options.access };
  const input: ConnectionInput = { apiKey, teamKeys: [], ...options.connection };
  const connection = await createConnection(scheduler, input, { access, signal: new AbortController().signal });
  const sync: Harness['sync'] = async (asked = {}, executor = {}) => {
    const request = { mode: 'incremental', dryRun: false, allowLargeRemoval: false, trigger: 'manual', requestedById: null, ...asked } as const;
    const { run } = await requestRun({ ...request, connectionId: connection.id }, new Date());
    await executeRun(run.id, { owner: `test/${randomUUID()}`, access, now: access.now, ...executor }, new AbortController());
    return runView(must(await getRun(run.id)));
  };
  const syncAll: Harness['syncAll'] = async (asked = {}) => {
    for (let slice = 0; slice < 500; slice++) {
      const run = await sync(asked);
      if (run.status !== 'partial') return run;
    }
    throw new Error('The sync never ends');
  };
  const stop = async () => {
    await linear.stop();
    await database.stop();
  };
  return { linear, apiKey, access, connection, sync, syncAll, stop };
}

export function countTasks(): Promise<number> {
  return db().task.count();
}
