'use client';

import { type MouseEvent, useId } from 'react';
import { cn } from '@/app/_ui/cn';
import { subjectKey, subjectName } from '@/app/(signed-in)/_entries/subject';
import type { TimesheetCell, TimesheetRow } from '@/lib/contracts/timesheet';
import { formatDuration } from '@/lib/time/format-duration';
import { CellDetails } from './cell-details';
import { CellEditor, type Leave } from './cell-editor';
import { CellMessage } from './cell-message';
import type { SheetDay } from './day-state';
import { RunningMark } from './running-mark';
import { cellKeyOf } from './use-cell-typing';
import type { WeekGridState } from './use-week-grid';
import { dayName, isWeekend } from './week-words';

type WeekCellProps = { grid: WeekGridState; row: TimesheetRow; cell: TimesheetCell; day: SheetDay; column: number };

export function WeekCell({ grid, row, cell, day, column }: WeekCellProps) {
  const { typing } = grid;
  const messageId = useId();
  const place = { rowKey: subjectKey(row), column };
  const key = cellKeyOf(row, cell);
  const isActive = grid.place?.rowKey === place.rowKey && grid.place.column === column;
  const editing = typing.editing?.cellKey === key ? typing.editing : null;
  const draft = typing.drafts.get(key);
  const label = `${subjectName(row)}, ${dayName(day.on)}`;

  function leave(to: Leave): boolean {
    typing.end();
    if (to === 'next' || to === 'previous') return grid.moveOn(to === 'previous');
    if (to !== 'stay') return grid.move(to) || focusHere();
    return true;
  }
  function focusHere(): boolean {
    grid.focus(place);
    return true;
  }

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid handles the keys of all cells.
    <td
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a cell that is typed into.
      role="gridcell"
      ref={isActive ? grid.activeCell : undefined}
      tabIndex={isActive && !editing ? 0 : -1}
      aria-label={`${label}, ${spoken(cell, day)}`}
      aria-readonly={day.closed !== null}
      aria-invalid={Boolean(draft?.text)}
      aria-describedby={draft && isActive ? messageId : undefined}
      onFocus={() => {
        if (!isActive) grid.setPlace(place);
      }}
      onClick={(event) => {
        if (day.closed === null && isActive && !editing && isOnCell(event)) grid.begin();
      }}
      className={cn(
        'group/cell relative h-9 scroll-my-12 scroll-ml-56 border-line border-r last:border-r-0 p-0 outline-offset-[-2px] pointer-coarse:h-11',
        dayTint(day),
        day.closed === null ? 'cursor-text' : 'cursor-default text-faint',
      )}
    >
      {editing ? (
        <CellEditor
          label={label}
          text={editing.text}
          isFresh={editing.isFresh}
          messageId={draft && messageId}
          onCommit={(text) => typing.commit({ row, cell }, text)}
          onLeave={leave}
          onCancel={() => {
            typing.drop({ row, cell });
            typing.end();
            focusHere();
          }}
        />
      ) : (
        <Shown cell={cell} row={row} text={draft?.text} isOwnSheet={grid.userId === undefined} />
      )}
      {cell.entryCount > 0 && !editing && (
        <CellDetails grid={grid} row={row} cell={cell} cellKey={key} column={column} />
      )}
      {draft && isActive && (
        <CellMessage id={messageId} anchor={grid.activeCell}>
          {draft.message}
        </CellMessage>
      )}
    </td>
  );
}

/** Not on its button, nor in the popover that React takes for a part of the cell. */
function isOnCell({ target, currentTarget }: MouseEvent): boolean {
  return target instanceof Element && currentTarget.contains(target) && target.closest('button') === null;
}

type ShownProps = {
  cell: TimesheetCell;
  row: TimesheetRow;
  /** What was typed and refused. */
  text: string | undefined;
  isOwnSheet: boolean;
};

function Shown({ cell, row, text, isOwnSheet }: ShownProps) {
  return (
    <span className="figures flex flex-col items-end justify-center px-3 leading-4">
      {text ? (
        <span className="max-w-16 truncate text-danger underline decoration-wavy underline-offset-2">{text}</span>
      ) : (
        cell.seconds > 0 && formatDuration(cell.seconds)
      )}
      {cell.isRunning && <RunningMark row={row} isOwnSheet={isOwnSheet} />}
    </span>
  );
}

function spoken({ seconds, isRunning }: TimesheetCell, { closed, isLocked }: SheetDay): string {
  const parts = [seconds > 0 ? formatDuration(seconds) : 'no time'];
  if (isRunning) parts.push('timer running');
  if (closed !== null && isLocked) parts.push('locked');
  return parts.join(', ');
}

/** How a day's column is tinted, in head, body and foot alike. */
export function dayTint({ isToday, closed, isLocked, on }: SheetDay): string | false {
  if (isToday) return 'bg-accent-subtle/50';
  return ((isLocked && closed !== null) || isWeekend(on)) && 'bg-subtle';
}
