'use client';

import { RefreshCw } from 'lucide-react';
import Link from 'next/link';
import { Button } from '@/app/_ui/button';
import { Td, Tr } from '@/app/_ui/table';
import { Tooltip } from '@/app/_ui/tooltip';
import type { Connection } from '@/lib/contracts/connection';
import { HealthDot } from './health-dot';
import { LastRun } from './last-run';
import { NextRun } from './next-run';
import { useStartSync } from './use-start-sync';

type ConnectionRowProps = { connection: Connection; isActive: boolean };

export function ConnectionRow({ connection, isActive }: ConnectionRowProps) {
  const { id, name, workspace, activeRun, healthReason } = connection;
  const sync = useStartSync(id);
  const health = <HealthDot connection={connection} />;
  return (
    <Tr aria-selected={isActive} className="h-12">
      <Td className="max-md:py-2">
        <Link href={`/connections/${id}`} className="font-medium text-ink hover:underline">
          {name}
        </Link>
        <p className="text-muted text-xs">
          {name === workspace.name ? `linear.app/${workspace.urlKey}` : workspace.name}
        </p>
        <div className="mt-1 flex flex-col gap-0.5 text-muted text-xs md:hidden">
          {health}
          <LastRun connection={connection} />
        </div>
      </Td>
      <Td className="max-md:hidden">
        {healthReason ? (
          <Tooltip content={healthReason.message}>
            <Link href={`/connections/${id}`}>{health}</Link>
          </Tooltip>
        ) : (
          health
        )}
      </Td>
      <Td className="max-w-80 text-muted max-md:hidden">
        <LastRun connection={connection} />
      </Td>
      <Td className="text-muted max-md:hidden">
        <NextRun connection={connection} />
      </Td>
      <Td className="text-right">
        <Button
          size="sm"
          loading={sync.isPending || activeRun !== null}
          onClick={() => sync.mutate({})}
          aria-label={`Sync ${name} now`}
        >
          {!sync.isPending && !activeRun && <RefreshCw aria-hidden />}
          {activeRun ? 'Syncing' : 'Sync now'}
        </Button>
      </Td>
    </Tr>
  );
}
