import { z } from 'zod';
import { day, instant } from './common';
import { connection } from './connection';
import { projectBudget } from './project';
import { run } from './run';
import { task } from './task';
import { entryProject, timeEntry } from './time-entry';
import { quickItem } from './timer';

export const recentChange = z.object({
  taskId: z.string(),
  name: z.string(),
  kind: z.string(),
  summary: z.string(),
  at: instant,
});
export const dashboard = z.object({
  /** Admins only; empty for members. */
  connections: z.array(
    connection.pick({
      id: true,
      name: true,
      health: true,
      healthReason: true,
      lastRun: true,
      activeRun: true,
      schedule: true,
    }),
  ),
  hasConnection: z.boolean(),
  lastSync: run.nullable(),
  recentChanges: z.array(recentChange),
  myTasks: z.object({ items: z.array(task), total: z.number().int() }),
});
export type Dashboard = z.infer<typeof dashboard>;

/** Finished time only: what runs is added by whoever shows it. */
export const timeDashboard = z.object({
  today: z.object({ on: day, seconds: z.number().int() }),
  week: z.object({
    weekOn: day,
    seconds: z.number().int(),
    targetSeconds: z.number().int(),
    days: z.array(z.object({ on: day, seconds: z.number().int() })),
  }),
  /** Of this week, the largest first. */
  projects: z.array(z.object({ project: entryProject, seconds: z.number().int() })),
  /** Everyone's running timers; admins only, empty for members. */
  running: z.array(timeEntry),
  recent: z.array(quickItem),
  /** At 80 % and more, the nearest to their end first. */
  budgets: z.array(z.object({ project: entryProject, budget: projectBudget })),
  /** Own entries that Trackline ended by itself and nobody has looked at, and the day of the newest. */
  reviewCount: z.number().int(),
  reviewOn: day.nullable(),
});
export type TimeDashboard = z.infer<typeof timeDashboard>;
