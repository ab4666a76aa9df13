import { db, type Tx } from './client';
import { contains } from './where';

/** Remembers tags for suggestions, in the spelling that was used last. */
export async function saveTags(names: string[], now: Date, tx: Tx = db()): Promise<void> {
  for (const name of names) {
    const key = name.toLowerCase();
    await tx.tag.upsert({
      where: { key },
      create: { key, name, usedAt: now },
      update: { name, usedAt: now },
      select: { key: true },
    });
  }
}

/** Those that contain the text, the one used last first. */
export async function listTags(search: string, limit: number, tx: Tx = db()): Promise<string[]> {
  // Not Prisma's `contains`, which takes % and _ for wildcards.
  const tags = await tx.$queryRaw<{ name: string }[]>`
    SELECT name FROM tag WHERE "key" LIKE ${contains(search.toLowerCase())} ESCAPE '!'
    ORDER BY used_at DESC, "key" LIMIT ${limit}`;
  return tags.map(({ name }) => name);
}
