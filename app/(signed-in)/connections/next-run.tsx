import { RelativeTime } from '@/app/_ui/relative-time';
import type { Connection } from '@/lib/contracts/connection';

type NextRunProps = { connection: Pick<Connection, 'schedule' | 'lastRun' | 'activeRun'> };

export function NextRun({ connection }: NextRunProps) {
  const { schedule, lastRun, activeRun } = connection;
  // Unfinished work goes on before the schedule's next turn.
  const resumesAt = activeRun ? null : (lastRun?.resumesAt ?? null);
  const at = [resumesAt, schedule.nextRunAt].filter((each) => each !== null).sort()[0];
  if (!at || (!schedule.enabled && !resumesAt)) {
    return <span className="text-faint">{schedule.enabled ? 'Not planned' : 'Paused'}</span>;
  }
  return <RelativeTime at={at} />;
}
