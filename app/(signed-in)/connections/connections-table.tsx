'use client';

import { useRouter } from 'next/navigation';
import { Table, TableHead, Th } from '@/app/_ui/table';
import type { Connection } from '@/lib/contracts/connection';
import { ConnectionRow } from './connection-row';
import { useRowKeys } from './use-row-keys';

export function ConnectionsTable({ connections }: { connections: readonly Connection[] }) {
  const router = useRouter();
  const active = useRowKeys(connections, (connection) => router.push(`/connections/${connection.id}`));
  return (
    <Table label="Connections">
      <TableHead>
        <Th>Workspace</Th>
        <Th className="max-md:hidden">Health</Th>
        <Th className="max-md:hidden">Last run</Th>
        <Th className="max-md:hidden">Next run</Th>
        <Th>
          <span className="sr-only">Actions</span>
        </Th>
      </TableHead>
      <tbody>
        {connections.map((connection, index) => (
          <ConnectionRow key={connection.id} connection={connection} isActive={index === active} />
        ))}
      </tbody>
    </Table>
  );
}
