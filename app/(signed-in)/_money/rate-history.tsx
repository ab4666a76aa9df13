'use client';

import { Trash2 } from 'lucide-react';
import { Badge } from '@/app/_ui/badge';
import { EmptyState } from '@/app/_ui/empty-state';
import { ErrorState } from '@/app/_ui/error-state';
import type { Currency } from '@/app/_ui/format-money';
import { formatDay } from '@/app/_ui/format-time';
import { IconButton } from '@/app/_ui/icon-button';
import { SkeletonRows } from '@/app/_ui/skeleton';
import { Table, TableHead, Td, Th, Tr } from '@/app/_ui/table';
import { useNow } from '@/app/_ui/use-now';
import { useToday } from '@/app/(signed-in)/_entries/use-today';
import type { Rate } from '@/lib/contracts/rate';
import { type RateSubject, rateOn } from './rate-subject';
import { insteadOfRate, rateName } from './rate-words';
import { useMoney } from './use-installation';
import { useRates } from './use-rates';
import { useUndoableRemoval } from './use-undoable-removal';

type RateHistoryProps = {
  subject: RateSubject;
  /** Admins add and remove. */
  canEdit: boolean;
};

/** The rates of one task, project or person, or of the installation, newest first. */
export function RateHistory({ subject, canEdit }: RateHistoryProps) {
  const { kind, subjectId } = subject;
  const money = useMoney();
  const rates = useRates(kind, subjectId);
  if (rates.isError) {
    return (
      <ErrorState
        title="The rates could not be loaded."
        error={rates.error}
        onRetry={() => rates.refetch()}
        isRetrying={rates.isFetching}
      />
    );
  }
  if (rates.isPending || money === null) return <SkeletonRows rows={2} label="Loading the rates" />;
  if (rates.data.items.length === 0) {
    return (
      <EmptyState
        title={kind === 'installation' ? 'No default rate yet.' : 'No rate of its own.'}
        description={insteadOfRate[kind]}
        className="py-8"
      />
    );
  }
  return <RateTable subject={subject} rates={rates.data.items} money={money} canEdit={canEdit} />;
}

type RateTableProps = { subject: RateSubject; rates: Rate[]; money: Currency; canEdit: boolean };

function RateTable({ subject, rates, money, canEdit }: RateTableProps) {
  const today = useToday();
  const now = useNow();
  const remove = useUndoableRemoval();
  const current = rateOn(rates, today);
  return (
    <Table label={subject.kind === 'installation' ? 'Default hourly rates' : `Hourly rates of ${subject.name}`}>
      <TableHead>
        <Th>Rate</Th>
        <Th>From</Th>
        <Th className="max-sm:hidden">Set by</Th>
        {canEdit && (
          <Th>
            <span className="sr-only">Actions</span>
          </Th>
        )}
      </TableHead>
      <tbody>
        {rates.map((rate) => (
          <Tr key={rate.id}>
            <Td className="w-full">
              <span className="flex flex-wrap items-center gap-2">
                <span className={rate === current ? 'figures font-medium' : 'figures text-muted'}>
                  {rateName(rate.amount, rate.kind, money)}
                </span>
                {rate === current && <Badge tone="accent">Now</Badge>}
                {rate.effectiveFrom > today && <Badge>Later</Badge>}
              </span>
            </Td>
            <Td className="figures whitespace-nowrap text-muted">
              {formatDay(Date.parse(rate.effectiveFrom), now, 'UTC')}
            </Td>
            <Td className="whitespace-nowrap text-muted max-sm:hidden">{rate.createdBy}</Td>
            {canEdit && (
              <Td className="py-0 pr-1 text-right">
                <IconButton
                  size="sm"
                  label={`Remove the rate from ${formatDay(Date.parse(rate.effectiveFrom), now, 'UTC')}`}
                  icon={<Trash2 aria-hidden />}
                  onClick={() => remove(rate)}
                />
              </Td>
            )}
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
