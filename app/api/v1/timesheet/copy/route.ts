import { handle } from '@/lib/http/handle';
import { timesheetOperations } from '@/lib/http/operations-timesheet';
import { copyTimesheet } from '@/lib/tracking/timesheet/timesheet-copy';

export const POST = handle(timesheetOperations.copy, ({ actor, body, now }) => copyTimesheet(actor, body, now));
