'use client';

import { useState } from 'react';
import { readError } from '@/app/_ui/read-error';
import { subjectKey } from '@/app/(signed-in)/_entries/subject';
import type { TimesheetCell, TimesheetRow } from '@/lib/contracts/timesheet';
import { durationProblem, parseDuration } from '@/lib/time/duration';
import { formatDuration } from '@/lib/time/format-duration';
import type { TypedCell } from './use-set-cell';

/** What was typed and is not stored, and why; with no text, why nothing can be typed. */
export type Draft = { text: string; message: string };
type Editing = { cellKey: string; text: string; isFresh: boolean };
type Target = { row: TimesheetRow; cell: TimesheetCell };

const noDrafts: ReadonlyMap<string, Draft> = new Map();

/** One cell is typed in at a time; what was refused stays in its cell until it is put right or dropped with Escape. */
export function useCellTyping(setCell: (typed: TypedCell) => Promise<unknown>) {
  const [editing, setEditing] = useState<Editing | null>(null);
  const [drafts, setDrafts] = useState(noDrafts);

  function setDraft(cellKey: string, draft: Draft | null) {
    setDrafts((before) => {
      const others = [...before].filter(([key]) => key !== cellKey);
      return new Map(draft === null ? others : [...others, [cellKey, draft]]);
    });
  }

  /** `typed`: the first letter, which replaces what is there. */
  function begin({ row, cell }: Target, typed?: string) {
    const cellKey = cellKeyOf(row, cell);
    const kept = drafts.get(cellKey)?.text || (cell.seconds > 0 ? formatDuration(cell.seconds) : '');
    setEditing({ cellKey, text: typed ?? kept, isFresh: typed !== undefined });
  }

  /** False when it is no duration: the text stays, with the reason. */
  function commit({ row, cell }: Target, text: string): boolean {
    const cellKey = cellKeyOf(row, cell);
    const message = text.trim() === '' ? null : durationProblem(text, { allowsZero: true });
    setDraft(cellKey, message === null ? null : { text, message });
    if (message !== null) return false;
    const seconds = parseDuration(text) ?? 0;
    if (isShown(cell, seconds)) return true;
    setCell({ subject: row, cell, seconds }).catch((error: unknown) => {
      setDraft(cellKey, { text, message: readError(error).message ?? 'This could not be saved. Try again.' });
    });
    return true;
  }

  return {
    editing,
    drafts,
    begin,
    commit,
    end: () => setEditing(null),
    /** False: nothing was there. */
    drop: ({ row, cell }: Target) => {
      const cellKey = cellKeyOf(row, cell);
      setDraft(cellKey, null);
      return drafts.has(cellKey);
    },
    refuse: (target: Target, message: string) => setDraft(cellKeyOf(target.row, target.cell), { text: '', message }),
    /** Reasons are read where they came up; elsewhere they are in the way. */
    forgetReasons: () => setDrafts((before) => withoutReasons(before)),
  };
}

export function cellKeyOf(row: TimesheetRow, { on }: TimesheetCell): string {
  return `${subjectKey(row)} ${on}`;
}

/** Cells show whole minutes: what is shown, typed again, changes nothing. */
function isShown({ seconds }: TimesheetCell, typed: number): boolean {
  return typed === seconds || typed === seconds - (seconds % 60);
}

function withoutReasons(drafts: ReadonlyMap<string, Draft>): ReadonlyMap<string, Draft> {
  const kept = [...drafts].filter(([, { text }]) => text !== '');
  return kept.length === drafts.size ? drafts : new Map(kept);
}
