import { handle } from '@/lib/http/handle';
import { reportShareOperations } from '@/lib/http/operations-reports';
import { revokeShare } from '@/lib/tracking/reports/report-shares';

export const DELETE = handle(reportShareOperations.revoke, ({ actor, params }) => revokeShare(actor, params.id));
