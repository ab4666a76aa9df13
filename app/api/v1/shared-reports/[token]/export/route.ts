import { answerFile } from '@/lib/http/file-answer';
import { handleStream } from '@/lib/http/handle';
import { reportShareOperations } from '@/lib/http/operations-reports';
import { exportSharedReport } from '@/lib/tracking/reports/report-shared';

export const GET = handleStream(reportShareOperations.export, async ({ params, query, request, now }) =>
  answerFile(await exportSharedReport(params.token, query.format, request.headers, now)),
);
