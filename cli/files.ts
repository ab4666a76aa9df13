import { rm } from 'node:fs/promises';

const reasons: Record<string, string> = {
  ENOENT: 'there is no such folder',
  ENOTDIR: 'a file is in the way of its folder',
  EISDIR: 'it is a folder',
  EACCES: 'you are not allowed to',
  EPERM: 'you are not allowed to',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
};

/** Where it could not be made, it cannot be looked for either: what is told is why it could not be made. */
export async function removeDraft(file: string): Promise<void> {
  await rm(file, { force: true }).catch(() => undefined);
}

/** Why a file cannot be written or read, in words. */
export function fileReason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return reasons[code] ?? error.message;
}
