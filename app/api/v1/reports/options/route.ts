import { handle } from '@/lib/http/handle';
import { reportOperations } from '@/lib/http/operations-reports';
import { listReportOptions } from '@/lib/tracking/reports/report-options';

export const GET = handle(reportOperations.options, ({ actor }) => listReportOptions(actor));
