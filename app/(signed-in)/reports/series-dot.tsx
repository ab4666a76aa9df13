import { cn } from '@/app/_ui/cn';
import { readable, type ShownColor } from './report-colors';

type SeriesDotProps = { color: ShownColor | string; className?: string | undefined };

/** A row's colour, as the bars have it. Its name stands beside it. */
export function SeriesDot({ color, className }: SeriesDotProps) {
  return (
    <span
      aria-hidden
      style={toneOf(typeof color === 'string' ? readable(color) : color)}
      className={cn('inline-block size-2.5 shrink-0 rounded-[3px] bg-(--tone) dark:bg-(--tone-dark)', className)}
    />
  );
}

/** For `bg-(--tone) dark:bg-(--tone-dark)` and their like. */
export function toneOf({ light, dark }: ShownColor): Record<`--${string}`, string> {
  return { '--tone': light, '--tone-dark': dark };
}
