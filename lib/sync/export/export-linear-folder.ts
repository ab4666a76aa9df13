import { mkdir, open, opendir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { must } from '@/lib/kit/must';
import { newId } from '@/lib/kit/new-id';
import { fileName, idOfFile } from './export-linear-names';
import { codeOf } from './export-linear-trouble';

const halfWritten = '.half-written';
const forUsAlone = { recursive: true, mode: 0o700 } as const;

/** The folder of one workspace. A file in it is whole, or it is not there: it is written elsewhere and moved. */
export class WorkspaceFolder {
  constructor(readonly path: string) {}

  /** Makes it where it is missing, and takes away what a crash left half written. */
  async prepare(): Promise<void> {
    const half = join(this.path, halfWritten);
    await rm(half, { recursive: true, force: true });
    await mkdir(half, forUsAlone);
  }

  async prepareCollection(collection: string): Promise<void> {
    await mkdir(join(this.path, collection), forUsAlone);
  }

  async finish(): Promise<void> {
    await rm(join(this.path, halfWritten), { recursive: true, force: true });
  }

  read(file: string): Promise<string | null> {
    return readOrNull(join(this.path, file));
  }

  /** False: it was like that already. What counts is what stands there, so that a file that somebody changed or lost comes back. */
  async put(file: string, text: string): Promise<boolean> {
    if ((await this.read(file)) === text) return false;
    const half = join(this.path, halfWritten, newId());
    await writeFile(half, text, { mode: 0o600 });
    await rename(half, join(this.path, file));
    return true;
  }

  /** Null when no file can be named after the object. */
  async putObject(collection: string, object: { id: string }): Promise<'written' | 'unchanged' | null> {
    const name = fileName(object.id);
    if (name === null) return null;
    return (await this.put(join(collection, name), asText(object))) ? 'written' : 'unchanged';
  }

  /** A file that comes in pieces; it is there when all of them are, and on the disk. */
  async putPieces(file: string, write: (add: (text: string) => Promise<void>) => Promise<void>): Promise<void> {
    const half = join(this.path, halfWritten, newId());
    const handle = await open(half, 'wx', 0o600);
    try {
      await write((text) => handle.appendFile(text));
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(half, join(this.path, file));
  }

  /** Removes the files of objects that are no more, some at a time. What is not named like ours stays. */
  async removeUnless(collection: string, listPresent: (ids: string[]) => Promise<Set<string>>): Promise<number> {
    let removed = 0;
    let some: string[] = [];
    const settle = async () => {
      const present = await listPresent(some);
      const vanished = some.filter((id) => !present.has(id));
      for (const id of vanished) await rm(join(this.path, collection, must(fileName(id))), { force: true });
      removed += vanished.length;
      some = [];
    };
    for await (const entry of await opendir(join(this.path, collection))) {
      const id = entry.isFile() ? idOfFile(entry.name) : null;
      if (id !== null) some.push(id);
      if (some.length === 250) await settle();
    }
    await settle();
    return removed;
  }
}

export function asText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

async function readOrNull(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}
