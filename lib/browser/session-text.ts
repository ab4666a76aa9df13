import 'client-only';

/** A text that outlives a reload, a failure and a sign-out, but not the tab. Null: there is none. */
export function readSessionText(key: string): string | null {
  return withStore((store) => store.getItem(key));
}

export function writeSessionText(key: string, text: string | null): void {
  withStore((store) => (text === null ? store.removeItem(key) : store.setItem(key, text)));
}

/** The store can be full or forbidden: then there is only what the page itself holds. */
function withStore<T>(work: (store: Storage) => T): T | null {
  try {
    return work(window.sessionStorage);
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}
