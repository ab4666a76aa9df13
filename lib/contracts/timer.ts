import { z } from 'zod';
import { id, instant, instantInput } from './common';
import { task } from './task';
import { entryDescription, entryProject, entryTask, tags, timeEntry } from './time-entry';

export const timer = z.object({
  /** Null: nothing runs. */
  entry: timeEntry.nullable(),
  /** The server's clock: what has elapsed is counted from here, not from the browser's. */
  now: instant,
  /** When "still working?" is asked, and when the server stops it at `askAt` unless it is answered. */
  askAt: instant.nullable(),
  stopsAt: instant.nullable(),
});
export type Timer = z.infer<typeof timer>;

/** Exactly one of task, project and identifier. `startedAt` left out: now. */
export const timerStartInput = z
  .strictObject({
    taskId: id,
    projectId: id,
    identifier: z.string().trim().min(1).max(300),
    description: entryDescription,
    billable: z.boolean(),
    tags,
    startedAt: instantInput,
  })
  .partial()
  .refine(
    (start) => [start.taskId, start.projectId, start.identifier].filter((one) => one !== undefined).length === 1,
    {
      path: ['taskId'],
      message: 'Choose a task, or a project.',
    },
  );
export type TimerStartInput = z.infer<typeof timerStartInput>;

/** `stopped`: the one that ran before, ended at the same instant. */
export const timerStarted = timer.extend({ stopped: timeEntry.nullable() });
export type TimerStarted = z.infer<typeof timerStarted>;

/** `entryId`: only if this one is still the running one (a second device may have switched). `endedAt` left out: now. */
export const timerStopInput = z.strictObject({ endedAt: instantInput, entryId: id }).partial();
export type TimerStopInput = z.infer<typeof timerStopInput>;
export const timerDiscardInput = z.strictObject({ entryId: id }).partial();
/** "Still working": asks again after the next limit. */
export const timerKeepInput = z.strictObject({ entryId: id }).partial();

/** What a person works on: to start again with one click. */
export const quickItem = z.object({
  task: entryTask.nullable(),
  project: entryProject,
  description: z.string(),
  lastAt: instant,
});
export type QuickItem = z.infer<typeof quickItem>;
export const quickTasks = z.object({ recent: z.array(quickItem), pinned: z.array(task) });
export type QuickTasks = z.infer<typeof quickTasks>;
