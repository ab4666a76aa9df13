import { handle } from '@/lib/http/handle';
import { reportOperations } from '@/lib/http/operations-reports';
import { readerOf } from '@/lib/tracking/reports/report-reader';
import { summarizeReport } from '@/lib/tracking/reports/report-summary';

export const GET = handle(reportOperations.summary, async ({ actor, query, now }) =>
  summarizeReport(await readerOf(actor), query, now),
);
