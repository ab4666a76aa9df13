import { z } from 'zod';
import { day, dayInput, id, instant } from './common';
import { rateKinds } from './values';

export const rateKind = z.enum(rateKinds);
export type RateKind = z.infer<typeof rateKind>;

/** The nearest wins: task, then project, then person, then the installation's. */
export const rate = z.object({
  id,
  kind: rateKind,
  /** Of the task, project or person; empty for the installation. */
  subjectId: z.string(),
  /** Minor units an hour; null: from this day on the next kind counts. */
  amount: z.number().int().nullable(),
  effectiveFrom: day,
  createdBy: z.string(),
  createdAt: instant,
});
export type Rate = z.infer<typeof rate>;

export const rateQuery = z.strictObject({ kind: rateKind, subjectId: id.optional() });
export type RateQuery = z.infer<typeof rateQuery>;
/** Newest first. */
export const rateList = z.object({ items: z.array(rate) });

/**
 * Time that is there keeps its rate, unless `applyToExisting`: then unlocked time since `effectiveFrom`, for which this
 * rate is the nearest, takes it.
 */
export const rateInput = z
  .strictObject({
    kind: rateKind,
    subjectId: id.optional(),
    amount: z.number().int().min(0, 'Enter an amount.').max(100_000_000, 'This is too much.').nullable(),
    effectiveFrom: dayInput,
    applyToExisting: z.boolean().default(false),
  })
  .refine(({ kind, subjectId }) => (kind === 'installation') === (subjectId === undefined), {
    path: ['subjectId'],
    message: 'Say whose rate it is.',
  });
export type RateInput = z.input<typeof rateInput>;
/** `changedEntries`: how many took it. */
export const rateSaved = z.object({ rate, changedEntries: z.number().int() });
export type RateSaved = z.infer<typeof rateSaved>;
