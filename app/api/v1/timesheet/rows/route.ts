import { handle } from '@/lib/http/handle';
import { timesheetOperations } from '@/lib/http/operations-timesheet';
import { addTimesheetRow, removeTimesheetRow } from '@/lib/tracking/timesheet/timesheet-row';

export const POST = handle(timesheetOperations.addRow, ({ actor, body, now }) => addTimesheetRow(actor, body, now));
export const DELETE = handle(timesheetOperations.removeRow, ({ actor, query, now }) =>
  removeTimesheetRow(actor, query, now),
);
