import { TriangleAlert } from 'lucide-react';
import Link from 'next/link';
import { ButtonLink } from '@/app/_ui/button-link';
import { cn } from '@/app/_ui/cn';
import { Panel } from '@/app/_ui/panel';
import { Section } from '@/app/_ui/section';
import { dayName, shortDay } from '@/app/(signed-in)/timesheet/week-words';
import type { TimeDashboard } from '@/lib/contracts/dashboard';
import { formatDuration } from '@/lib/time/format-duration';
import type { LiveTime } from './live-time';

type WeekPanelProps = { time: TimeDashboard; live: LiveTime; isRunning: boolean };

export function WeekPanel({ time, live, isRunning }: WeekPanelProps) {
  return (
    <Section
      title="Your time"
      actions={
        <ButtonLink href="/timesheet" size="sm" variant="ghost" className="-my-1 pointer-coarse:-my-3">
          Timesheet
        </ButtonLink>
      }
    >
      <Panel className="flex flex-col gap-4">
        <div className="flex flex-wrap items-end gap-x-8 gap-y-5">
          <div className="flex flex-1 basis-52 flex-col gap-3">
            <dl className="flex gap-8">
              <Figure name="Today" seconds={live.todaySeconds} isRunning={isRunning} />
              <Figure name="This week" seconds={live.weekSeconds} />
            </dl>
            <Target seconds={live.weekSeconds} targetSeconds={time.week.targetSeconds} />
          </div>
          <Days days={live.days} today={time.today.on} targetSeconds={time.week.targetSeconds} />
        </div>
        <Review count={time.reviewCount} on={time.reviewOn} />
      </Panel>
    </Section>
  );
}

function Figure({ name, seconds, isRunning = false }: { name: string; seconds: number; isRunning?: boolean }) {
  return (
    <div className="flex flex-col">
      <dt className="flex items-center gap-1.5 text-muted text-xs">
        {name}
        {isRunning && (
          <span
            role="img"
            aria-label="A timer is running"
            className="size-1.5 animate-pulse rounded-full bg-accent motion-reduce:animate-none"
          />
        )}
      </dt>
      <dd className="figures font-semibold text-2xl text-ink">{formatDuration(seconds)}</dd>
    </div>
  );
}

function Target({ seconds, targetSeconds }: { seconds: number; targetSeconds: number }) {
  if (targetSeconds === 0) return null;
  const share = Math.min(1, seconds / targetSeconds);
  const rest = targetSeconds - seconds;
  const words = rest > 0 ? `${formatDuration(rest)} to go` : 'reached';
  return (
    <div className="flex flex-col gap-1.5">
      <div
        role="progressbar"
        aria-label="This week against its target"
        aria-valuemin={0}
        aria-valuemax={targetSeconds}
        aria-valuenow={Math.min(seconds, targetSeconds)}
        aria-valuetext={`${formatDuration(seconds)} of ${formatDuration(targetSeconds)}`}
        className="h-1.5 overflow-hidden rounded-full bg-selected"
      >
        <div
          className={cn('h-full rounded-full', share === 1 ? 'bg-success' : 'bg-accent')}
          style={{ width: `${share * 100}%` }}
        />
      </div>
      <p className="figures text-muted text-xs">
        Target {formatDuration(targetSeconds)} · {words}
      </p>
    </div>
  );
}

const workingDays = 5;

/** The taller, the more; as tall as the box: a day's share of the target, or the longest day. */
function Days({ days, today, targetSeconds }: { days: LiveTime['days']; today: string; targetSeconds: number }) {
  const tallest = Math.max(targetSeconds / workingDays, ...days.map(({ seconds }) => seconds), 1);
  return (
    <ol aria-label="This week by day" className="flex flex-1 basis-72 gap-1.5">
      {days.map(({ on, seconds }) => (
        <li key={on} className="flex min-w-0 flex-1 flex-col items-center gap-1 text-2xs">
          <span className="sr-only">
            {dayName(on)}: {formatDuration(seconds)}
          </span>
          <span aria-hidden className="figures h-4 text-muted">
            {seconds > 0 ? formatDuration(seconds) : ''}
          </span>
          <span aria-hidden className="flex h-14 w-full items-end rounded-sm bg-subtle">
            <span
              className={cn('w-full rounded-sm', on === today ? 'bg-accent' : 'bg-accent/70')}
              style={{ height: `${(seconds / tallest) * 100}%` }}
            />
          </span>
          <span aria-hidden className={cn(on === today ? 'font-semibold text-ink' : 'text-faint')}>
            {shortDay(on).weekday}
          </span>
        </li>
      ))}
    </ol>
  );
}

function Review({ count, on }: { count: number; on: string | null }) {
  if (count === 0 || on === null) return null;
  return (
    <p className="flex items-center gap-2 text-ink text-sm">
      <TriangleAlert aria-hidden className="size-4 shrink-0 text-warning" />
      <span>
        {count === 1 ? 'One entry was' : `${count} entries were`} stopped by Trackline.{' '}
        <Link href={`/timesheet/day?on=${on}`} className="rounded-sm font-medium underline underline-offset-2">
          {count === 1 ? 'Check it' : 'Check the newest'}
        </Link>
      </span>
    </p>
  );
}
