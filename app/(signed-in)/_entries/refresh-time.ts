'use client';

import type { QueryClient } from '@tanstack/react-query';
import { keys } from '@/lib/browser/query-keys';

/** After time was written: whatever shows it, and the totals of tasks and projects. */
export async function refreshTime(client: QueryClient): Promise<void> {
  await Promise.all([
    client.invalidateQueries({ queryKey: keys.time.all }),
    client.invalidateQueries({ queryKey: keys.tasks.all }),
    client.invalidateQueries({ queryKey: keys.projects.all }),
    client.invalidateQueries({ queryKey: keys.dashboard }),
  ]);
}
