import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { subjectKey } from '@/app/(signed-in)/_entries/subject';
import { sheetDays } from '@/app/(signed-in)/timesheet/day-state';
import { emptyRow, isEmptyRow, typedCell, withCell, withoutRow, withRow } from '@/app/(signed-in)/timesheet/sheet';
import type { Timesheet, TimesheetCell, TimesheetRow } from '@/lib/contracts/timesheet';
import { addDays, listDays } from '@/lib/time/local-day';

const weekOn = '2026-11-16';
const days = listDays(weekOn, addDays(weekOn, 6)).map((on) => ({ on }));
const project = (name: string) => ({ id: name, name, color: '#5b5bd6' });

function task(identifier: string): NonNullable<TimesheetRow['task']> {
  return { id: identifier, name: `${identifier}: x`, identifier, url: null, status: 'todo', sourceState: 'live' };
}

function sheet(subjects: Parameters<typeof emptyRow>[0][]): Timesheet {
  const empty: Timesheet = {
    user: { id: 'u', name: 'Ada' },
    weekOn,
    today: '2026-11-18',
    lockBefore: '2026-11-17',
    rounding: { mode: 'none', minutes: 15, per: 'entry' },
    days: days.map(({ on }) => ({ on, seconds: 0, roundedSeconds: 0, isLocked: on < '2026-11-17' })),
    rows: [],
    seconds: 0,
    roundedSeconds: 0,
    targetSeconds: 144_000,
  };
  return subjects.reduce((before, subject) => withRow(before, emptyRow(subject, days)), empty);
}

const cellOf = (on: string, seconds: number, timedSeconds = 0): TimesheetCell => ({
  on,
  seconds,
  timedSeconds,
  entryCount: seconds > 0 ? 1 : 0,
  isRunning: false,
});

describe('a sheet ahead of the server', () => {
  it('adds up by row, day and week whatever is typed where', () => {
    const subjects = ['A-1', 'A-2', 'A-3'].map((identifier) => ({ task: task(identifier), project: project('A') }));
    const typed = fc.record({
      subject: fc.constantFrom(...subjects),
      day: fc.constantFrom(...days),
      seconds: fc.integer({ min: 0, max: 86_400 }),
    });
    fc.assert(
      fc.property(fc.array(typed, { maxLength: 20 }), (all) => {
        const after = all.reduce(
          (before, { subject, day, seconds }) => withCell(before, subjectKey(subject), cellOf(day.on, seconds)),
          sheet(subjects),
        );
        const cells = after.rows.flatMap((row) => row.cells);
        const total = cells.reduce((sum, { seconds }) => sum + seconds, 0);
        expect(after.seconds).toBe(total);
        expect(after.rows.reduce((sum, { seconds }) => sum + seconds, 0)).toBe(total);
        expect(after.days.reduce((sum, { seconds }) => sum + seconds, 0)).toBe(total);
      }),
      { numRuns: 1000 },
    );
  });

  it('never shows less than what is timed, and counts the entry that typing makes', () => {
    expect(typedCell(cellOf(weekOn, 0), 60)).toMatchObject({ seconds: 60, entryCount: 1 });
    expect(typedCell(cellOf(weekOn, 60), 90)).toMatchObject({ seconds: 90, entryCount: 1 });
    expect(typedCell(cellOf(weekOn, 3600, 3600), 7200)).toMatchObject({ seconds: 7200, entryCount: 2 });
    expect(typedCell(cellOf(weekOn, 3600, 1800), 0)).toMatchObject({ seconds: 1800 });
  });

  it('puts a row where the server will, once, and takes it away', () => {
    const subjects = [
      { task: null, project: project('B') },
      { task: task('A-10'), project: project('A') },
      { task: task('A-9'), project: project('A') },
      { task: null, project: project('A') },
    ];
    const names = ({ rows }: Timesheet) => rows.map((row) => row.task?.identifier ?? row.project.name);
    const before = sheet(subjects);
    expect(names(before)).toEqual(['A', 'A-9', 'A-10', 'B']);
    expect(names(sheet([...subjects, ...subjects]))).toEqual(['A', 'A-9', 'A-10', 'B']);
    expect(names(withoutRow(before, 'task A-9'))).toEqual(['A', 'A-10', 'B']);
  });

  it('keeps a row with a running timer from being removed', () => {
    const row = emptyRow({ task: task('A-1'), project: project('A') }, days);
    expect(isEmptyRow(row)).toBe(true);
    const cells = row.cells.map((cell) => (cell.on === weekOn ? { ...cell, entryCount: 1, isRunning: true } : cell));
    expect(isEmptyRow({ ...row, cells })).toBe(false);
  });
});

describe('the days of a sheet', () => {
  it('are closed where they are locked or have not come yet', () => {
    const closed = sheetDays(sheet([]), false).map((day) => day.closed?.slice(0, 11) ?? null);
    expect(closed).toEqual(['Days before', null, null, 'This day ha', 'This day ha', 'This day ha', 'This day ha']);
  });

  it('stay open to admins where they are locked', () => {
    const [monday] = sheetDays(sheet([]), true);
    expect(monday).toMatchObject({ isLocked: true, closed: null });
  });
});
