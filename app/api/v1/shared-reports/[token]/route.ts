import { handle } from '@/lib/http/handle';
import { reportShareOperations } from '@/lib/http/operations-reports';
import { readSharedReport } from '@/lib/tracking/reports/report-shared';

export const GET = handle(reportShareOperations.read, ({ params, request, now }) =>
  readSharedReport(params.token, request.headers, now),
);
