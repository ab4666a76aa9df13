import { z } from 'zod';
import { id, instant } from './common';

/** The tracked time that a connection's issues carry at Linear, and how sending it is doing. */
export const timeOnIssuesView = z.object({
  /** removing: it is switched off, and what was sent is being taken away at Linear. */
  state: z.enum(['off', 'on', 'removing']),
  /** Issues that carry it at Linear, as far as is known. */
  issues: z.number().int(),
  /** To be sent, or to be removed. */
  waiting: z.number().int(),
  failed: z.number().int(),
  /** The newest of them. `triedAgainAt` null: not before its time changes. */
  failures: z.array(
    z.object({
      taskId: id,
      identifier: z.string().nullable(),
      title: z.string(),
      message: z.string(),
      triedAgainAt: instant.nullable(),
    }),
  ),
  lastSentAt: instant.nullable(),
  /** Why nothing is sent, or could not be switched on, and what to do. */
  problem: z.object({ code: z.string(), message: z.string(), hint: z.string() }).nullable(),
});
export type TimeOnIssuesView = z.infer<typeof timeOnIssuesView>;
