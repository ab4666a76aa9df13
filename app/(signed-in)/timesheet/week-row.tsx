'use client';

import { Play, X } from 'lucide-react';
import Link from 'next/link';
import { Badge } from '@/app/_ui/badge';
import { cn } from '@/app/_ui/cn';
import { IconButton } from '@/app/_ui/icon-button';
import { subjectKey, subjectName } from '@/app/(signed-in)/_entries/subject';
import { SubjectLine } from '@/app/(signed-in)/_entries/subject-line';
import { sourceStateNames } from '@/app/(signed-in)/tasks/task-words';
import type { TimesheetRow } from '@/lib/contracts/timesheet';
import { formatDuration } from '@/lib/time/format-duration';
import type { SheetDay } from './day-state';
import { rowHref } from './row-href';
import { isEmptyRow } from './sheet';
import type { WeekGridState } from './use-week-grid';
import { WeekCell } from './week-cell';

export type RowActions = {
  remove: (row: TimesheetRow) => void;
  /** Undefined where it is somebody else's week. */
  start: ((row: TimesheetRow) => void) | undefined;
};

type WeekRowProps = { grid: WeekGridState; row: TimesheetRow; days: readonly SheetDay[]; actions: RowActions };

export function WeekRow({ grid, row, days, actions }: WeekRowProps) {
  return (
    <tr className="group/row [&:last-child>*]:border-b-0 [&>*]:border-line [&>*]:border-b">
      <RowHead grid={grid} row={row} actions={actions} />
      {row.cells.map((cell, index) => {
        const day = days[index];
        return day && <WeekCell key={cell.on} grid={grid} row={row} cell={cell} day={day} column={index + 1} />;
      })}
      <td
        className={cn(
          'figures border-line border-r last:border-r-0 px-3 text-right',
          row.seconds === 0 ? 'text-faint' : 'font-medium',
        )}
      >
        {formatDuration(row.seconds)}
      </td>
    </tr>
  );
}

function RowHead({ grid, row, actions }: Omit<WeekRowProps, 'days'>) {
  const { task, project } = row;
  const place = { rowKey: subjectKey(row), column: 0 };
  const isActive = grid.place?.rowKey === place.rowKey && grid.place.column === 0;
  const name = subjectName(row);
  return (
    <th
      scope="row"
      ref={isActive ? grid.activeCell : undefined}
      tabIndex={isActive ? 0 : -1}
      aria-label={task ? `${name}, ${project.name}` : name}
      onFocus={() => {
        if (!isActive) grid.setPlace(place);
      }}
      className="sticky left-0 z-10 border-line border-r w-full max-w-0 scroll-my-12 bg-canvas px-3 text-left font-normal outline-offset-[-2px]"
    >
      <span className="flex min-w-0 items-center gap-2">
        <Link href={rowHref(row)} prefetch={false} tabIndex={-1} className="min-w-0 hover:underline">
          <SubjectLine subject={row} />
        </Link>
        {task && task.sourceState !== 'live' && <Badge>{sourceStateNames[task.sourceState]}</Badge>}
        {task && (
          <span className="ml-auto max-w-32 shrink-0 truncate text-faint text-xs group-focus-within/row:hidden group-hover/row:hidden max-lg:hidden">
            {project.name}
          </span>
        )}
        <span className="ml-auto hidden shrink-0 items-center group-focus-within/row:flex group-hover/row:flex pointer-coarse:flex">
          {actions.start && (
            <IconButton
              label={`Start the timer on ${name}`}
              icon={<Play aria-hidden />}
              size="sm"
              tabIndex={-1}
              onClick={() => actions.start?.(row)}
            />
          )}
          {isEmptyRow(row) && (
            <IconButton
              label={`Remove ${name}`}
              icon={<X aria-hidden />}
              size="sm"
              tabIndex={-1}
              onClick={() => actions.remove(row)}
            />
          )}
        </span>
      </span>
    </th>
  );
}
