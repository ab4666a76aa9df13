import { ownOrigin } from '@/lib/auth/own-origin';
import { handle } from '@/lib/http/handle';
import { reportShareOperations } from '@/lib/http/operations-reports';
import { createShare, listShares } from '@/lib/tracking/reports/report-shares';

export const GET = handle(reportShareOperations.list, ({ actor }) => listShares(actor));
export const POST = handle(reportShareOperations.create, ({ actor, body, request, now }) =>
  createShare(actor, body, ownOrigin(request.headers), now),
);
