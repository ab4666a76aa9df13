import { formatDuration } from '@/lib/time/format-duration';

type WeekTargetProps = { seconds: number; targetSeconds: number };

/** The week against what the person wants to work; a week without a target is just its total. */
export function WeekTarget({ seconds, targetSeconds }: WeekTargetProps) {
  if (targetSeconds === 0) return <p className="figures font-medium">{formatDuration(seconds)} this week</p>;
  const share = Math.min(1, seconds / targetSeconds);
  const words = `${formatDuration(seconds)} of ${formatDuration(targetSeconds)}`;
  return (
    <div className="flex items-center gap-2">
      <div
        role="progressbar"
        aria-label="Week against its target"
        aria-valuemin={0}
        aria-valuemax={targetSeconds}
        aria-valuenow={Math.min(seconds, targetSeconds)}
        aria-valuetext={words}
        className="h-1.5 w-24 overflow-hidden rounded-full bg-selected"
      >
        <div
          className={`h-full rounded-full transition-[width] duration-150 ${share === 1 ? 'bg-success' : 'bg-accent'}`}
          style={{ width: `${share * 100}%` }}
        />
      </div>
      <p className="figures whitespace-nowrap">
        <span className="font-medium">{formatDuration(seconds)}</span>
        <span className="text-muted"> of {formatDuration(targetSeconds)}</span>
      </p>
    </div>
  );
}
