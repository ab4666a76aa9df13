import { config } from '@/lib/config/config';
import type { Calling } from '@/lib/sync/test-key';

/** For rules that ask Linear while a person waits: they stop when the person leaves. */
export function callingLinear(signal: AbortSignal): Calling {
  return { access: { url: config().linearApiUrl, now: () => new Date() }, signal };
}
