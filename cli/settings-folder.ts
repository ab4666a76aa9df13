import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { newId } from '@/lib/kit/new-id';
import { CliError } from './cli-error';
import { fileReason, removeDraft } from './files';
import type { Io } from './io';

/** $XDG_CONFIG_HOME/trackline, ~/.config/trackline, or %APPDATA%\trackline. */
export function settingsFolder({ env, home }: Pick<Io, 'env' | 'home'>): string {
  return join(env['XDG_CONFIG_HOME'] || env['APPDATA'] || join(home, '.config'), 'trackline');
}

/** The JSON of a file there; undefined when there is none. */
export async function readSettingsFile(io: Io, name: string): Promise<unknown> {
  const file = join(settingsFolder(io), name);
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (cause) {
    if (isMissing(cause)) return undefined;
    const hint = `Mend the file, or remove it.`;
    throw new CliError(`${file} cannot be read: ${fileReason(cause)}.`, { code: 'settings_unreadable', hint, cause });
  }
}

/** For its owner only. The file is whole or the old one, also when the machine stops half-way. */
export async function writeSettingsFile(io: Io, name: string, value: unknown): Promise<string> {
  const folder = settingsFolder(io);
  const file = join(folder, name);
  const draft = `${file}.${newId()}`;
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeFile(draft, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
    await rename(draft, file);
  } catch (cause) {
    await removeDraft(draft);
    throw new CliError(`${file} cannot be written: ${fileReason(cause)}.`, { code: 'settings_unwritable', cause });
  }
  return file;
}

/** True when there was one. */
export async function removeSettingsFile(io: Io, name: string): Promise<boolean> {
  try {
    await rm(join(settingsFolder(io), name));
    return true;
  } catch (cause) {
    if (isMissing(cause)) return false;
    throw new CliError(`${name} cannot be removed: ${fileReason(cause)}.`, { cause });
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
