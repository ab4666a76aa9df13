'use client';

import { useTimeZone } from '@/app/_ui/time-zone-context';
import { useElapsed } from '@/app/(signed-in)/_timer/use-elapsed';
import { useShownEntry } from '@/app/(signed-in)/_timer/use-shown-entry';
import type { ShownEntry } from '@/lib/browser/shown-timer';
import type { TimeDashboard } from '@/lib/contracts/dashboard';
import { localDay } from '@/lib/time/local-day';
import { liveTime, type RunningTime } from './live-time';
import { useJustEnded } from './use-just-ended';
import { WeekPanel } from './week-panel';
import { WeekProjects } from './week-projects';

type MyTimeProps = { time: TimeDashboard; updatedAt: number; part: 'week' | 'projects' };

/** Today, this week and its projects, with the running timer counted in. */
export function MyTime({ updatedAt, ...props }: MyTimeProps) {
  const running = useShownEntry();
  const timeZone = useTimeZone();
  const over = useJustEnded(running, updatedAt).map(({ entry, seconds }) => runningTime(entry, seconds, timeZone));
  if (running === null) return <Part {...props} running={over} isRunning={false} />;
  return <Counting {...props} entry={running} over={over} />;
}

type PartProps = Omit<MyTimeProps, 'updatedAt'>;

function Counting({ entry, over, ...props }: PartProps & { entry: ShownEntry; over: RunningTime[] }) {
  const now = runningTime(entry, useElapsed(entry.startedAt), useTimeZone());
  return <Part {...props} running={[...over, now]} isRunning />;
}

function Part({ time, part, running, isRunning }: PartProps & { running: RunningTime[]; isRunning: boolean }) {
  const live = liveTime(time, running);
  if (part === 'projects') return <WeekProjects projects={live.projects} />;
  return <WeekPanel time={time} live={live} isRunning={isRunning} />;
}

function runningTime({ startedAt, project }: ShownEntry, seconds: number, timeZone: string): RunningTime {
  return { on: localDay(new Date(startedAt), timeZone), seconds, project };
}
