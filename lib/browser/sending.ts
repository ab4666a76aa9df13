import type { Outcome } from './deliver';
import { signal } from './signal';
import type { WaitingChange } from './waiting-change';

// What the two halves of `queued-send` share in one tab: the one that writes down and the one that sends.

export type SentListener = (change: WaitingChange, answer: unknown) => Promise<void> | void;

/** Outcomes that a caller in this tab still waits for. */
export const attended = new Map<string, Outcome | null>();
/** The entries of starts that this tab has sent, by their place. */
export const startedEntries = new Map<string, string>();
export const sentListeners = new Set<SentListener>();
/** Whether the last attempt reached the server; for useSyncExternalStore. */
export const reach = signal(true);
