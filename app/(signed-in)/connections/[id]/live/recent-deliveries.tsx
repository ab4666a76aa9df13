'use client';

import { Radio } from 'lucide-react';
import { EmptyState } from '@/app/_ui/empty-state';
import { RelativeTime } from '@/app/_ui/relative-time';
import { Table, TableHead, Td, Th, Tr } from '@/app/_ui/table';
import type { PushView } from '@/lib/contracts/push';
import { formatDelay, tellDelivery } from './live-words';

/** Those of the last day; a few of them, to see that something is going on. */
export function RecentDeliveries({ push: { recent, state } }: { push: PushView }) {
  if (recent.length === 0) {
    return (
      <EmptyState
        icon={<Radio aria-hidden />}
        title="No delivery in the last day."
        description={state === 'waiting' ? 'Change an issue in Linear: it appears here within seconds.' : undefined}
      />
    );
  }
  return (
    <Table label="Recent deliveries">
      <TableHead>
        <Th className="w-full">Delivery</Th>
        <Th>Received</Th>
        <Th numeric>On its way</Th>
      </TableHead>
      <tbody>
        {recent.map((delivery) => (
          <Tr key={delivery.id}>
            <Td>{tellDelivery(delivery)}</Td>
            <Td className="text-muted">
              <RelativeTime at={delivery.receivedAt} />
            </Td>
            <Td numeric className="whitespace-nowrap text-muted">
              {formatDelay(delivery.delayMs)}
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
