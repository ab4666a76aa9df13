import { describe, expect, it } from 'vitest';
import { chosenDrafts, type DraftChoices, stretchOf } from '@/app/(signed-in)/timesheet/day/draft-choices';
import { trimmedSpan } from '@/app/(signed-in)/timesheet/day/trimmed-span';
import type { DraftEntry } from '@/lib/contracts/draft';

const at = (time: string) => Date.parse(`2026-11-17T${time}:00Z`);

function draft(from: string, to: string, taskId = 'task'): DraftEntry {
  const startedAt = new Date(at(from)).toISOString();
  return {
    id: `${taskId}@${startedAt}`,
    on: '2026-11-17',
    startedAt,
    endedAt: new Date(at(to)).toISOString(),
    durationSeconds: (at(to) - at(from)) / 1000,
    task: { id: taskId, identifier: 'ENG-1', name: 'ENG-1: Fix', project: { id: 'p', name: 'P', color: '#fff' } },
    reasons: [],
  };
}
const none: DraftChoices = { dropped: [], trimmed: new Map() };
const dropped = (...drafts: DraftEntry[]): DraftChoices => ({
  ...none,
  dropped: drafts.map(({ id, task, ...rest }) => ({ id, taskId: task.id, ...stretchOf(rest) })),
});

describe('drafts as they were chosen', () => {
  it('leave out a dropped one, although it has grown since', () => {
    expect(chosenDrafts([draft('09:00', '12:10')], dropped(draft('09:00', '12:00')))).toEqual([]);
  });

  it('leave out what is left of one that was accepted trimmed', () => {
    const left = [draft('09:00', '09:30'), draft('11:00', '12:00')];
    expect(chosenDrafts(left, dropped(draft('09:00', '12:00')))).toEqual([]);
  });

  it('keep another task’s at the same time, and one that goes beyond', () => {
    const kept = [draft('09:30', '10:00', 'other'), draft('10:00', '13:00')];
    expect(chosenDrafts(kept, dropped(draft('09:00', '12:00')))).toHaveLength(2);
  });

  it('are as long as they were trimmed, as long as that is within them', () => {
    const whole = draft('09:00', '12:00');
    const trimmed = new Map([[whole.id, { start: at('10:00'), end: at('11:00') }]]);
    expect(chosenDrafts([whole], { ...none, trimmed })).toMatchObject([{ durationSeconds: 3_600, isTrimmed: true }]);
    const shorter = draft('09:00', '10:30');
    expect(chosenDrafts([shorter], { ...none, trimmed })).toMatchObject([{ durationSeconds: 5_400, isTrimmed: false }]);
  });
});

describe('the times that a draft is trimmed to', () => {
  const zone = 'Europe/Berlin';
  const whole = { start: Date.parse('2026-11-17T09:05:00Z'), end: Date.parse('2026-11-17T11:40:00Z') };
  const written = (from: string, to: string, stretch = whole) => {
    const span = trimmedSpan({ from, to }, stretch, zone);
    return span && [span.start, span.end].map((each) => new Date(each).toISOString().slice(11, 16)).join('-');
  };

  it.each([
    ['10:05', '12:40', '09:05-11:40'],
    ['1030', '12', '09:30-11:00'],
    ['10:30', '10:30', null],
    ['12:00', '11:00', null],
    ['10:00', '12:40', null],
    ['10:05', '12:41', null],
    ['soon', '12:40', null],
  ])('%s to %s', (from, to, expected) => {
    expect(written(from, to)).toBe(expected);
  });

  it('end with the second of two equal times where the draft does', () => {
    const night = { start: Date.parse('2026-10-24T23:00:00Z'), end: Date.parse('2026-10-25T01:30:00Z') };
    expect(written('01:00', '02:30', night)).toBe('23:00-01:30');
    expect(written('02:00', '02:30', night)).toBe('00:00-01:30');
  });

  it('may end at midnight', () => {
    const late = { start: Date.parse('2026-11-17T21:00:00Z'), end: Date.parse('2026-11-17T23:00:00Z') };
    expect(written('23:00', '00:00', late)).toBe('22:00-23:00');
  });
});
