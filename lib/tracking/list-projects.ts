import type { PersonActor } from '@/lib/auth/actor';
import type { Project, ProjectQuery } from '@/lib/contracts/project';
import { listProjectNames, listProjects as listProjectRows, type ProjectName } from '@/lib/db/project';
import { decodeCursor, encodeCursor } from './cursor';
import { foldText } from './search-text';
import { toProjects } from './to-project';

const order = 'name';
const byName = new Intl.Collator('en', { numeric: true });

/** One page of projects by name. A search looks through names and team keys; all its words must occur. */
export async function listProjects(
  actor: PersonActor,
  query: ProjectQuery,
): Promise<{ items: Project[]; nextCursor: string | null; total: number }> {
  const archived = query.archived === 'all' ? undefined : query.archived === 'true';
  const words = foldText(query.search ?? '').split(' ');
  const found = (await listProjectNames({ source: query.source, archived }))
    .filter((project) => matches(project, words))
    .map(({ id, name }) => ({ id, key: sortKey(name) }))
    .sort(compare);
  const after = readPosition(query.cursor);
  const rest = after === null ? found : found.filter((project) => compare(project, after) > 0);
  const shown = rest.slice(0, query.limit);
  const last = rest.length > query.limit ? shown.at(-1) : undefined;
  return {
    items: await toProjects(actor, await listProjectRows(shown.map(({ id }) => id))),
    nextCursor: last === undefined ? null : encodeCursor(order, [last.key, last.id]),
    total: found.length,
  };
}

interface Position {
  key: string;
  id: string;
}

function compare(a: Position, b: Position): number {
  return byName.compare(a.key, b.key) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/** Short, because it travels in the cursor; cut between characters, because half of one would not survive the way. */
function sortKey(name: string): string {
  return [...foldText(name)].slice(0, 50).join('');
}

function matches({ name, key }: ProjectName, words: string[]): boolean {
  const text = foldText(`${name} ${key ?? ''}`);
  return words.every((word) => text.includes(word));
}

function readPosition(cursor: string | undefined): Position | null {
  if (cursor === undefined) return null;
  const [key, id] = decodeCursor(cursor, order, ['text', 'text']) ?? [];
  return typeof key === 'string' && typeof id === 'string' ? { key, id } : null;
}
