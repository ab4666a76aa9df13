import { z } from 'zod';
import { instant } from './common';
import { connection } from './connection';
import { run } from './run';
import { task } from './task';

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
