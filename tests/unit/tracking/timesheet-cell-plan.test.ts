import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CellEntry, type CellPlan, planCell, sumCell } from '@/lib/tracking/timesheet/timesheet-cell-plan';

const start = new Date('2026-11-16T09:00:00Z');
const typed = (id: string, minutes: number, source = 'timesheet'): CellEntry => ({
  id,
  startedAt: null,
  endedAt: null,
  durationSeconds: minutes * 60,
  source,
});
const timed = (id: string, seconds: number): CellEntry => ({
  id,
  startedAt: start,
  endedAt: new Date(start.getTime() + seconds * 1000),
  durationSeconds: seconds,
  source: 'timer',
});
const running: CellEntry = { id: 'run', startedAt: start, endedAt: null, durationSeconds: 0, source: 'timer' };

describe('planCell', () => {
  it.each<[string, CellEntry[], number, CellPlan]>([
    ['an empty cell gets an entry', [], 3600, { kind: 'add', seconds: 3600 }],
    ['beside timed work only the rest is added', [timed('t', 1800)], 3600, { kind: 'add', seconds: 1800 }],
    ['beside a running timer all of it is added', [running], 60, { kind: 'add', seconds: 60 }],
    ['the same total changes nothing', [typed('a', 60), timed('t', 1800)], 5400, { kind: 'unchanged' }],
    ['an empty cell stays empty', [], 0, { kind: 'unchanged' }],
    [
      'raising adds to what was typed, not to what has a description of its own',
      [typed('a', 60), typed('b', 30, 'manual')],
      7200,
      { kind: 'change', changed: [{ entryId: 'a', seconds: 5400 }], removed: [] },
    ],
    [
      'raising adds to an entry by duration when nothing was typed',
      [typed('a', 60, 'manual'), typed('b', 30, 'manual')],
      7200,
      { kind: 'change', changed: [{ entryId: 'b', seconds: 3600 }], removed: [] },
    ],
    [
      'lowering takes from the last',
      [typed('a', 60), typed('b', 30)],
      4500,
      { kind: 'change', changed: [{ entryId: 'b', seconds: 900 }], removed: [] },
    ],
    [
      'lowering deletes what has nothing left',
      [typed('a', 60), typed('b', 30), typed('c', 30)],
      1800,
      { kind: 'change', changed: [{ entryId: 'a', seconds: 1800 }], removed: ['c', 'b'] },
    ],
    [
      '0 empties the cell of what was typed',
      [timed('t', 1830), typed('a', 60)],
      0,
      { kind: 'change', changed: [], removed: ['a'] },
    ],
    [
      'less than what is timed is refused',
      [timed('t', 1800), typed('a', 60)],
      900,
      { kind: 'refused', timedSeconds: 1800 },
    ],
    ['0 is refused where nothing was typed', [timed('t', 1800)], 0, { kind: 'refused', timedSeconds: 1800 }],
    [
      'the whole minutes of what is timed are what is timed',
      [timed('t', 1830), typed('a', 60)],
      1800,
      { kind: 'change', changed: [], removed: ['a'] },
    ],
  ])('%s', (_name, entries, wanted, plan) => {
    expect(planCell(entries, wanted)).toEqual(plan);
  });

  const entry = fc.record({
    minutes: fc.integer({ min: 1, max: 600 }),
    seconds: fc.integer({ min: 0, max: 59 }),
    kind: fc.constantFrom('timed', 'timesheet', 'manual', 'running'),
  });

  it('comes to the wanted total without touching what has a start and an end, or refuses', () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 8 }), fc.integer({ min: 0, max: 86_400 }), (given, wanted) => {
        const entries = given.map(({ kind, minutes, seconds }, at) => {
          if (kind === 'running') return { ...running, id: `${at}` };
          const size = minutes * 60 + seconds;
          return kind === 'timed' ? timed(`${at}`, size) : { ...typed(`${at}`, 0, kind), durationSeconds: size };
        });
        const plan = planCell(entries, wanted);
        const { timedSeconds } = sumCell(entries);
        if (plan.kind === 'refused') {
          expect(wanted).toBeLessThan(timedSeconds);
          return;
        }
        const after = apply(entries, plan);
        expect(after.filter(({ startedAt }) => startedAt)).toEqual(entries.filter(({ startedAt }) => startedAt));
        expect(after.every(({ startedAt, durationSeconds }) => startedAt !== null || durationSeconds > 0)).toBe(true);
        expect(sumCell(after).seconds).toBe(Math.max(wanted, timedSeconds));
        // Typed twice, or in two tabs at once, it counts once.
        expect(planCell(after, sumCell(after).seconds)).toEqual({ kind: 'unchanged' });
      }),
      { numRuns: 1000 },
    );
  });
});

function apply(entries: CellEntry[], plan: CellPlan): CellEntry[] {
  if (plan.kind === 'add') return [...entries, { ...typed('new', 0), durationSeconds: plan.seconds }];
  if (plan.kind !== 'change') return entries;
  return entries
    .filter(({ id }) => !plan.removed.includes(id))
    .map((each) => {
      const change = plan.changed.find(({ entryId }) => entryId === each.id);
      return change ? { ...each, durationSeconds: change.seconds } : each;
    });
}
