import 'client-only';

const doors = ['/sign-in', '/setup', '/join', '/shared'];

let isSigningOut = false;

/** While somebody signs out, late requests are refused: they must not ask for a way back to where the person left. */
export function setSigningOut(isSo: boolean): void {
  isSigningOut = isSo;
}

/** Leaves for the sign-in screen and remembers the way back; does nothing on a screen in front of the door. */
export function goToSignIn(): void {
  if (isSigningOut) return;
  const { pathname, search } = window.location;
  if (doors.some((door) => pathname === door || pathname.startsWith(`${door}/`))) return;
  const next = pathname === '/' ? '' : `?next=${encodeURIComponent(pathname + search)}`;
  // A full load, so that nothing of the old session stays in memory.
  window.location.assign(`/sign-in${next}`);
}
