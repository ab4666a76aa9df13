'use client';

import { useState } from 'react';
import { subjectKey } from '@/app/(signed-in)/_entries/subject';
import type { TimeEntry } from '@/lib/contracts/time-entry';
import type { Timesheet, TimesheetCell, TimesheetRow } from '@/lib/contracts/timesheet';
import type { SheetDay } from './day-state';
import { gridKeys } from './grid-keys';
import { isEmptyRow } from './sheet';
import type { SheetQuery } from './sheet-query';
import { cellKeyOf, useCellTyping } from './use-cell-typing';
import { type Place, useGridPlace } from './use-grid-place';
import { useSetCell } from './use-set-cell';

type Options = {
  sheet: Timesheet;
  days: readonly SheetDay[];
  query: SheetQuery;
  onRemoveRow: (row: TimesheetRow) => void;
  onOpenRow: (row: TimesheetRow) => void;
};

type Target = { row: TimesheetRow; cell: TimesheetCell; closed: string | null };
export type WeekGridState = ReturnType<typeof useWeekGrid>;

/** The week as a spreadsheet: where one is, what is being typed, and what each key does. */
export function useWeekGrid({ sheet, days, query, onRemoveRow, onOpenRow }: Options) {
  const today = days.findIndex(({ isToday }) => isToday);
  const grid = useGridPlace(sheet.rows.map(subjectKey), Math.max(0, today) + 1);
  const typing = useCellTyping(useSetCell(query));
  const windows = useWindows();
  const [hasFocus, setHasFocus] = useState(false);
  const { place } = grid;
  const row = sheet.rows.find((each) => subjectKey(each) === place?.rowKey);
  const target = row && place ? targetAt(row, place.column, days) : null;

  function begin(typed?: string) {
    if (target === null) return;
    if (target.closed !== null) typing.refuse(target, target.closed);
    else typing.begin(target, typed);
  }

  const onKeyDown = gridKeys({
    isResting: typing.editing !== null || !row,
    move: (step) => {
      typing.forgetReasons();
      grid.move(step);
    },
    edit: () => (target || !row ? begin() : onOpenRow(row)),
    type: begin,
    clear: () => {
      if (target?.closed) typing.refuse(target, target.closed);
      else if (target) typing.commit(target, '');
      else if (row && isEmptyRow(row)) onRemoveRow(row);
    },
    show: () => {
      if (target && target.cell.entryCount > 0) windows.setDetails(cellKeyOf(target.row, target.cell));
    },
    drop: () => target !== null && typing.drop(target),
  });

  function goTo(next: Place) {
    typing.forgetReasons();
    grid.setPlace(next);
  }

  return {
    ...grid,
    ...windows,
    setPlace: goTo,
    typing,
    begin,
    onKeyDown,
    /** The row and the day that the keys are about; null while the focus is elsewhere. */
    active: hasFocus && row ? { row, day: days[(place?.column ?? 0) - 1] ?? null } : null,
    setHasFocus,
    userId: query.userId,
  };
}

/** What is open over the grid: the details of a cell, or one of its entries. */
function useWindows() {
  const [details, setDetails] = useState<string | null>(null);
  const [edited, edit] = useState<TimeEntry | null>(null);
  return { details, setDetails, edited, edit };
}

function targetAt(row: TimesheetRow, column: number, days: readonly SheetDay[]): Target | null {
  const cell = row.cells[column - 1];
  const day = days[column - 1];
  return cell && day ? { row, cell, closed: day.closed } : null;
}
