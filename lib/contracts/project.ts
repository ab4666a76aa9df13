import { z } from 'zod';
import { id, instant, pageQuery } from './common';
import { sources } from './values';

export const source = z.enum(sources);
export type Source = z.infer<typeof source>;

const color = z.string().regex(/^#[0-9a-f]{6}$/i, 'Choose a colour.');
const name = z.string().trim().min(1, 'Name the project.').max(120, 'Use at most 120 characters.');
const description = z.string().trim().max(2_000, 'Use at most 2,000 characters.');

export const projectInput = z.strictObject({ name, color: color.optional(), description: description.optional() });
export type ProjectInput = z.infer<typeof projectInput>;
/** Hours are kept as seconds, money as minor units. */
const budget = z.strictObject({
  kind: z.enum(['hours', 'money']),
  amount: z.number().int().min(1, 'Enter a budget.').max(2_000_000_000, 'This is too much.'),
});
export type BudgetInput = z.infer<typeof budget>;
/** Name belongs to Linear on imported projects; colour is always the user's. Admins only: archived, billable, budget. */
export const projectChange = z
  .strictObject({
    name,
    color,
    description,
    archived: z.boolean(),
    billable: z.boolean(),
    budget: budget.nullable(),
  })
  .partial();
export type ProjectChange = z.infer<typeof projectChange>;

export const projectQuery = pageQuery.extend({
  search: z.string().trim().max(200).optional(),
  source: source.optional(),
  archived: z.enum(['true', 'false', 'all']).default('false'),
});
export type ProjectQuery = z.infer<typeof projectQuery>;

/** `used` is exact, of all time of the project. `level`: near from 80 %, over from 100 %. */
export const projectBudget = z.object({
  kind: z.enum(['hours', 'money']),
  amount: z.number().int(),
  used: z.number().int(),
  level: z.enum(['ok', 'near', 'over']),
});
export type ProjectBudget = z.infer<typeof projectBudget>;

export const project = z.object({
  id,
  name: z.string(),
  color: z.string(),
  description: z.string().nullable(),
  source,
  externalId: z.string().nullable(),
  key: z.string().nullable(),
  url: z.string().nullable(),
  connectionId: id.nullable(),
  taskCount: z.number().int(),
  openTaskCount: z.number().int(),
  /** Of `taskCount`: archived, in Linear's trash, or gone from it. */
  archivedTaskCount: z.number().int(),
  trackedSeconds: z.number().int(),
  /** Whether new time on it is billable. */
  billable: z.boolean(),
  /** A money budget is null for whoever may not see money. */
  budget: projectBudget.nullable(),
  customFields: z.record(z.string(), z.unknown()),
  archivedAt: instant.nullable(),
  createdAt: instant,
  updatedAt: instant,
});
export type Project = z.infer<typeof project>;
