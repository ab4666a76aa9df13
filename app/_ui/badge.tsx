import type { ReactNode } from 'react';
import { cn } from './cn';
import type { Tone } from './tones';

const tones: Record<Tone, string> = {
  neutral: 'bg-hover text-muted',
  accent: 'bg-accent-subtle text-accent-text',
  info: 'bg-info-subtle text-info',
  success: 'bg-success-subtle text-success',
  warning: 'bg-warning-subtle text-warning',
  danger: 'bg-danger-subtle text-danger',
};

type BadgeProps = {
  tone?: Tone | undefined;
  icon?: ReactNode;
  className?: string | undefined | undefined;
  children: ReactNode;
};

export function Badge({ tone = 'neutral', icon, className, children }: BadgeProps) {
  return (
    <span
      className={cn(
        'inline-flex h-5 max-w-full shrink-0 items-center gap-1 rounded-sm px-1.5 font-medium text-xs [&_svg]:size-3.5',
        tones[tone],
        className,
      )}
    >
      {icon}
      <span className="truncate">{children}</span>
    </span>
  );
}
