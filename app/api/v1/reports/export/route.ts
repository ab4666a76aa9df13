import { answerFile } from '@/lib/http/file-answer';
import { handleStream } from '@/lib/http/handle';
import { reportOperations } from '@/lib/http/operations-reports';
import { exportReport } from '@/lib/tracking/reports/report-export';
import { readerOf } from '@/lib/tracking/reports/report-reader';

export const GET = handleStream(reportOperations.export, async ({ actor, query: { format, detail, ...query }, now }) =>
  answerFile(await exportReport(await readerOf(actor), { query, format, detail, title: 'Time report' }, now)),
);
