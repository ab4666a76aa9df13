'use client';

import { ChevronDown } from 'lucide-react';
import { late } from '@/app/_ui/late';
import { Popover } from '@/app/_ui/popover';
import { useLate } from '@/app/_ui/use-late';
import { subjectKey, subjectName } from '@/app/(signed-in)/_entries/subject';
import type { TimesheetCell, TimesheetRow } from '@/lib/contracts/timesheet';
import type { WeekGridState } from './use-week-grid';
import { dayName } from './week-words';

const openCellDetails = late(async () => (await import('./open-cell-details')).OpenCellDetails);

type CellDetailsProps = {
  grid: WeekGridState;
  row: TimesheetRow;
  cell: TimesheetCell;
  cellKey: string;
  column: number;
};

/** What a cell is made of. Opens with the space bar, or with the button that shows under the pointer. */
export function CellDetails({ grid, row, cell, cellKey, column }: CellDetailsProps) {
  const isOpen = grid.details === cellKey;
  const OpenCellDetails = useLate(openCellDetails, isOpen);
  const label = `Details of ${subjectName(row)}, ${dayName(cell.on)}`;
  const close = () => grid.setDetails(null);
  return (
    <Popover
      open={isOpen}
      onOpenChange={(open) => grid.setDetails(open ? cellKey : null)}
      label={label}
      isReady={OpenCellDetails !== null}
      align="end"
      className="w-80 p-0"
      onReturnFocus={() => {
        grid.focus({ rowKey: subjectKey(row), column });
        return true;
      }}
      trigger={
        <button
          type="button"
          tabIndex={-1}
          aria-label={label}
          className="absolute top-1/2 left-1 hidden size-5 -translate-y-1/2 items-center justify-center rounded-sm text-faint hover:bg-selected hover:text-ink group-focus-within/cell:flex group-hover/cell:flex data-[state=open]:flex"
        >
          <ChevronDown aria-hidden className="size-3.5" />
        </button>
      }
    >
      {OpenCellDetails && isOpen && (
        <OpenCellDetails row={row} cell={cell} userId={grid.userId} onClose={close} onEdit={grid.edit} />
      )}
    </Popover>
  );
}
