/** 7500 -> "2:05": hours and minutes, as in every list and total. */
export function formatDuration(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}

/** 7507 -> "2:05:07": what is counting. */
export function formatClock(seconds: number): string {
  return `${formatDuration(seconds)}:${String(Math.floor(seconds) % 60).padStart(2, '0')}`;
}
