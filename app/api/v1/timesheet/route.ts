import { handle } from '@/lib/http/handle';
import { timesheetOperations } from '@/lib/http/operations-timesheet';
import { getTimesheet } from '@/lib/tracking/timesheet/timesheet-week';

export const GET = handle(timesheetOperations.get, ({ actor, query, now }) => getTimesheet(actor, query, now));
