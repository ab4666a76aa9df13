/**
 * The last address is the one that the nearest hop saw: a proxy appends it, Next sets it when there is no proxy.
 * Without a proxy a client can make it up, so what is counted by it must be counted by something else too, or be
 * beyond guessing.
 */
export function addressOf(headers: Headers): string {
  return headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() || 'unknown';
}
