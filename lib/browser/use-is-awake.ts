import 'client-only';
import { useBrowserValue } from './use-browser-value';

const yes = () => true;

/** False on the server and until React has woken the page up: before that, nothing handles a click or a submit. */
export function useIsAwake(): boolean {
  return useBrowserValue(yes) ?? false;
}
