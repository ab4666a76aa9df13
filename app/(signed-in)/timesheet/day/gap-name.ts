import type { Stretch } from '@/lib/time/day-line';
import { formatDuration } from '@/lib/time/format-duration';

/** The words first: "1:10" alone among times of day would read as one. */
export function gapName({ start, end }: Stretch): string {
  return `Not tracked: ${formatDuration(Math.round((end - start) / 1000))}`;
}
