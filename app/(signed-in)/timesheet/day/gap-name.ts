import { formatDuration } from '@/app/_ui/format-duration';
import type { Stretch } from '@/lib/time/day-line';

/** The words first: "1:10" alone among times of day would read as one. */
export function gapName({ start, end }: Stretch): string {
  return `Not tracked: ${formatDuration(Math.round((end - start) / 1000))}`;
}
