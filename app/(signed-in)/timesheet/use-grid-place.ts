'use client';

import { useEffect, useRef, useState } from 'react';

/** Column 0 is the head of the row, 1 to 7 are its days. */
export type Place = { rowKey: string; column: number };
export type Step = 'up' | 'down' | 'left' | 'right' | 'rowStart' | 'rowEnd' | 'gridStart' | 'gridEnd';

const dayCount = 7;

/**
 * The one cell of the grid that Tab leads to, and the ways from it. The row is held, not its number: rows come, go and
 * change places while one types.
 */
export function useGridPlace(rowKeys: readonly string[], firstColumn: number) {
  const [wanted, setWanted] = useState<Place | null>(null);
  const activeCell = useRef<HTMLTableCellElement>(null);
  const wantsFocus = useRef(false);
  const rowIndex = Math.max(0, wanted === null ? 0 : rowKeys.indexOf(wanted.rowKey));
  const rowKey = rowKeys[rowIndex];
  const place: Place | null = rowKey === undefined ? null : { rowKey, column: wanted?.column ?? firstColumn };

  // The cell may have to be rendered before it can have the focus.
  useEffect(() => {
    if (!wantsFocus.current || !activeCell.current) return;
    wantsFocus.current = false;
    activeCell.current.focus();
  });

  function focus(next: Place) {
    wantsFocus.current = true;
    setWanted({ ...next });
  }

  /** To the cell that Tab leads to; when there is no row yet, to the first that comes. */
  function enter() {
    focus(place ?? { rowKey: '', column: firstColumn });
  }

  function focusRow(row: number, column: number): boolean {
    const next = rowKeys[row];
    if (next === undefined || column < 0 || column > dayCount) return false;
    focus({ rowKey: next, column });
    return true;
  }

  /** False at the edge: there is nothing on that side. */
  function move(step: Step): boolean {
    if (place === null) return false;
    return focusRow(...target(step, rowIndex, place.column, rowKeys.length));
  }

  /** To the next cell that takes time, over the end of a row too; false after the last. */
  function moveOn(backwards: boolean): boolean {
    if (place === null) return false;
    const at = rowIndex * dayCount + place.column - 1 + (backwards ? -1 : 1);
    return at >= 0 && focusRow(Math.floor(at / dayCount), (at % dayCount) + 1);
  }

  return { place, activeCell, setPlace: setWanted, focus, enter, move, moveOn };
}

function target(step: Step, row: number, column: number, rows: number): [number, number] {
  const steps: Record<Step, [number, number]> = {
    up: [row - 1, column],
    down: [row + 1, column],
    left: [row, column - 1],
    right: [row, column + 1],
    rowStart: [row, 1],
    rowEnd: [row, dayCount],
    gridStart: [0, 1],
    gridEnd: [rows - 1, dayCount],
  };
  return steps[step];
}
