import { z } from 'zod';
import { id, instant } from './common';

/** Folder on the server, inside DATA_DIR/exports unless EXPORT_DIR says otherwise; made when missing. */
const exportFolder = z
  .string()
  .trim()
  .regex(/^[\w][\w.-]{0,99}$/, 'Use letters, digits, dots and dashes.')
  .default('linear');

export const linearExportInput = z.strictObject({ connectionId: id.optional(), folder: exportFolder });
export type LinearExportInput = z.input<typeof linearExportInput>;
export const linearExport = z.object({
  folder: z.string(),
  written: z.number().int(),
  unchanged: z.number().int(),
  removed: z.number().int(),
  finishedAt: instant,
});
export type LinearExport = z.infer<typeof linearExport>;

export const linearExportQuery = z.strictObject({ folder: exportFolder });
export const linearExportState = z.object({
  folder: z.string(),
  isRunning: z.boolean(),
  /** The last that came to its end; null: none yet. */
  last: linearExport.nullable(),
  /** Why the one after it did not. */
  error: z.object({ code: z.string(), message: z.string() }).nullable(),
});
export type LinearExportState = z.infer<typeof linearExportState>;
