import { RelativeTime } from '@/app/_ui/relative-time';
import type { Connection } from '@/lib/contracts/connection';

type NextRunProps = { connection: Pick<Connection, 'schedule' | 'health'> };

export function NextRun({ connection }: NextRunProps) {
  const { schedule, health } = connection;
  if (!schedule.nextRunAt) return <span className="text-muted">{health === 'paused' ? 'Paused' : 'Not planned'}</span>;
  return <RelativeTime at={schedule.nextRunAt} />;
}
