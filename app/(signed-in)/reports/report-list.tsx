'use client';

import { ArrowDownNarrowWide, ArrowUpNarrowWide, ChevronRight } from 'lucide-react';
import { Button } from '@/app/_ui/button';
import { cn } from '@/app/_ui/cn';
import { DropdownMenu, MenuLabel, MenuRadioGroup, MenuRadioItem, MenuSeparator } from '@/app/_ui/dropdown-menu';
import { plural } from '@/app/_ui/format-number';
import { formatDuration } from '@/lib/time/format-duration';
import type { ShownColor } from './report-colors';
import { type Column, type Expansion, groupingName, type ReportLinesProps } from './report-columns';
import type { Line } from './report-rows';
import { SeriesDot } from './series-dot';
import type { Order, ReportColumn } from './sort-rows';

/** The table on a phone: two lines a row. */
export function ReportList(props: ReportLinesProps) {
  const { report, colorOf, columns, lines, expansion, onOpen } = props;
  return (
    <>
      <div className="flex items-center justify-between gap-2 border-line border-b py-1 pr-1 pl-3">
        <span className="min-w-0 truncate font-medium text-muted text-xs">{groupingName(report)}</span>
        <SortMenu {...props} />
      </div>
      <ul aria-label="Report">
        {lines.map((line) => (
          <li key={line.id} className="border-line border-b last:border-b-0">
            <Row
              line={line}
              details={detailsOf(columns, line)}
              color={colorOf(line)}
              expansion={expansion}
              onOpen={onOpen}
            />
          </li>
        ))}
      </ul>
      <div className="flex justify-between gap-3 border-line border-t px-3 py-2.5 font-medium text-ink text-sm">
        <span>Total</span>
        <span className="figures">{formatDuration(report.total.seconds)}</span>
      </div>
    </>
  );
}

type RowProps = {
  line: Line;
  details: string;
  color: ShownColor | undefined;
  expansion: Expansion | null;
  onOpen: ReportLinesProps['onOpen'];
};

function Row({ line, details, color, expansion, onOpen }: RowProps) {
  const { row, inner, level, name, sums, innerCount } = line;
  const isOpen = expansion?.expanded.has(row.key) ?? false;
  const text = (
    <>
      <span className="flex min-w-0 items-center gap-2">
        {color && <SeriesDot color={color} />}
        <span dir="auto" className="min-w-0 flex-1 truncate text-ink">
          {name}
        </span>
        <span className={cn('figures', level === 1 ? 'font-medium text-ink' : 'text-muted')}>
          {formatDuration(sums.seconds)}
        </span>
      </span>
      <span className="figures mt-0.5 block text-muted text-xs">{details}</span>
    </>
  );
  return (
    <div className={cn('flex items-stretch', level === 2 && 'pl-11')}>
      {expansion && level === 1 && (
        <button
          type="button"
          aria-label={`Rows in ${name}`}
          aria-expanded={isOpen}
          disabled={!innerCount}
          onClick={() => expansion.toggle(row.key)}
          className="flex w-11 shrink-0 items-center justify-center text-muted"
        >
          <ChevronRight aria-hidden className={cn('size-4 transition-transform', isOpen && 'rotate-90')} />
        </button>
      )}
      {onOpen ? (
        <button
          type="button"
          onClick={() => onOpen(row, inner)}
          className={cn(textStyles, 'active:bg-subtle', !expansion && 'pl-3')}
        >
          {text}
        </button>
      ) : (
        <div className={cn(textStyles, !expansion && 'pl-3')}>{text}</div>
      )}
    </div>
  );
}

const textStyles = 'block min-h-14 min-w-0 flex-1 py-2 pr-3 text-left text-sm';

/** What the columns say beside the time, in one line of words. */
function detailsOf(columns: readonly Column[], line: Line): string {
  const word: Partial<Record<Column['id'], (text: string) => string>> = {
    share: (text) => text,
    billable: (text) => `${text} billable`,
    amount: (text) => text,
    entries: () => plural(line.sums.entries, 'entry', 'entries'),
    estimate: () => plural(line.sums.estimate ?? 0, 'point'),
    perPoint: (text) => `${text} a point`,
  };
  return columns
    .flatMap(({ id, cell }) => {
      const text = cell(line);
      return text === '' ? [] : (word[id]?.(text) ?? []);
    })
    .join(' · ');
}

function SortMenu({ columns, report, order, onSort }: ReportLinesProps) {
  const Icon = order.direction === 'asc' ? ArrowUpNarrowWide : ArrowDownNarrowWide;
  const options: { id: ReportColumn; label: string }[] = [
    { id: 'name', label: groupingName(report) },
    ...columns.map(({ id, label }) => ({ id, label })),
  ];
  const label = options.find(({ id }) => id === order.column)?.label ?? 'Time';
  return (
    <DropdownMenu
      className="w-52"
      trigger={
        <Button
          variant="ghost"
          size="sm"
          aria-label={`Sort: ${label}, ${directionNames(order.column)[order.direction].toLowerCase()}`}
        >
          <Icon aria-hidden />
          {label}
        </Button>
      }
    >
      <MenuLabel>Sort by</MenuLabel>
      <MenuRadioGroup value={order.column} onValueChange={(next) => onSort(next as ReportColumn)}>
        {options.map((option) => (
          <MenuRadioItem key={option.id} value={option.id}>
            {option.label}
          </MenuRadioItem>
        ))}
      </MenuRadioGroup>
      <MenuSeparator />
      <MenuRadioGroup
        value={order.direction}
        onValueChange={(next) => (next === order.direction ? undefined : onSort(order.column))}
      >
        <MenuRadioItem value="desc">{directionNames(order.column).desc}</MenuRadioItem>
        <MenuRadioItem value="asc">{directionNames(order.column).asc}</MenuRadioItem>
      </MenuRadioGroup>
    </DropdownMenu>
  );
}

function directionNames(column: ReportColumn): Record<Order['direction'], string> {
  return column === 'name'
    ? { asc: 'First to last', desc: 'Last to first' }
    : { asc: 'Smallest first', desc: 'Largest first' };
}
