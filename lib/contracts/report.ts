import { z } from 'zod';
import { day, dayInput, id, instant, many, pageQuery } from './common';
import { rounding } from './installation';
import { taskStatus } from './task';
import { reportGroups, reportRanges } from './values';

export const reportGroup = z.enum(reportGroups);
export type ReportGroup = z.infer<typeof reportGroup>;
export const reportRange = z.enum(reportRanges);
export type ReportRange = z.infer<typeof reportRange>;

/**
 * A named range, or `from` and `to`, both included; the default is this week. Members see their own time only. `cycle`,
 * `team` and `linearProject` are Linear's ids as the options call gives them; `assignee` an e-mail or `none`.
 */
const fields = {
  range: reportRange,
  from: dayInput,
  to: dayInput,
  userId: many(id),
  projectId: many(id),
  taskId: many(id),
  team: many(z.string().max(64)),
  linearProject: many(z.string().max(64)),
  cycle: many(z.string().max(64)),
  label: many(z.string().max(200)),
  assignee: many(z.string().max(320)),
  status: many(taskStatus),
  tag: many(z.string().max(50)),
  billable: z.enum(['true', 'false']),
  /** One or two, the outer first; default project. */
  groupBy: z.preprocess(
    (value) => (typeof value === 'string' ? value.split(',') : value),
    z.array(reportGroup).min(1).max(2),
  ),
  /** exact: without the installation's rounding. */
  rounding: z.enum(['installation', 'exact']),
};
export const reportQuery = z
  .strictObject(fields)
  .partial()
  .refine(({ from, to }) => (from === undefined) === (to === undefined), {
    path: ['to'],
    message: 'Give both days, or neither.',
  })
  .refine(({ from, to }) => from === undefined || to === undefined || from <= to, {
    path: ['to'],
    message: 'The last day is before the first.',
  });
export type ReportQuery = z.infer<typeof reportQuery>;

const sums = {
  /** After rounding; the same however the report is grouped. */
  seconds: z.number().int(),
  exactSeconds: z.number().int(),
  billableSeconds: z.number().int(),
  /** Minor units; null for whoever may not see money. */
  amount: z.number().int().nullable(),
  entries: z.number().int(),
};
export const reportSums = z.object(sums);
export type ReportSums = z.infer<typeof reportSums>;

const group = z.object({
  /** Id, day, first day of the week, month (2026-11), or name; empty for "none". */
  key: z.string(),
  label: z.string(),
  color: z.string().nullable(),
  /** Of a task: Linear's points. */
  estimate: z.number().nullable(),
  ...sums,
});
export const reportRow = group.extend({ groups: z.array(group).nullable() });
export type ReportRow = z.infer<typeof reportRow>;
export type ReportSubRow = z.infer<typeof group>;

export const reportSummary = z.object({
  from: day,
  to: day,
  groupBy: z.array(reportGroup),
  rounding,
  currency: z.string(),
  currencyDigits: z.number().int(),
  rows: z.array(reportRow),
  total: reportSums,
  /**
   * By day, week or month, as the length of the range asks; also where there is no time. `parts` by the key of the first
   * grouping that is not time: the eight largest, and `other`. Empty where all groupings are time.
   */
  bars: z.object({
    unit: z.enum(['day', 'week', 'month']),
    items: z.array(z.object({ on: day, seconds: z.number().int(), parts: z.record(z.string(), z.number().int()) })),
  }),
});
export type ReportSummary = z.infer<typeof reportSummary>;

/** `groupKey`, and `subKey` with two groupings: only what one row is made of. */
export const reportEntriesQuery = reportQuery.safeExtend({
  limit: pageQuery.shape.limit,
  cursor: pageQuery.shape.cursor,
  groupKey: z.string().max(2_000).optional(),
  subKey: z.string().max(2_000).optional(),
});
export type ReportEntriesQuery = z.infer<typeof reportEntriesQuery>;

const option = z.object({ id: z.string(), name: z.string(), hint: z.string().nullable() });
/** What reports can be filtered by. */
export const reportOptions = z.object({
  people: z.array(option),
  projects: z.array(option.extend({ color: z.string() })),
  teams: z.array(option),
  linearProjects: z.array(option),
  /** With their days where Linear gave them. */
  cycles: z.array(option.extend({ from: day.nullable(), to: day.nullable() })),
  labels: z.array(option),
  assignees: z.array(option),
  tags: z.array(option),
});
export type ReportOptions = z.infer<typeof reportOptions>;

export const exportFormat = z.enum(['csv', 'xlsx', 'pdf']);
export type ExportFormat = z.infer<typeof exportFormat>;
/** summary: the table as it is shown. entries: every entry behind it. */
export const exportQuery = reportQuery.safeExtend({
  format: exportFormat,
  detail: z.enum(['summary', 'entries']).default('summary'),
});

/** A link shows the table, and no entries. */
export const sharedExportQuery = z.strictObject({ format: exportFormat });

const viewName = z.string().trim().min(1, 'Name the view.').max(80, 'Use at most 80 characters.');
export const reportViewInput = z.strictObject({ name: viewName, query: reportQuery });
export type ReportViewInput = z.infer<typeof reportViewInput>;
export const reportViewChange = reportViewInput.partial();
export type ReportViewChange = z.infer<typeof reportViewChange>;
export const reportView = z.object({
  id,
  name: z.string(),
  query: reportQuery,
  createdAt: instant,
  updatedAt: instant,
});
export type ReportView = z.infer<typeof reportView>;
export const reportViewList = z.object({ items: z.array(reportView) });

export const reportShareInput = z.strictObject({
  name: viewName,
  query: reportQuery,
  showsMoney: z.boolean().default(false),
  expiresAt: instant.nullable().optional(),
});
export type ReportShareInput = z.input<typeof reportShareInput>;
export const reportShare = z.object({
  id,
  name: z.string(),
  query: reportQuery,
  showsMoney: z.boolean(),
  expiresAt: instant.nullable(),
  lastOpenedAt: instant.nullable(),
  createdBy: z.string(),
  createdAt: instant,
});
export type ReportShare = z.infer<typeof reportShare>;
export const reportShareList = z.object({ items: z.array(reportShare) });
/** `url` is answered once: only the hash of its token is stored. */
export const newReportShare = reportShare.extend({ url: z.string() });
export type NewReportShare = z.infer<typeof newReportShare>;
export const sharedReport = z.object({ name: z.string(), expiresAt: instant.nullable(), report: reportSummary });
export type SharedReport = z.infer<typeof sharedReport>;
