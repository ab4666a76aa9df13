import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import type { AdminActor } from '@/lib/auth/actor';
import { config } from '@/lib/config/config';
import {
  type LinearExport,
  type LinearExportState,
  linearExport,
  type linearExportInput,
} from '@/lib/contracts/linear-export';
import { AppError } from '@/lib/errors/app-error';
import { must } from '@/lib/kit/must';
import { listNamedConnections } from '@/lib/sync/reading/linear-reading-scope';
import { WorkspaceFolder } from './export-linear-folder';
import { isLocked, takeLock } from './export-linear-lock';
import { safeName } from './export-linear-names';
import { exportTrouble } from './export-linear-trouble';
import { type ExportCounts, exportWorkspace } from './export-linear-workspace';

// Next bundles each route apart; what one says of an export the other must know.
const shared = globalThis as typeof globalThis & {
  tracklineExportErrors?: Map<string, LinearExportState['error']>;
};
const lockFile = '.export-lock';
const lastFile = '.last-export.json';

/**
 * Writes the mirror to a folder on the server: a folder for each workspace, one for each collection, a file for each object.
 * Only what differs is written. Done again it goes on where a crash or a full disk ended it.
 */
export async function exportLinear(
  _actor: AdminActor,
  { connectionId, folder }: z.output<typeof linearExportInput>,
  now: () => Date,
): Promise<LinearExport> {
  const connections = await listNamedConnections(connectionId);
  const path = join(config().exportDir, folder);
  try {
    await mkdir(path, { recursive: true, mode: 0o700 });
    const lock = await takeLock(join(path, lockFile), now);
    try {
      const counts: ExportCounts = { written: 0, unchanged: 0, removed: 0 };
      for (const connection of connections) {
        const name = must(safeName(connection.workspaceUrlKey), 'a url key');
        const target = new WorkspaceFolder(join(path, name));
        await exportWorkspace({ connection, folder: target, counts, keep: lock.keep }, now());
      }
      const done = { folder, ...counts, finishedAt: now().toISOString() };
      await writeFile(join(path, lastFile), JSON.stringify(done), { mode: 0o600 });
      errors().delete(path);
      return done;
    } finally {
      await lock.release();
    }
  } catch (thrown) {
    const error = exportTrouble(thrown, path);
    // Another one is under way: this says nothing of it.
    if (!(error instanceof AppError && error.code === 'conflict')) errors().set(path, inWords(error));
    throw error;
  }
}

export async function showExport(_actor: AdminActor, folder: string, now: Date): Promise<LinearExportState> {
  const path = join(config().exportDir, folder);
  return {
    folder,
    isRunning: await isLocked(join(path, lockFile), now),
    last: await readLast(path),
    error: errors().get(path) ?? null,
  };
}

async function readLast(path: string): Promise<LinearExport | null> {
  try {
    return linearExport.parse(JSON.parse(await readFile(join(path, lastFile), 'utf8')));
  } catch {
    return null;
  }
}

function inWords(error: unknown): LinearExportState['error'] {
  if (error instanceof AppError) return { code: error.code, message: error.message };
  return { code: 'internal', message: 'Something went wrong. The log says what.' };
}

function errors(): Map<string, LinearExportState['error']> {
  shared.tracklineExportErrors ??= new Map();
  return shared.tracklineExportErrors;
}
