import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changedEntry } from '@/app/(signed-in)/_entries/changed-entry';
import { draftFields, type EntryFields, fieldsOf } from '@/app/(signed-in)/_entries/entry-fields';
import { changeOf, entryForm, inputOf } from '@/app/(signed-in)/_entries/entry-form-values';
import { storedTimes, typedDuration, typedSpan } from '@/app/(signed-in)/_entries/typed-span';
import { entryChange, entryInput, type TimeEntry } from '@/lib/contracts/time-entry';
import { makeEntry } from './make-entry';

const timeZone = 'Europe/Berlin';
const now = Date.parse('2026-11-20T12:00:00Z');
const project = { id: 'p1', name: 'Engineering', color: '#5b5bd6' };

const empty = draftFields({ subject: { task: null, project } }, { timeZone, now });
const form = entryForm({ stored: null, timeZone });
const fields = (typed: Partial<EntryFields>): EntryFields => ({ ...empty, ...typed });
const input = (typed: Partial<EntryFields>, touched: Partial<Record<keyof EntryFields, unknown>> = {}) =>
  inputOf(fields(typed), { stored: null, timeZone, touched });
const problems = (typed: Partial<EntryFields>) =>
  form.safeParse(fields(typed)).error?.issues.map(({ path, message }) => [path.join('.'), message]) ?? [];

describe('a new entry', () => {
  it('starts on the day of the person, on what it was opened for', () => {
    expect(empty).toMatchObject({ on: '2026-11-20', kind: 'span', projectId: 'p1', taskId: '', startedAt: '' });
    expect(draftFields({}, { timeZone: 'Pacific/Auckland', now }).on).toBe('2026-11-21');
  });

  it('fills a gap to the second', () => {
    const start = Date.parse('2026-11-20T08:30:17Z');
    const gap = draftFields({ start, end: start + 600_000, on: '2026-11-20' }, { timeZone, now });
    expect([gap.startedAt, gap.endedAt]).toEqual(['09:30:17', '09:40:17']);
    expect(typedSpan(gap, null, timeZone)?.start.toISOString()).toBe('2026-11-20T08:30:17.000Z');
  });

  it('fills a gap in which the clock shows the same time twice', () => {
    const [start, end] = [Date.parse('2026-10-25T00:30:00Z'), Date.parse('2026-10-25T01:30:00Z')];
    const gap = draftFields({ start, end, on: '2026-10-25', subject: { task: null, project } }, { timeZone, now });
    const iso = { startedAt: new Date(start).toISOString(), endedAt: new Date(end).toISOString() };
    const times = { stored: storedTimes(gap, iso), timeZone };
    expect([gap.startedAt, gap.endedAt]).toEqual(['02:30', '02:30']);
    expect(entryForm(times).safeParse(gap).success).toBe(true);
    expect(inputOf(gap, { ...times, touched: {} })).toEqual({ projectId: 'p1', ...iso });
  });

  it('is sent with start and end as instants', () => {
    expect(input({ startedAt: '9', endedAt: '1030' })).toEqual({
      projectId: 'p1',
      startedAt: '2026-11-20T08:00:00.000Z',
      endedAt: '2026-11-20T09:30:00.000Z',
    });
  });

  it('ends on the next day when the end is before the start', () => {
    expect(input({ startedAt: '23:00', endedAt: '1:00' }).endedAt).toBe('2026-11-21T00:00:00.000Z');
    expect(typedDuration(fields({ startedAt: '23:00', endedAt: '1:00' }), null, timeZone)).toBe(7200);
  });

  it('is sent with its day and duration alone when it was given so', () => {
    const typed = { kind: 'duration', durationSeconds: '1,5', startedAt: '9', endedAt: '10' } as const;
    expect(input(typed)).toEqual({ projectId: 'p1', on: '2026-11-20', durationSeconds: 5400 });
  });

  it('sends the task alone, and leaves billable to the server until it is touched', () => {
    const typed = { taskId: 't1', kind: 'duration', durationSeconds: '1h', billable: false } as const;
    expect(input(typed)).toEqual({ taskId: 't1', on: '2026-11-20', durationSeconds: 3600 });
    expect(input(typed, { billable: true })).toMatchObject({ billable: false });
  });

  it('says at each field what is wrong with it', () => {
    expect(problems({ projectId: '', startedAt: '', endedAt: 'soon' })).toEqual([
      ['taskId', 'Choose a task, or a project.'],
      ['startedAt', 'Enter a time, like 9:30.'],
      ['endedAt', 'Enter a time, like 9:30.'],
    ]);
    expect(problems({ startedAt: '9:00', endedAt: '9' })).toEqual([['endedAt', 'The end must be after the start.']]);
    expect(problems({ kind: 'duration', durationSeconds: '90', on: '' })).toEqual([
      ['on', 'Choose a day.'],
      ['durationSeconds', 'Use at most 24 hours. For minutes, write 90m.'],
    ]);
    expect(problems({ kind: 'duration', durationSeconds: '0' })).toEqual([
      ['durationSeconds', 'Enter more than no time.'],
    ]);
    expect(problems({ startedAt: '9', endedAt: '10', tags: ['a|b'] })).toEqual([
      ['tags.0', 'A tag has no comma and no bar.'],
    ]);
    expect(problems({ startedAt: '9', endedAt: '10' })).toEqual([]);
  });
});

describe('a changed entry', () => {
  const entry = makeEntry({ startedAt: '2026-11-20T08:30:17.000Z', endedAt: '2026-11-20T09:00:45.000Z', timeZone });
  const change = (typed: Partial<EntryFields>, of: TimeEntry = entry) => {
    const before = fieldsOf(of);
    const touched = Object.fromEntries(Object.keys(typed).map((field) => [field, true]));
    const context = { stored: storedTimes(before, of), timeZone: of.timeZone, touched };
    return changeOf(of, { ...before, ...typed }, context);
  };

  it('sends nothing when nothing was touched, the seconds that no field shows included', () => {
    expect(change({})).toEqual({});
    expect(change({ startedAt: '9:30', endedAt: '1000' })).toEqual({});
  });

  it('sends only the end when only the end was changed', () => {
    expect(change({ endedAt: '10:15' })).toEqual({ endedAt: '2026-11-20T09:15:00.000Z' });
  });

  it('moves start and end to the second when the day is another one', () => {
    expect(change({ on: '2026-11-19' })).toEqual({
      startedAt: '2026-11-19T08:30:17.000Z',
      endedAt: '2026-11-19T09:00:45.000Z',
    });
  });

  it('keeps the hour that it had in a night in which the hour comes twice', () => {
    const second = makeEntry({
      startedAt: '2026-10-25T01:15:00.000Z',
      endedAt: '2026-10-25T01:45:00.000Z',
      on: '2026-10-25',
      timeZone,
    });
    expect(fieldsOf(second)).toMatchObject({ startedAt: '02:15', endedAt: '02:45' });
    expect(change({ description: 'Night' }, second)).toEqual({ description: 'Night' });
    expect(change({ endedAt: '2:30' }, second)).toEqual({ endedAt: '2026-10-25T01:30:00.000Z' });
  });

  it('becomes a duration, and back', () => {
    expect(change({ kind: 'duration', durationSeconds: '45m' })).toEqual({ on: '2026-11-20', durationSeconds: 2700 });
    const day = makeEntry({ startedAt: null, endedAt: null, durationSeconds: 2700, timeZone });
    expect(change({ durationSeconds: '1h' }, day)).toEqual({ durationSeconds: 3600 });
    expect(change({ kind: 'span', startedAt: '9', endedAt: '9:45' }, day)).toEqual({
      startedAt: '2026-11-20T08:00:00.000Z',
      endedAt: '2026-11-20T08:45:00.000Z',
    });
  });

  it('of a running timer sends the start alone', () => {
    const running = makeEntry({ startedAt: '2026-11-20T08:30:17.000Z', endedAt: null, timeZone });
    expect(fieldsOf(running).kind).toBe('running');
    expect(change({ startedAt: '9:00' }, running)).toEqual({ startedAt: '2026-11-20T08:00:00.000Z' });
  });

  it('leaves the task for its project', () => {
    expect(change({ taskId: '', projectId: 'p2' })).toEqual({ taskId: null, projectId: 'p2' });
    expect(change({ taskId: 't2', projectId: 'p2' })).toEqual({ taskId: 't2' });
  });

  it('looks like what was typed while the server has not heard of it', () => {
    const subject = { task: null, project: { ...project, id: 'p2' } };
    const shown = changedEntry(entry, { endedAt: '2026-11-20T09:30:17.000Z', tags: ['late'] }, subject);
    expect(shown).toMatchObject({ durationSeconds: 3600, tags: ['late'], task: null, project: { id: 'p2' } });
    expect(changedEntry(entry, { endedAt: '2026-11-20T09:30:17.000Z' }, entry)).toMatchObject({
      durationSeconds: 3600,
    });
    expect(changedEntry(entry, { on: '2026-11-19', durationSeconds: 60 }, null)).toMatchObject({
      startedAt: null,
      endedAt: null,
      on: '2026-11-19',
      durationSeconds: 60,
    });
  });
});

describe('whatever is typed', () => {
  const clockText = fc.oneof(fc.stringMatching(/^[0-9:. apm]{0,8}$/), fc.constantFrom('9', '930', '23:59', '0:00', ''));
  const anyFields = fc.record({
    kind: fc.constantFrom('span' as const, 'duration' as const),
    on: fc.constantFrom('2026-11-20', '2026-03-29', '2026-10-25', '2024-02-29', '', 'x'),
    startedAt: clockText,
    endedAt: clockText,
    durationSeconds: fc.oneof(fc.stringMatching(/^[0-9hm:., ]{0,8}$/), fc.constantFrom('1h 30m', '25h', '-1')),
    tags: fc.array(fc.string({ maxLength: 60 }), { maxLength: 3 }),
  });

  it('what the form lets through, the contract of the API takes too', () => {
    const entry = makeEntry({ startedAt: '2026-11-20T08:30:17.000Z', endedAt: '2026-11-20T09:00:45.000Z', timeZone });
    const stored = storedTimes(fieldsOf(entry), entry);
    fc.assert(
      fc.property(anyFields, (typed) => {
        const checked = form.safeParse(fields(typed));
        if (!checked.success) return;
        expect(
          entryInput.safeParse(inputOf(checked.data, { stored: null, timeZone, touched: {} })).error,
        ).toBeUndefined();
        expect(
          entryChange.safeParse(changeOf(entry, checked.data, { stored, timeZone, touched: { tags: 1 } })).error,
        ).toBeUndefined();
      }),
      { numRuns: 1000 },
    );
  });
});
