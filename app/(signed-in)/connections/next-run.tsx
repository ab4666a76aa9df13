import { RelativeTime } from '@/app/_ui/relative-time';
import { useNow } from '@/app/_ui/use-now';
import type { Connection } from '@/lib/contracts/connection';

type NextRunProps = { connection: Pick<Connection, 'schedule' | 'health'> };

export function NextRun({ connection }: NextRunProps) {
  const now = useNow();
  const { schedule, health } = connection;
  if (!schedule.nextRunAt) return <span className="text-muted">{health === 'paused' ? 'Paused' : 'Not planned'}</span>;
  // Its minute has come, and the run with it in a moment.
  if (Date.parse(schedule.nextRunAt) <= now) return <span>Now</span>;
  return <RelativeTime at={schedule.nextRunAt} />;
}
