import 'client-only';

const doors = ['/sign-in', '/setup', '/join', '/shared'];

/** Leaves for the sign-in screen and remembers the way back; does nothing on a screen in front of the door. */
export function goToSignIn(): void {
  const { pathname, search } = window.location;
  if (doors.some((door) => pathname === door || pathname.startsWith(`${door}/`))) return;
  const next = pathname === '/' ? '' : `?next=${encodeURIComponent(pathname + search)}`;
  // A full load, so that nothing of the old session stays in memory.
  window.location.assign(`/sign-in${next}`);
}
