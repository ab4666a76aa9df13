import 'client-only';
import { useSyncExternalStore } from 'react';

const stop = () => undefined;
const neverChanges = () => stop;
const onServer = () => null;

/**
 * What only the browser knows (its time zone, its origin); null on the server and in the first render, so that the two
 * agree. `read` must answer an equal value each time: text, number or boolean.
 */
export function useBrowserValue<T extends string | number | boolean>(read: () => T): T | null {
  return useSyncExternalStore<T | null>(neverChanges, read, onServer);
}
