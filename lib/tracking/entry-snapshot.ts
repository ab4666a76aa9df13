import { z } from 'zod';
import type { TimeEntryRow } from '@/lib/db/time-entry';

const stamp = z.iso.datetime().transform((text) => new Date(text));

const named = z.object({ name: z.string() });

/** What the history keeps of a deleted entry, so that it can come back. */
const entrySnapshot = z.object({
  id: z.string(),
  userId: z.string(),
  taskId: z.string().nullable(),
  projectId: z.string(),
  madeInProjectId: z.string(),
  /** Their names then: what they had is found by id. */
  task: named.nullable(),
  project: named,
  startedAt: stamp.nullable(),
  endedAt: stamp.nullable(),
  on: z.string(),
  timeZone: z.string(),
  durationSeconds: z.number().int(),
  description: z.string(),
  billable: z.boolean(),
  /** JSON, as stored. */
  tags: z.string(),
  rate: z.number().int().nullable(),
  source: z.string(),
  review: z.string().nullable(),
  askAt: stamp.nullable(),
  createdAt: stamp,
});
export type EntrySnapshot = z.infer<typeof entrySnapshot>;

export function writeSnapshot(row: TimeEntryRow): string {
  return JSON.stringify(row);
}

export function readSnapshot(text: string): EntrySnapshot {
  return entrySnapshot.parse(JSON.parse(text));
}
