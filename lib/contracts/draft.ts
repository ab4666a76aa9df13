import { z } from 'zod';
import { addDays } from '@/lib/time/local-day';
import { day, dayInput, id, instant } from './common';

/** Reconstruct my week: entries that Linear's history suggests for untracked hours. Never saved without a yes. */

export const draftDaysLimit = 31;

export const draftQuery = z
  .strictObject({ from: dayInput, to: dayInput })
  .refine(({ from, to }) => from <= to, { path: ['to'], message: 'The last day is before the first.' })
  .refine(({ from, to }) => to < addDays(from, draftDaysLimit), {
    path: ['to'],
    message: `Ask for at most ${draftDaysLimit} days.`,
  });
export type DraftQuery = z.infer<typeof draftQuery>;

export const draftReason = z.object({
  kind: z.enum(['in_progress', 'assigned', 'commented']),
  /** When it was so; instants of Linear's history. */
  from: instant,
  to: instant.nullable(),
  /** "In progress Tue 10:05 to 12:40, nothing logged" */
  text: z.string(),
});

export const draftEntry = z.object({
  /** The same for the same draft: of task and start. */
  id: z.string(),
  on: day,
  startedAt: instant,
  endedAt: instant,
  durationSeconds: z.number().int(),
  task: z.object({
    id,
    identifier: z.string(),
    name: z.string(),
    project: z.object({ id, name: z.string(), color: z.string() }),
  }),
  reasons: z.array(draftReason),
});
export type DraftEntry = z.infer<typeof draftEntry>;

export const drafts = z.object({
  items: z.array(draftEntry),
  /** Whom Linear's history was read for. Null: nobody at Linear has the person's e-mail address. */
  linearUser: z.object({ id: z.string(), name: z.string() }).nullable(),
  /** Days that were left out: locked, or in the future. */
  skippedDays: z.array(day),
  timeZone: z.string(),
  /** 0: there is no history to read. */
  connectionCount: z.number().int(),
  /** Workspaces whose history could not be read, while another one's could. */
  troubles: z.array(z.object({ connection: z.string(), code: z.string(), message: z.string(), hint: z.string() })),
  /** More happened in these days than is read at once: something may be missing. */
  isPartial: z.boolean(),
});
export type Drafts = z.infer<typeof drafts>;

/** Accepted as they are or trimmed; all or none are saved. */
export const draftAcceptInput = z.strictObject({
  items: z
    .array(
      z.strictObject({
        taskId: id,
        startedAt: instant,
        endedAt: instant,
        description: z.string().max(2_000).optional(),
      }),
    )
    .min(1)
    .max(200),
});
export type DraftAcceptInput = z.infer<typeof draftAcceptInput>;
