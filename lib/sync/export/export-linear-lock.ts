import { link, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { AppError } from '@/lib/errors/app-error';
import { newId } from '@/lib/kit/new-id';
import { minutes } from '@/lib/kit/sleep';
import { codeOf } from './export-linear-trouble';

const staleAfterMs = minutes(1);

/** Held by one export of one process. */
export interface ExportLock {
  /** Says that the work goes on. Throws when another has taken the folder over, because this one was silent for too long. */
  keep(): Promise<void>;
  release(): Promise<void>;
}

/** Throws `conflict` while another export to this folder is under way. What a crash left behind is taken over after a minute. */
export async function takeLock(path: string, now: () => Date): Promise<ExportLock> {
  const token = newId();
  if (!(await create(path, token))) {
    if (
      !(await isStale(path, now())) ||
      !(await clear(path, `${path}.${token}`, now())) ||
      !(await create(path, token))
    )
      throw busy();
  }
  const isMine = async () => (await readFile(path, 'utf8').catch(() => null)) === token;
  return {
    async keep() {
      if (!(await isMine())) throw busy();
      await utimes(path, now(), now());
    },
    async release() {
      if (await isMine()) await rm(path, { force: true });
    },
  };
}

export async function isLocked(path: string, now: Date): Promise<boolean> {
  return (await ageMs(path, now)) !== null && !(await isStale(path, now));
}

function busy(): AppError {
  return new AppError('conflict', 'An export to this folder is under way.', {
    hint: 'Wait for its end, or export to another folder.',
  });
}

async function create(path: string, token: string): Promise<boolean> {
  try {
    await writeFile(path, token, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

async function isStale(path: string, now: Date): Promise<boolean> {
  const age = await ageMs(path, now);
  return age === null || age > staleAfterMs;
}

async function ageMs(path: string, now: Date): Promise<number | null> {
  const found = await stat(path).catch(() => null);
  return found && now.getTime() - found.mtimeMs;
}

/** Of those who find it stale at the same time, one moves it away; who moved another's new one puts it back. */
async function clear(path: string, aside: string, now: Date): Promise<boolean> {
  try {
    await rename(path, aside);
  } catch {
    return false;
  }
  const wasStale = await isStale(aside, now);
  if (!wasStale) await link(aside, path).catch(() => undefined);
  await rm(aside, { force: true });
  return wasStale;
}
