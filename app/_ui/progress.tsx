import type { ReactNode } from 'react';
import { cn } from './cn';
import { formatCount, formatPercent } from './format-number';

const tones = {
  accent: 'bg-accent',
  success: 'bg-success',
  warning: 'bg-warning',
  danger: 'bg-danger',
  neutral: 'bg-control',
};

type ProgressProps = {
  /** What is under way: "Importing ENG". */
  label: string;
  value: number;
  /** Null while it is not known yet: the bar then moves without a measure. */
  max: number | null;
  /** After the counts, such as "about 2 min left". */
  detail?: ReactNode;
  tone?: keyof typeof tones | undefined;
  /** Keeps the words for screen readers only. */
  barOnly?: boolean | undefined;
  className?: string | undefined | undefined;
};

export function Progress(props: ProgressProps) {
  const { label, value, max, detail, tone = 'accent', barOnly = false, className } = props;
  const ratio = max === null ? null : max === 0 ? 1 : Math.min(1, value / max);
  const counts = max === null ? formatCount(value) : `${formatCount(value)} of ${formatCount(max)}`;
  return (
    <div className={cn('flex min-w-0 flex-col gap-1', className)}>
      <div className={barOnly ? 'sr-only' : 'flex items-baseline justify-between gap-3 text-xs'}>
        <span className="min-w-0 truncate text-ink">{label}</span>
        <span className="figures shrink-0 text-muted">
          {counts}
          {ratio !== null && ` (${formatPercent(ratio)})`}
          {detail && <> · {detail}</>}
        </span>
      </div>
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={max ?? undefined}
        aria-valuenow={max === null ? undefined : value}
        aria-valuetext={counts}
        className="h-1.5 overflow-hidden rounded-full bg-selected"
      >
        <div
          className={cn(
            'h-full rounded-full transition-[width] duration-150',
            tones[tone],
            ratio === null && 'w-2/5 animate-indeterminate',
          )}
          style={ratio === null ? undefined : { width: `${ratio * 100}%` }}
        />
      </div>
    </div>
  );
}
