import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RemoteIssue } from '@/lib/linear/types';
import { advance, coveredRange, type Position, start } from '@/lib/sync/position';
import { makeIssue, makePage } from '@/tests/support/sync-issue';

function made(second: number, id = `i${second}`): RemoteIssue {
  return makeIssue({ id, createdAt: new Date(Date.UTC(2026, 0, 1, 0, 0, second)).toISOString() });
}

describe('the position of a walk', () => {
  it('ends with the page that says that there is no more', () => {
    expect(advance(start, makePage([made(2), made(1)]), 'createdAt')).toBeNull();
    expect(advance(start, makePage([]), 'createdAt')).toBeNull();
  });

  it('goes on just after the last stamp, leaving out the rows that share it', () => {
    const page = makePage([made(3), made(2, 'a'), made(2, 'b')], true);
    expect(advance(start, page, 'createdAt')).toEqual({ before: '2026-01-01T00:00:02.001Z', seen: ['a', 'b'] });
  });

  it('remembers all rows of a stamp that goes on over many pages', () => {
    const first = advance(start, makePage([made(2, 'a'), made(2, 'b')], true), 'createdAt');
    const second = advance(first ?? start, makePage([made(2, 'c'), made(2, 'd')], true), 'createdAt');
    expect(second).toEqual({ before: '2026-01-01T00:00:02.001Z', seen: ['a', 'b', 'c', 'd'] });
  });

  it('refuses a page that comes again, one that is out of order, and one without any stamp', () => {
    const page = makePage([made(3), made(2)], true);
    const after = advance(start, page, 'createdAt') ?? start;
    const unreadable = { id: 'x', identifier: null, createdAt: null, updatedAt: null, message: 'broken' };
    for (const bad of [
      page,
      makePage([made(1), made(2)], true),
      makePage([], true),
      { ...makePage([], true), unreadable: [unreadable] },
    ]) {
      expect(() => advance(after, bad, 'createdAt')).toThrow(/does not follow/);
    }
  });

  it('counts the stamps of rows that cannot be read', () => {
    const unreadable = [
      { id: 'x', identifier: null, createdAt: made(1).createdAt, updatedAt: null, message: 'broken' },
    ];
    expect(advance(start, { ...makePage([made(2)], true), unreadable }, 'createdAt')).toEqual({
      before: '2026-01-01T00:00:01.001Z',
      seen: ['x'],
    });
  });

  it('meets every row once, in any order of equal stamps, and covers all of time without a gap', () => {
    const workspace = fc.uniqueArray(fc.record({ id: fc.uuid(), second: fc.nat(6) }), {
      selector: ({ id }) => id,
      maxLength: 40,
    });
    fc.assert(
      fc.property(workspace, fc.integer({ min: 1, max: 5 }), (rows, pageSize) => {
        const all = rows.map(({ id, second }) => made(second, id));
        const met: string[] = [];
        const ranges: { from: string | null; to: string | null }[] = [];
        for (let position: Position | null = start; position; ) {
          const page = answer(all, position, pageSize);
          met.push(...page.issues.map(({ id }) => id));
          const next: Position | null = advance(position, page, 'createdAt');
          ranges.push(coveredRange(position, next));
          position = next;
        }
        expect([...met].sort()).toEqual(all.map(({ id }) => id).sort());
        expect(ranges.at(0)?.to).toBeNull();
        expect(ranges.at(-1)?.from).toBeNull();
        for (const [place, { from }] of ranges.slice(0, -1).entries()) expect(ranges[place + 1]?.to).toBe(from);
      }),
    );
  });
});

/** What Linear answers for a position. */
function answer(all: RemoteIssue[], { before, seen }: Position, pageSize: number) {
  const left = all
    .filter(({ id, createdAt }) => (before === null || createdAt < before) && !seen.includes(id))
    .sort((a, b) => (a.createdAt < b.createdAt ? 1 : a.createdAt > b.createdAt ? -1 : a.id < b.id ? 1 : -1));
  return makePage(left.slice(0, pageSize), left.length > pageSize);
}
