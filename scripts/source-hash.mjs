import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Content, not dates: a checkout or a copy changes every date, and must not cost a build. Paths that are missing count too. */
export function hashOf(folder, paths) {
  const hash = createHash('sha256');
  for (const path of paths) {
    hash.update(`${path}\0`);
    for (const file of filesOf(folder, path))
      hash
        .update(`${file}\0`)
        .update(readFileSync(join(folder, file)))
        .update('\0');
  }
  return hash.digest('hex');
}

function filesOf(folder, path) {
  const full = join(folder, path);
  if (!existsSync(full)) return [];
  if (statSync(full).isFile()) return [path];
  const entries = readdirSync(full, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => (isSource(path, entry) ? filesOf(folder, join(path, entry.name)) : []));
}

function isSource(path, entry) {
  return !entry.name.startsWith('.') && !(path === join('lib', 'db') && entry.name === 'generated');
}
