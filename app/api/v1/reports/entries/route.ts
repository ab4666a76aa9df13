import { handle } from '@/lib/http/handle';
import { reportOperations } from '@/lib/http/operations-reports';
import { listReportEntries } from '@/lib/tracking/reports/report-entries';

export const GET = handle(reportOperations.entries, ({ actor, query, now }) => listReportEntries(actor, query, now));
