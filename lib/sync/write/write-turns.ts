// Next bundles each route apart; the process must still have one queue for an issue.
const shared = globalThis as typeof globalThis & { tracklineWriteTurns?: Map<string, Promise<unknown>> };
shared.tracklineWriteTurns ??= new Map();
const turns = shared.tracklineWriteTurns;

/** One write to an issue at a time: the next reads what the one before has made of it, or two could both find nothing changed. */
export async function inTurn<T>(key: string, work: () => Promise<T>): Promise<T> {
  const before = turns.get(key) ?? Promise.resolve();
  const mine = before.then(work, work);
  const settled = mine.catch(() => undefined);
  turns.set(key, settled);
  try {
    return await mine;
  } finally {
    if (turns.get(key) === settled) turns.delete(key);
  }
}
