import type { TimeDashboard } from '@/lib/contracts/dashboard';
import type { EntryProject } from '@/lib/contracts/time-entry';
import type { Day } from '@/lib/time/local-day';

/** What runs now, on the day of its start. */
export type RunningTime = { on: Day; seconds: number; project: EntryProject };

export type LiveTime = {
  todaySeconds: number;
  weekSeconds: number;
  days: { on: Day; seconds: number }[];
  projects: { project: EntryProject; seconds: number }[];
};

/** Finished time with what runs on top, as it would be if it ended now. */
export function liveTime({ today, week, projects }: TimeDashboard, running: readonly RunningTime[]): LiveTime {
  const finished = { todaySeconds: today.seconds, weekSeconds: week.seconds, days: week.days, projects };
  return running
    .filter(({ on }) => week.days.some((day) => day.on === on))
    .reduce<LiveTime>((live, one) => withRunning(live, one, today.on), finished);
}

function withRunning(live: LiveTime, { on, seconds, project }: RunningTime, today: Day): LiveTime {
  return {
    todaySeconds: live.todaySeconds + (on === today ? seconds : 0),
    weekSeconds: live.weekSeconds + seconds,
    days: live.days.map((day) => (day.on === on ? { on, seconds: day.seconds + seconds } : day)),
    projects: withTime(live.projects, project, seconds),
  };
}

function withTime(projects: LiveTime['projects'], project: EntryProject, seconds: number): LiveTime['projects'] {
  const known = projects.some((one) => one.project.id === project.id);
  const all = known ? projects : [...projects, { project, seconds: 0 }];
  return all
    .map((one) => (one.project.id === project.id ? { ...one, seconds: one.seconds + seconds } : one))
    .sort((a, b) => b.seconds - a.seconds);
}
