import { randomUUID } from 'node:crypto';
import { scheduler } from '@/lib/auth/actor';
import type { Connection, ConnectionInput } from '@/lib/contracts/connection';
import type { Run, SyncInput } from '@/lib/contracts/run';
import { db } from '@/lib/db/client';
import { getRun } from '@/lib/db/sync-run';
import { must } from '@/lib/kit/must';
import { type Executor, executeRun } from '@/lib/sync/execute-run';
import type { LinearAccess } from '@/lib/sync/open-client';
import { requestRun } from '@/lib/sync/request-run';
import { runView } from '@/lib/sync/run-view';
import { createConnection } from '@/lib/sync/save-connection';
import { type DemoOptions, makeDemoWorkspace } from '@/tests/fakes/linear/demo-workspace';
import type { LinearSimulator } from '@/tests/fakes/linear/linear-simulator';
import type { SimulatorOptions } from '@/tests/fakes/linear/simulator-options';
import { startLinearSimulator } from '@/tests/fakes/linear/start-linear-simulator';
import type { WorkspaceOptions } from '@/tests/fakes/linear/workspace-store';
import type { SyncClock } from './sync-clock';
import { startTestDatabase, type TestDatabase } from './test-database';

export interface Harness {
  linear: LinearSimulator;
  apiKey: string;
  access: LinearAccess;
  connection: Connection;
  /** One run, from its request to its end. */
  sync(input?: Partial<SyncInput>, executor?: Partial<Executor>, stop?: AbortController): Promise<Run>;
  /** Runs until nothing is left to go on with. */
  syncAll(input?: Partial<SyncInput>): Promise<Run>;
  stop(): Promise<void>;
}

export interface HarnessOptions {
  issues?: number;
  teams?: number;
  /** How the simulated workspace behaves. */
  workspace?: WorkspaceOptions;
  /** By default the machine's. */
  clock?: SyncClock;
  /** One that is used again: emptied first, and left open by `stop`. */
  database?: TestDatabase;
  simulator?: SimulatorOptions;
  connection?: Partial<ConnectionInput>;
  access?: Partial<LinearAccess>;
}

/** The rules on real SQLite, talking HTTP to the bundled Linear simulator. */
export async function startHarness(options: HarnessOptions = {}): Promise<Harness> {
  const { clock } = options;
  const demo: DemoOptions = { issues: options.issues ?? 30, ...(options.teams ? { teams: options.teams } : {}) };
  const { workspace, apiKey } = makeDemoWorkspace({
    ...demo,
    ...(clock ? { clock: clock.linear } : {}),
    ...options.workspace,
  });
  const dateHeader = clock ? 'clock' : 'real';
  const linear = await startLinearSimulator({ workspace, dateHeader, ...options.simulator });
  const database = options.database ?? (await startTestDatabase({ LINEAR_API_URL: linear.url }));
  if (options.database) await emptyDatabase();
  const access: LinearAccess = {
    url: linear.url,
    now: clock?.ours ?? (() => new Date()),
    firstBackoffMs: 5,
    ...options.access,
  };
  const input: ConnectionInput = { apiKey, teamKeys: [], ...options.connection };
  const connection = await createConnection(scheduler, input, { access, signal: new AbortController().signal });
  const sync: Harness['sync'] = async (asked = {}, executor = {}, stop = new AbortController()) => {
    const request = {
      mode: 'incremental',
      dryRun: false,
      allowLargeRemoval: false,
      trigger: 'manual',
      requestedById: null,
      ...asked,
    } as const;
    const { run } = await requestRun({ ...request, connectionId: connection.id }, access.now());
    await executeRun(run.id, { owner: `test/${randomUUID()}`, access, now: access.now, ...executor }, stop);
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
    if (!options.database) await database.stop();
  };
  return { linear, apiKey, access, connection, sync, syncAll, stop };
}

/** Of what a sync and its tests write. */
async function emptyDatabase(): Promise<void> {
  await db().timeEntry.deleteMany();
  await db().task.deleteMany();
  await db().project.deleteMany();
  await db().connection.deleteMany();
}

export function countTasks(): Promise<number> {
  return db().task.count();
}
