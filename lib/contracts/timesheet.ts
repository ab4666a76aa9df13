import { z } from 'zod';
import { day, dayInput, id } from './common';
import { rounding } from './installation';
import { entryProject, entryTask } from './time-entry';
import { longestEntrySeconds } from './values';

/** `week`: any day of it; default this week. `userId`: somebody else's, admins only. */
export const timesheetQuery = z.strictObject({ week: dayInput, userId: id }).partial();
export type TimesheetQuery = z.infer<typeof timesheetQuery>;

export const timesheetCell = z.object({
  on: day,
  seconds: z.number().int(),
  /** Of `seconds`: from entries with start and end. Typing into the cell cannot go below them. */
  timedSeconds: z.number().int(),
  entryCount: z.number().int(),
  isRunning: z.boolean(),
});
export type TimesheetCell = z.infer<typeof timesheetCell>;
export const timesheetRow = z.object({
  /** Null: time on the project alone. */
  task: entryTask.nullable(),
  project: entryProject,
  /** One for each of the seven days, in order. */
  cells: z.array(timesheetCell),
  seconds: z.number().int(),
});
export type TimesheetRow = z.infer<typeof timesheetRow>;
export const timesheet = z.object({
  /** Whose week it is; their week start, zone and target hold. */
  user: z.object({ id, name: z.string() }),
  weekOn: day,
  /** Where they are now. No time can be put on later days. */
  today: day,
  /** Days before this one are locked. */
  lockBefore: day.nullable(),
  /** What `roundedSeconds` follows. */
  rounding,
  days: z.array(
    z.object({ on: day, seconds: z.number().int(), roundedSeconds: z.number().int(), isLocked: z.boolean() }),
  ),
  rows: z.array(timesheetRow),
  seconds: z.number().int(),
  roundedSeconds: z.number().int(),
  targetSeconds: z.number().int(),
});
export type Timesheet = z.infer<typeof timesheet>;

const subject = { taskId: id.optional(), projectId: id.optional() };
const oneSubject = ({ taskId, projectId }: { taskId?: unknown; projectId?: unknown }) =>
  (taskId === undefined) !== (projectId === undefined);
const chooseOne = { path: ['taskId'], message: 'Choose a task, or a project.' };

/** What the cell shall hold in all; 0 empties it of what was typed. */
export const timesheetCellInput = z
  .strictObject({
    ...subject,
    userId: id.optional(),
    on: dayInput,
    seconds: z
      .number('Enter a duration, like 1h 30m.')
      .int('Durations are whole seconds.')
      .min(0, 'Enter a duration, like 1h 30m.')
      .max(longestEntrySeconds, 'A day has at most 24 hours.'),
  })
  .refine(oneSubject, chooseOne);
export type TimesheetCellInput = z.infer<typeof timesheetCellInput>;

/** `deletedEntryIds`: what had nothing left, so that it can be restored. */
export const timesheetCellSaved = z.object({ cell: timesheetCell, deletedEntryIds: z.array(id) });
export type TimesheetCellSaved = z.infer<typeof timesheetCellSaved>;

/** `week`: any day of it. */
export const timesheetRowInput = z
  .strictObject({ ...subject, userId: id.optional(), week: dayInput })
  .refine(oneSubject, chooseOne);
export type TimesheetRowInput = z.infer<typeof timesheetRowInput>;

/** rows: those of the week before, empty. hours: with their durations, where the day has none of that row yet. */
export const timesheetCopyInput = z.strictObject({
  week: dayInput,
  userId: id.optional(),
  what: z.enum(['rows', 'hours']),
});
export type TimesheetCopyInput = z.infer<typeof timesheetCopyInput>;
/** `entryIds`: what was made, so that it can be undone. */
export const timesheetCopied = z.object({
  rows: z.number().int(),
  entries: z.number().int(),
  skipped: z.number().int(),
  entryIds: z.array(id),
});
export type TimesheetCopied = z.infer<typeof timesheetCopied>;
