import { StatusDot } from '@/app/_ui/status-dot';
import type { Tone } from '@/app/_ui/tones';
import type { Connection } from '@/lib/contracts/connection';

const looks: Record<Connection['health'], { label: string; tone: Tone }> = {
  ok: { label: 'Healthy', tone: 'success' },
  attention: { label: 'Needs attention', tone: 'danger' },
  paused: { label: 'Paused', tone: 'warning' },
};

type HealthDotProps = { connection: Pick<Connection, 'health' | 'activeRun' | 'lastRun'>; className?: string };

export function HealthDot({ connection, className }: HealthDotProps) {
  const { health, activeRun, lastRun } = connection;
  const look = looks[health];
  const isFresh = health === 'ok' && !activeRun && !lastRun;
  const style = className ? { className } : {};
  if (isFresh) {
    return <StatusDot {...style}>Not synced yet</StatusDot>;
  }
  return (
    <StatusDot {...style} tone={activeRun && health === 'ok' ? 'accent' : look.tone} pulse={activeRun !== null}>
      {activeRun && health === 'ok' ? 'Syncing' : look.label}
    </StatusDot>
  );
}
