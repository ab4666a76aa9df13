import { listTaskIdsByIdentifier } from '@/lib/db/task';
import { findIdentifiers } from './find-identifiers';
import { foldText } from './search-text';

export interface TaskSearch {
  /** Folded; each must occur. The longest, and so the rarest, first: most rows are refused by it. */
  words: string[];
  /** Tasks that the search names by identifier, the best first. They go on top. */
  namedIds: string[];
}

// Whoever names more than a few tasks at once finds none: a task must hold all the words.
const mostNamed = 4;

export async function readSearch(search: string | undefined): Promise<TaskSearch> {
  if (!search) return { words: [], namedIds: [] };
  const named = findIdentifiers(search).slice(0, mostNamed);
  const found = await Promise.all(
    named.map(async ({ word, identifier }) => ({
      word,
      identifier,
      taskIds: await listTaskIdsByIdentifier([identifier]),
    })),
  );
  // The address or branch around an identifier is in no task's text; without such a task the word is searched as it is.
  const identifierOf = new Map(
    found.filter(({ taskIds }) => taskIds.length > 0).map(({ word, identifier }) => [word, identifier]),
  );
  const text =
    identifierOf.get(search) ??
    search
      .split(/\s+/)
      .map((word) => identifierOf.get(word) ?? word)
      .join(' ');
  const words = [...new Set(foldText(text).split(' '))]
    .filter((word) => word !== '')
    .sort((a, b) => b.length - a.length);
  return { words, namedIds: [...new Set(found.flatMap(({ taskIds }) => taskIds))] };
}
