import { requireAdmin } from '@/lib/auth/actor';
import { handle } from '@/lib/http/handle';
import { dashboardOperation } from '@/lib/http/operations-tracking';
import { listConnections } from '@/lib/sync/connections';
import { getDashboard } from '@/lib/tracking/dashboard';

export const GET = handle(dashboardOperation, async ({ actor, now }) => {
  const isAdmin = actor.role === 'admin';
  const [work, connections] = await Promise.all([
    getDashboard(actor),
    isAdmin ? listConnections(requireAdmin(actor), now) : [],
  ]);
  const syncs = connections
    .flatMap(({ lastRun }) => lastRun ?? [])
    .sort((a, b) => b.createdAt.localeCompare(a.createdAt));
  return {
    ...work,
    connections,
    hasConnection: work.hasConnection || connections.length > 0,
    lastSync: syncs[0] ?? null,
  };
});
