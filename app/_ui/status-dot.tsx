import type { ReactNode } from 'react';
import { cn } from './cn';
import type { Tone } from './tones';

const tones: Record<Tone, string> = {
  neutral: 'bg-control',
  accent: 'bg-accent',
  info: 'bg-info',
  success: 'bg-success',
  warning: 'bg-warning',
  danger: 'bg-danger',
};

type StatusDotProps = {
  tone?: Tone | undefined;
  /** A colour from outside, such as a Linear state's or a project's; wins over the tone. */
  color?: string | null | undefined;
  /** A soft pulse: something is under way. */
  pulse?: boolean | undefined;
  className?: string | undefined | undefined;
  /** The status in words: a colour alone says nothing to many. */
  children: ReactNode;
};

export function StatusDot({ tone = 'neutral', color, pulse, className, children }: StatusDotProps) {
  return (
    <span className={cn('inline-flex min-w-0 items-center gap-1.5', className)}>
      <span
        aria-hidden
        className={cn('size-2 shrink-0 rounded-full', !color && tones[tone], pulse && 'animate-pulse')}
        style={color ? { backgroundColor: color } : undefined}
      />
      <span className="truncate">{children}</span>
    </span>
  );
}
