/** How far the server's clock is ahead of the browser's, give or take `doubtMs`. */
export interface Clock {
  offsetMs: number;
  doubtMs: number;
}

let clock: Clock | null = null;

/** What an answer that says `now` tells of the server's clock. It was asked and came at these browser times. */
export function noteServerTime(now: string, askedAt: number, cameAt: number): void {
  clock = betterClock(clock, readClock(Date.parse(now), askedAt, cameAt));
}

/** The server's time, as well as it is known. The browser's clock may be hours off, and may be changed at any time. */
export function serverNow(): number {
  return Date.now() + (clock?.offsetMs ?? 0);
}

/** The server read its clock somewhere between the question and the answer. */
export function readClock(serverTime: number, askedAt: number, cameAt: number): Clock {
  const doubtMs = Math.max(0, cameAt - askedAt) / 2;
  return { offsetMs: serverTime - (askedAt + doubtMs), doubtMs };
}

/** Of two that can both be right, the one with less doubt, so that no slow answer makes the seconds jump. */
export function betterClock(known: Clock | null, seen: Clock): Clock {
  if (known === null) return seen;
  const canBothBeRight = Math.abs(known.offsetMs - seen.offsetMs) <= known.doubtMs + seen.doubtMs;
  return canBothBeRight && known.doubtMs <= seen.doubtMs ? known : seen;
}
