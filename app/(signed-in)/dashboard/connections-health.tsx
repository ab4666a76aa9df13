'use client';

import { RefreshCw } from 'lucide-react';
import Link from 'next/link';
import { Button } from '@/app/_ui/button';
import { Callout } from '@/app/_ui/callout';
import { Panel } from '@/app/_ui/panel';
import { Progress } from '@/app/_ui/progress';
import { RelativeTime } from '@/app/_ui/relative-time';
import { Section } from '@/app/_ui/section';
import { StatusDot } from '@/app/_ui/status-dot';
import type { Tone } from '@/app/_ui/tones';
import type { Dashboard } from '@/lib/contracts/dashboard';
import { useSyncNow } from './use-sync-now';

type Health = Dashboard['connections'][number];

const looks: Record<Health['health'], { tone: Tone; text: string }> = {
  ok: { tone: 'success', text: 'Up to date' },
  attention: { tone: 'warning', text: 'Needs attention' },
  paused: { tone: 'danger', text: 'Paused' },
};

export function ConnectionsHealth({ connections }: { connections: readonly Health[] }) {
  return (
    <Section title={connections.length === 1 ? 'Connection' : 'Connections'}>
      <Panel flush>
        <ul className="divide-y divide-line">
          {connections.map((connection) => (
            <ConnectionRow key={connection.id} connection={connection} />
          ))}
        </ul>
      </Panel>
    </Section>
  );
}

function ConnectionRow({ connection }: { connection: Health }) {
  const { id, name, health, healthReason, activeRun } = connection;
  const sync = useSyncNow(id);
  const { tone, text } = looks[health];
  return (
    <li className="flex flex-col gap-2 p-3 text-sm">
      <div className="flex items-center gap-3">
        <div className="min-w-0 flex-1">
          <Link href={`/connections/${id}`} className="block truncate rounded-sm font-medium text-ink hover:underline">
            {name}
          </Link>
          <StatusDot tone={activeRun ? 'info' : tone} pulse={activeRun !== null} className="text-muted">
            {activeRun ? 'Syncing' : text}
          </StatusDot>
        </div>
        <Button size="sm" onClick={() => sync.mutate()} loading={sync.isPending} disabled={activeRun !== null}>
          {!sync.isPending && <RefreshCw aria-hidden />}
          Sync now
        </Button>
      </div>
      {activeRun ? <RunProgress run={activeRun} /> : <Times connection={connection} />}
      {healthReason && (
        <Callout tone={health === 'paused' ? 'danger' : 'warning'} title={healthReason.message}>
          {healthReason.hint}
        </Callout>
      )}
    </li>
  );
}

function RunProgress({ run }: { run: NonNullable<Health['activeRun']> }) {
  const { status, waitingUntil, progress } = run;
  if (status === 'waiting' && waitingUntil) {
    return (
      <p className="text-muted text-xs">
        Waiting for Linear's rate limit, goes on <RelativeTime at={waitingUntil} />
      </p>
    );
  }
  return <Progress label="Issues" value={progress.done} max={progress.total > 0 ? progress.total : null} />;
}

function Times({ connection: { lastRun, schedule } }: { connection: Health }) {
  return (
    <p className="text-muted text-xs">
      {lastRun ? (
        <>
          Last sync <RelativeTime at={lastRun.finishedAt ?? lastRun.createdAt} />
        </>
      ) : (
        'Not synced yet'
      )}
      {' · '}
      {schedule.enabled && schedule.nextRunAt ? (
        <>
          next <RelativeTime at={schedule.nextRunAt} />
        </>
      ) : (
        'no schedule'
      )}
    </p>
  );
}
