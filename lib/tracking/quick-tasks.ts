import type { PersonActor } from '@/lib/auth/actor';
import { sourceState, taskStatus } from '@/lib/contracts/task';
import type { QuickItem, QuickTasks } from '@/lib/contracts/timer';
import { listPinnedTaskIds } from '@/lib/db/pinned-task';
import { listRecentEntries, type RecentEntry } from '@/lib/db/recent-entry';
import { listTasks } from '@/lib/db/task';
import { toTasks } from './to-task';

const recentCount = 10;

/** What this person has had time on lately, each task and project once, and what they have pinned. */
export async function getQuickTasks(actor: PersonActor): Promise<QuickTasks> {
  const [recent, pinnedIds] = await Promise.all([listRecent(actor, recentCount), listPinnedTaskIds(actor.userId)]);
  return { recent, pinned: await toTasks(await listTasks(pinnedIds)) };
}

export async function listRecent({ userId }: PersonActor, limit: number): Promise<QuickItem[]> {
  return (await listRecentEntries(userId, limit)).map(toQuickItem);
}

function toQuickItem({ task, project, description, ...entry }: RecentEntry): QuickItem {
  return {
    task: task && { ...task, status: taskStatus.parse(task.status), sourceState: sourceState.parse(task.sourceState) },
    project,
    description,
    lastAt: lastMoment(entry).toISOString(),
  };
}

/** As the list is ordered, see lib/db/recent-entry.ts. */
function lastMoment({ startedAt, on, createdAt }: Pick<RecentEntry, 'startedAt' | 'on' | 'createdAt'>): Date {
  const endOfDay = new Date(`${on}T23:59:59Z`);
  return startedAt ?? (createdAt < endOfDay ? createdAt : endOfDay);
}
