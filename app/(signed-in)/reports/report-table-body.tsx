'use client';

import { ArrowDown, ArrowUp, ChevronRight, ChevronsDownUp, ChevronsUpDown } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { cn } from '@/app/_ui/cn';
import { IconButton } from '@/app/_ui/icon-button';
import { Table, TableHead, Td, Th, Tr } from '@/app/_ui/table';
import type { ShownColor } from './report-colors';
import { type Column, type Expansion, groupingName, type ReportLinesProps } from './report-columns';
import type { Line } from './report-rows';
import { SeriesDot } from './series-dot';
import type { Order, ReportColumn } from './sort-rows';
import { useRowFocus } from './use-row-focus';

export function ReportTableBody(props: ReportLinesProps) {
  const { report, colorOf, columns, lines, order, onSort, expansion, onOpen } = props;
  const body = useRowFocus();
  return (
    <Table label="Report">
      <TableHead>
        <Th aria-sort={sortOf('name', order)} className="w-full">
          <span className="flex items-center gap-1">
            {expansion && <ExpandAll expansion={expansion} />}
            <SortButton column="name" label={groupingName(report)} order={order} onSort={onSort} />
          </span>
        </Th>
        {columns.map(({ id, label }) => (
          <Th key={id} numeric aria-sort={sortOf(id, order)}>
            <SortButton column={id} label={label} order={order} onSort={onSort} />
          </Th>
        ))}
      </TableHead>
      <tbody ref={body}>
        {lines.map((line) => (
          <LineRow
            key={line.id}
            line={line}
            columns={columns}
            color={colorOf(line)}
            expansion={expansion}
            onOpen={onOpen}
          />
        ))}
      </tbody>
      <tfoot>
        <tr className="h-9 border-line border-t font-medium text-ink">
          <th scope="row" className="px-3 py-1 text-left font-medium">
            Total
          </th>
          {columns.map(({ id, total }) => (
            <Td key={id} numeric className="whitespace-nowrap">
              {total}
            </Td>
          ))}
        </tr>
      </tfoot>
    </Table>
  );
}

type LineRowProps = {
  line: Line;
  columns: readonly Column[];
  color: ShownColor | undefined;
  expansion: Expansion | null;
  onOpen: ReportLinesProps['onOpen'];
};

function LineRow({ line, columns, color, expansion, onOpen }: LineRowProps) {
  const { level, name, row, inner } = line;
  return (
    <Tr className="relative scroll-my-20">
      <Td className={cn('w-full max-w-0', level === 2 && 'pl-11')}>
        <span className="flex min-w-0 items-center gap-2">
          {expansion && level === 1 && <ExpandRow line={line} expansion={expansion} />}
          {color && <SeriesDot color={color} />}
          {onOpen ? (
            <button
              type="button"
              data-row
              dir="auto"
              title={name}
              onClick={() => onOpen(row, inner)}
              onKeyDown={(event) => expandByArrow(event, line, expansion)}
              className={cn(
                nameStyles,
                'text-left after:absolute after:inset-0 focus-visible:outline-none',
                focusStyles,
              )}
            >
              {name}
            </button>
          ) : (
            <span dir="auto" title={name} className={nameStyles}>
              {name}
            </span>
          )}
        </span>
      </Td>
      {columns.map(({ id, cell }) => (
        <Td key={id} numeric className={cn('whitespace-nowrap', (id !== 'time' || level === 2) && 'text-muted')}>
          {cell(line)}
        </Td>
      ))}
    </Tr>
  );
}

const nameStyles = 'min-w-0 truncate text-ink';
const focusStyles =
  'focus-visible:after:outline-2 focus-visible:after:outline-accent focus-visible:after:-outline-offset-2';

function ExpandRow({ line: { row, name, innerCount }, expansion }: { line: Line; expansion: Expansion }) {
  const isOpen = expansion.expanded.has(row.key);
  if (!innerCount) return <span className="w-6 shrink-0" />;
  return (
    <button
      type="button"
      aria-label={`Rows in ${name}`}
      aria-expanded={isOpen}
      onClick={() => expansion.toggle(row.key)}
      className="relative z-10 flex size-6 shrink-0 items-center justify-center rounded-md text-muted hover:bg-hover hover:text-ink pointer-coarse:size-11"
    >
      <ChevronRight aria-hidden className={cn('size-4 transition-transform', isOpen && 'rotate-90')} />
    </button>
  );
}

function ExpandAll({ expansion: { isAll, toggleAll } }: { expansion: Expansion }) {
  return (
    <IconButton
      size="sm"
      label={isAll ? 'Fold all' : 'Unfold all'}
      icon={isAll ? <ChevronsDownUp aria-hidden /> : <ChevronsUpDown aria-hidden />}
      onClick={() => toggleAll(!isAll)}
      className="-ml-0.5 h-6 w-6"
    />
  );
}

/** The arrows open and fold a row, as in a tree. */
function expandByArrow(event: KeyboardEvent, { row, level }: Line, expansion: Expansion | null) {
  if (!expansion || (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft')) return;
  event.preventDefault();
  const isOpen = expansion.expanded.has(row.key);
  if (level === 1 && isOpen !== (event.key === 'ArrowRight')) expansion.toggle(row.key);
}

type SortButtonProps = { column: ReportColumn; label: string; order: Order; onSort: (column: ReportColumn) => void };

function SortButton({ column, label, order, onSort }: SortButtonProps) {
  const isSorted = order.column === column;
  const Icon = order.direction === 'asc' ? ArrowUp : ArrowDown;
  return (
    <button
      type="button"
      onClick={() => onSort(column)}
      className={cn(
        'inline-flex h-7 items-center gap-1 rounded-md hover:text-ink pointer-coarse:h-11',
        isSorted && 'text-ink',
      )}
    >
      {label}
      {isSorted && <Icon aria-hidden className="size-3.5" />}
    </button>
  );
}

function sortOf(column: ReportColumn, order: Order): 'ascending' | 'descending' | undefined {
  if (order.column !== column) return undefined;
  return order.direction === 'asc' ? 'ascending' : 'descending';
}
