/** What the address of a sheet in the cache is made of. */
export type SheetQuery = { week: string; userId: string | undefined };

/** Of every change of a cell that is on its way. */
export const cellMutation = ['timesheet', 'cell'];
