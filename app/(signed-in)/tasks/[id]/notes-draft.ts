'use client';

/** Null: nothing is waiting to be saved. */
export function readDraft(taskId: string): string | null {
  return withStore((store) => store.getItem(keyOf(taskId)));
}

export function writeDraft(taskId: string, text: string | null): void {
  withStore((store) => (text === null ? store.removeItem(keyOf(taskId)) : store.setItem(keyOf(taskId), text)));
}

const keyOf = (taskId: string) => `trackline-notes-${taskId}`;

/** The store can be full or forbidden; then notes are still saved to the server, only without this net. */
function withStore<T>(work: (store: Storage) => T): T | null {
  try {
    return work(window.sessionStorage);
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}
