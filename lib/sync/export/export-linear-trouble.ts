import { AppError } from '@/lib/errors/app-error';

/** What a failure of the file system means for an export, in plain words. What is none stays what it is. */
export function exportTrouble(error: unknown, folder: string): unknown {
  const code = codeOf(error);
  if (code === null) return error;
  const [why, hint] = words[code] ?? [`the system said ${code}`, 'Look at the log, and at the folder.'];
  return new AppError('export_failed', `The folder ${folder} cannot be written: ${why}.`, {
    hint: `${hint} What was written is whole; the next export goes on from there.`,
    cause: error,
  });
}

/** The code of a file operation that failed. */
export function codeOf(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error) || !('syscall' in error)) return null;
  return String(error.code);
}

const access = ['Trackline may not write there', 'Give its user the right to write.'] as const;
const full = ['the disk is full', 'Free some space.'] as const;
const inTheWay = ['a file is in the way', 'Move what is in the way, or export to another folder.'] as const;

const words: Record<string, readonly [string, string]> = {
  EACCES: access,
  EPERM: access,
  EROFS: ['the disk is read-only', 'Choose another place with EXPORT_DIR.'],
  ENOSPC: full,
  EDQUOT: full,
  ENOTDIR: inTheWay,
  EEXIST: inTheWay,
  EISDIR: ['a folder is in the way', inTheWay[1]],
};
