import { existsSync } from 'node:fs';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { environment, secretNames } from '@/lib/config/config';
import { ChildServer } from './child-server';
import { findFreePort } from './free-port';

export interface RunningApp {
  url: string;
  dataDir: string;
  server: ChildServer;
  /** Ends the process; the data stay, for `startApp({ dataDir })`. */
  stop(): Promise<void>;
  /** Ends the process and removes its data. */
  remove(): Promise<void>;
}

interface AppOptions {
  env?: Record<string, string>;
  dataDir?: string;
  /** Of a new data folder: a migrated database, so that this start has none to make. */
  database?: string | undefined;
}

/** Starts the built app with a data folder of its own. Settings that are not given are unset, whatever `.env` says. */
export async function startApp(options: AppOptions = {}): Promise<RunningApp> {
  if (!existsSync('.next/BUILD_ID')) throw new Error('There is no build: run `npm test -- build` first.');
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'trackline-e2e-')));
  if (options.database !== undefined) await copyFile(options.database, join(dataDir, 'trackline.db'));
  const port = await findFreePort();
  const server = new ChildServer(['node_modules/next/dist/bin/next', 'start', '-p', String(port)], {
    ...unsetEverything(),
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    NEXT_MANUAL_SIG_HANDLE: 'true',
    PORT: String(port),
    DATA_DIR: dataDir,
    LOG_LEVEL: 'warn',
    ...options.env,
  });
  const url = `http://localhost:${port}`;
  const remove = () => rm(dataDir, { recursive: true, force: true });
  try {
    await server.waitFor('Starting the app', async () => {
      const answer = await fetch(`${url}/api/health`, { signal: AbortSignal.timeout(5_000) }).catch(() => null);
      return answer?.ok || undefined;
    });
  } catch (error) {
    await server.kill();
    throw error;
  }
  return {
    url,
    dataDir,
    server,
    stop: () => server.stop(),
    async remove() {
      await server.stop();
      await remove();
    },
  };
}

/** Next reads `.env` by itself, but leaves alone what is set, even to nothing. */
function unsetEverything(): Record<string, string> {
  const names = [...Object.keys(environment.shape), ...secretNames.map((name) => `${name}_FILE`)];
  return Object.fromEntries(names.map((name) => [name, '']));
}
