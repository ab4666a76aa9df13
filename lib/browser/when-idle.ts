import 'client-only';

const patienceMilliseconds = 2_000;

/** Runs `work` once the page has nothing better to do; gives back the way to call it off. */
export function whenIdle(work: () => void): () => void {
  // Safari has no idle callbacks yet.
  if (typeof requestIdleCallback === 'undefined') {
    const timer = setTimeout(work, patienceMilliseconds / 2);
    return () => clearTimeout(timer);
  }
  const handle = requestIdleCallback(work, { timeout: patienceMilliseconds });
  return () => cancelIdleCallback(handle);
}
