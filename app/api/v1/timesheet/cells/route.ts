import { handle } from '@/lib/http/handle';
import { timesheetOperations } from '@/lib/http/operations-timesheet';
import { setTimesheetCell } from '@/lib/tracking/timesheet/timesheet-cell';

export const PUT = handle(timesheetOperations.setCell, ({ actor, body, now }) => setTimesheetCell(actor, body, now));
