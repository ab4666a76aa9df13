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

function toQuickItem({ task, project, description, startedAt, createdAt }: RecentEntry): QuickItem {
  return {
    task: task && { ...task, status: taskStatus.parse(task.status), sourceState: sourceState.parse(task.sourceState) },
    project,
    description,
    lastAt: (startedAt ?? createdAt).toISOString(),
  };
}
