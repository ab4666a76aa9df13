'use client';

import Link from 'next/link';
import { Badge } from '@/app/_ui/badge';
import { formatCount } from '@/app/_ui/format-number';
import { Panel } from '@/app/_ui/panel';
import { Progress } from '@/app/_ui/progress';
import { Section } from '@/app/_ui/section';
import { Table, TableHead, Td, Th, Tr } from '@/app/_ui/table';
import type { Connection, ConnectionTeam } from '@/lib/contracts/connection';

/** Each imported team, and how far its history is in. */
export function TeamProgress({ connection }: { connection: Connection }) {
  const teams = connection.teams.filter((team) => team.selected);
  return (
    <Section title="Teams">
      <Panel flush>
        {teams.length === 0 ? (
          <p className="px-3 py-6 text-center text-muted text-sm">The teams appear with the first sync.</p>
        ) : (
          <Table label="Teams">
            <TableHead>
              <Th>Team</Th>
              <Th>Import</Th>
              <Th numeric>Tasks</Th>
            </TableHead>
            <tbody>
              {teams.map((team) => (
                <TeamRow key={team.id} team={team} />
              ))}
            </tbody>
          </Table>
        )}
      </Panel>
    </Section>
  );
}

function TeamRow({ team }: { team: ConnectionTeam }) {
  const { name, key, projectId, visible, taskCount, backfill } = team;
  return (
    <Tr>
      <Td className="max-w-56">
        <span className="flex min-w-0 items-baseline gap-2">
          {projectId ? (
            <Link
              href={`/projects/${projectId}`}
              className="truncate font-medium text-ink hover:underline pointer-coarse:py-3"
            >
              {name}
            </Link>
          ) : (
            <span className="truncate font-medium text-ink">{name}</span>
          )}
          <span className="shrink-0 text-faint text-xs">{key}</span>
        </span>
      </Td>
      <Td className="w-2/5 min-w-40">
        {visible ? <Backfill name={name} backfill={backfill} /> : <Badge tone="warning">The key cannot see it</Badge>}
      </Td>
      <Td numeric>{formatCount(taskCount)}</Td>
    </Tr>
  );
}

type BackfillProps = { name: string; backfill: ConnectionTeam['backfill'] };

function Backfill({ name, backfill: { state, imported, total } }: BackfillProps) {
  if (state === 'done') return <span className="text-muted">Complete</span>;
  if (state === 'pending' && imported === 0) return <span className="text-faint">Waiting for its turn</span>;
  const known = Math.max(total, imported);
  return (
    <div className="flex items-center gap-3">
      <Progress barOnly label={`History of ${name}`} value={imported} max={known} className="flex-1" />
      <span className="figures shrink-0 text-muted text-xs">
        {formatCount(imported)} of {formatCount(known)}
      </span>
    </div>
  );
}
