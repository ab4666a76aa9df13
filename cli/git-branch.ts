import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** The branch that is checked out; null outside a repository, on no branch, or without git. */
export async function readBranch(cwd: string): Promise<string | null> {
  try {
    const { stdout } = await promisify(execFile)('git', ['symbolic-ref', '--quiet', '--short', 'HEAD'], { cwd });
    return stdout.trim() || null;
  } catch {
    return null;
  }
}

const identifier = /(?<![a-z0-9])([a-z][a-z0-9]{0,19})-([0-9]{1,9})(?![a-z0-9])/gi;

/**
 * What may be an issue in the name of a branch, in its order: "ada/eng-42-fix-utf-8" -> ENG-42, UTF-8. Which of them is one,
 * only the server knows.
 */
export function identifiersIn(branch: string): string[] {
  const found = [...branch.matchAll(identifier)].map(
    ([, key = '', number]) => `${key.toUpperCase()}-${Number(number)}`,
  );
  return [...new Set(found)];
}
