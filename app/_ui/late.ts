import type { ComponentType } from 'react';

export type Late<Props extends object> = {
  /** Null until it has been fetched. */
  read: () => ComponentType<Props> | null;
  subscribe: (listener: () => void) => () => void;
  fetch: () => Promise<void>;
};

/** A part of a screen that is not there at first sight; `useLate` fetches it (docs/decisions/010). */
export function late<Props extends object>(load: () => Promise<ComponentType<Props>>): Late<Props> {
  let part: ComponentType<Props> | null = null;
  let loading: Promise<void> | null = null;
  const listeners = new Set<() => void>();

  async function fetchPart(): Promise<void> {
    try {
      part = await load();
      for (const listener of listeners) listener();
    } finally {
      loading = null;
    }
  }
  return {
    read: () => part,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    fetch: async () => {
      if (part) return;
      loading ??= fetchPart();
      await loading;
    },
  };
}
