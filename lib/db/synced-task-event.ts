import { newId } from '@/lib/kit/new-id';
import type { Tx } from './client';

export interface NewSyncEvent {
  taskId: string;
  runId: string | null;
  userId?: string | null;
  kind: string;
  /** JSON list of {field, from, to}. */
  changes: string;
  at: Date;
}

export async function createSyncEvents(events: NewSyncEvent[], tx: Tx): Promise<void> {
  if (events.length === 0) return;
  await tx.taskEvent.createMany({ data: events.map((event) => ({ ...event, id: newId(event.at.getTime()) })) });
}
