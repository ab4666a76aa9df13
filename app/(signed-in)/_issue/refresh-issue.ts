'use client';

import type { QueryClient } from '@tanstack/react-query';
import { keys } from '@/lib/browser/query-keys';

/** After something was written and answered: the task and its history. What Linear has is known from the answer. */
export async function refreshWritten(client: QueryClient, taskId: string): Promise<void> {
  await Promise.all([
    client.invalidateQueries({ queryKey: keys.linearWrite.writes(taskId) }),
    client.invalidateQueries({ queryKey: keys.tasks.detail(taskId) }),
  ]);
}

/** After a write whose end is not known, or was refused: Linear is asked anew too. */
export async function refreshIssue(client: QueryClient, taskId: string): Promise<void> {
  await Promise.all([
    client.invalidateQueries({ queryKey: keys.linearWrite.issue(taskId) }),
    refreshWritten(client, taskId),
  ]);
}

/** After a refusal: somebody may have closed the door meanwhile, or the team has other states and labels now. */
export async function refreshOffer(client: QueryClient): Promise<void> {
  await client.invalidateQueries({
    predicate: ({ queryKey: [room, what] }) => room === 'linear-write' && (what === 'targets' || what === 'options'),
  });
}
