'use client';

import { Trash2 } from 'lucide-react';
import { Badge } from '@/app/_ui/badge';
import { formatDay } from '@/app/_ui/format-time';
import { IconButton } from '@/app/_ui/icon-button';
import { Table, TableHead, Td, Th, Tr } from '@/app/_ui/table';
import { useNow } from '@/app/_ui/use-now';
import { useToday } from '@/app/(signed-in)/_entries/use-today';
import type { Rate } from '@/lib/contracts/rate';
import type { Currency } from '@/lib/kit/format-money';
import { type RateSubject, rateOn } from './rate-subject';
import { rateName } from './rate-words';

type RateTableProps = {
  subject: RateSubject;
  rates: readonly Rate[];
  money: Currency;
  onRemove: ((rate: Rate) => void) | undefined;
};

export function RateTable({ subject, rates, money, onRemove }: RateTableProps) {
  const today = useToday();
  const current = rateOn(rates, today);
  return (
    <Table label={subject.kind === 'installation' ? 'Default hourly rates' : `Hourly rates of ${subject.name}`}>
      <TableHead>
        <Th>Rate</Th>
        <Th>From</Th>
        <Th className="max-sm:hidden">Set by</Th>
        {onRemove && (
          <Th>
            <span className="sr-only">Actions</span>
          </Th>
        )}
      </TableHead>
      <tbody>
        {rates.map((rate) => (
          <RateRow
            key={rate.id}
            rate={rate}
            money={money}
            when={rate === current ? 'now' : rate.effectiveFrom > today ? 'later' : 'before'}
            onRemove={onRemove && (() => onRemove(rate))}
          />
        ))}
      </tbody>
    </Table>
  );
}

type RateRowProps = {
  rate: Rate;
  money: Currency;
  when: 'before' | 'now' | 'later';
  onRemove: (() => void) | undefined;
};

function RateRow({ rate, money, when, onRemove }: RateRowProps) {
  const from = formatDay(Date.parse(rate.effectiveFrom), useNow(), 'UTC');
  return (
    <Tr>
      <Td className="w-full">
        <span className="flex flex-wrap items-center gap-2">
          <span className={when === 'now' ? 'figures font-medium' : 'figures text-muted'}>
            {rateName(rate.amount, rate.kind, money)}
          </span>
          {when === 'now' && <Badge tone="accent">Now</Badge>}
          {when === 'later' && <Badge>Later</Badge>}
        </span>
      </Td>
      <Td className="figures whitespace-nowrap text-muted">{from}</Td>
      <Td className="whitespace-nowrap text-muted max-sm:hidden">{rate.createdBy}</Td>
      {onRemove && (
        <Td className="py-0 pr-1 text-right">
          <IconButton
            size="sm"
            label={`Remove the rate from ${from}`}
            icon={<Trash2 aria-hidden />}
            onClick={onRemove}
          />
        </Td>
      )}
    </Tr>
  );
}
