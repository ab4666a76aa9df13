'use client';

import { Pause, Play, Settings } from 'lucide-react';
import Link from 'next/link';
import { Button } from '@/app/_ui/button';
import { ButtonLink } from '@/app/_ui/button-link';
import { ExternalLink } from '@/app/_ui/external-link';
import { PageHeader } from '@/app/_ui/page-header';
import { useShortcuts } from '@/app/_ui/use-shortcuts';
import { HealthDot } from '@/app/(signed-in)/connections/health-dot';
import type { Connection } from '@/lib/contracts/connection';
import { SyncButton } from './sync-button';
import type { ConnectionCommands } from './use-connection-commands';

type ConnectionHeaderProps = { connection: Connection; commands: ConnectionCommands };

export function ConnectionHeader({ connection, commands }: ConnectionHeaderProps) {
  const { id, name, workspace, keyHint, keyOwner, schedule } = connection;
  const PauseIcon = schedule.enabled ? Pause : Play;
  useShortcuts([
    { keys: 'y', label: 'Sync now', group: 'This page', run: () => !commands.isBusy && commands.syncNow() },
  ]);
  return (
    <PageHeader
      title={name}
      description={
        <span className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <HealthDot connection={connection} />
          <ExternalLink href={`https://linear.app/${workspace.urlKey}`}>{workspace.name}</ExternalLink>
          <span>
            Key <span className="font-mono text-xs">{keyHint}</span> of {keyOwner.name || keyOwner.email}
          </span>
        </span>
      }
      back={
        <Link href="/connections" className="hover:text-ink hover:underline">
          Connections
        </Link>
      }
      actions={
        <>
          <ButtonLink href={`/connections/${id}/settings`} variant="ghost">
            <Settings aria-hidden />
            Settings
          </ButtonLink>
          <Button variant="ghost" onClick={commands.togglePause} loading={commands.isPausing}>
            {!commands.isPausing && <PauseIcon aria-hidden />}
            {schedule.enabled ? 'Pause' : 'Resume'}
          </Button>
          <SyncButton commands={commands} />
        </>
      }
    />
  );
}
