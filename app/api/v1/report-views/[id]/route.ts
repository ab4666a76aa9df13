import { handle } from '@/lib/http/handle';
import { reportViewOperations } from '@/lib/http/operations-reports';
import { changeView, deleteView } from '@/lib/tracking/reports/report-views';

export const PATCH = handle(reportViewOperations.change, ({ actor, params, body, now }) =>
  changeView(actor, params.id, body, now),
);
export const DELETE = handle(reportViewOperations.remove, ({ actor, params }) => deleteView(actor, params.id));
