import type { PersonActor } from '@/lib/auth/actor';
import type { TimeDashboard } from '@/lib/contracts/dashboard';
import type { TimeEntry } from '@/lib/contracts/time-entry';
import { listProjects } from '@/lib/db/project';
import { type DaySum, getReviews, listDaySums } from '@/lib/db/time-sums';
import { addDays, listDays, localDay, startOfWeek } from '@/lib/time/local-day';
import { listBudgetsNearEnd } from './budgets';
import { listEntries } from './list-entries';
import { listRecent } from './quick-tasks';

const recentCount = 6;
const mostRunning = 200;

/** What the dashboard says about time: one's own, and for admins what runs everywhere. */
export async function getTimeDashboard(actor: PersonActor, now: Date): Promise<TimeDashboard> {
  const { userId, timeZone, weekStart, weekTargetMinutes } = actor;
  const today = localDay(now, timeZone);
  const weekOn = startOfWeek(today, weekStart);
  const lastOn = addDays(weekOn, 6);
  const [sums, running, recent, budgets, reviews] = await Promise.all([
    listDaySums({ userId, from: weekOn, to: lastOn }),
    listRunning(actor),
    listRecent(actor, recentCount),
    listBudgetsNearEnd(actor),
    getReviews(userId),
  ]);
  const days = listDays(weekOn, lastOn).map((on) => ({ on, seconds: total(sums.filter((sum) => sum.on === on)) }));
  return {
    today: { on: today, seconds: days.find(({ on }) => on === today)?.seconds ?? 0 },
    week: { weekOn, seconds: total(sums), targetSeconds: weekTargetMinutes * 60, days },
    projects: await byProject(sums),
    running,
    recent,
    budgets,
    reviewCount: reviews.count,
    reviewOn: reviews.lastOn,
  };
}

async function listRunning(actor: PersonActor): Promise<TimeEntry[]> {
  if (actor.role !== 'admin') return [];
  return (await listEntries(actor, { userId: ['all'], running: 'true', limit: mostRunning })).items;
}

async function byProject(sums: readonly DaySum[]): Promise<TimeDashboard['projects']> {
  const projects = await listProjects([...new Set(sums.map(({ projectId }) => projectId))]);
  return projects
    .map(({ id, name, color }) => ({
      project: { id, name, color },
      seconds: total(sums.filter(({ projectId }) => projectId === id)),
    }))
    .filter(({ seconds }) => seconds > 0)
    .sort((a, b) => b.seconds - a.seconds || a.project.name.localeCompare(b.project.name));
}

function total(sums: readonly { seconds: number }[]): number {
  return sums.reduce((all, { seconds }) => all + seconds, 0);
}
