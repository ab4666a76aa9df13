const doors = /^\/(sign-in|setup|join|api)(\/|$)/;

/**
 * The path to go to after signing in: `next` when it names a page of ours, else `fallback`. `next` comes from the
 * address bar, so anybody can have written it: `//host`, `/\host` and `/.//host` all leave the site.
 */
export function ownPath(next: string | null | undefined, fallback: string): string {
  if (!next?.startsWith('/')) return fallback;
  const own = 'http://own.invalid';
  if (!URL.canParse(next, own)) return fallback;
  const { origin, pathname, search, hash } = new URL(next, own);
  if (origin !== own || pathname.startsWith('//') || doors.test(pathname)) return fallback;
  return pathname + search + hash;
}
