import { handle } from '@/lib/http/handle';
import { timeDashboardOperation } from '@/lib/http/operations-tracking';
import { getTimeDashboard } from '@/lib/tracking/time-dashboard';

export const GET = handle(timeDashboardOperation, ({ actor, now }) => getTimeDashboard(actor, now));
