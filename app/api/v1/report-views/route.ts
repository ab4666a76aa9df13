import { handle } from '@/lib/http/handle';
import { reportViewOperations } from '@/lib/http/operations-reports';
import { createView, listViews } from '@/lib/tracking/reports/report-views';

export const GET = handle(reportViewOperations.list, ({ actor }) => listViews(actor));
export const POST = handle(reportViewOperations.create, ({ actor, body, now }) => createView(actor, body, now));
