import type { PersonActor } from '@/lib/auth/actor';
import type { Dashboard } from '@/lib/contracts/dashboard';
import { hasSyncedProject } from '@/lib/db/project';
import { listSyncChanges } from '@/lib/db/task-event';
import { listTasks } from './list-tasks';
import { summarizeChanges } from './summarize-changes';

const changesShown = 20;
const tasksShown = 20;

/** What the dashboard says about work. Health of connections is for admins, and comes from lib/sync. */
export async function getDashboard(
  actor: PersonActor,
): Promise<Pick<Dashboard, 'hasConnection' | 'recentChanges' | 'myTasks'>> {
  const [hasConnection, changes, mine] = await Promise.all([
    hasSyncedProject(),
    listSyncChanges(changesShown),
    listTasks(actor, {
      assignee: ['me'],
      status: ['todo', 'in_progress'],
      sourceState: 'live',
      sort: 'updated',
      limit: tasksShown,
    }),
  ]);
  return {
    hasConnection,
    recentChanges: changes.map(({ taskId, name, kind, changes: json, at }) => ({
      taskId,
      name,
      kind,
      summary: summarizeChanges(kind, JSON.parse(json)),
      at: at.toISOString(),
    })),
    myTasks: { items: mine.items, total: mine.total ?? mine.items.length },
  };
}
