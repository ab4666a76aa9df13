import { describe, expect, it } from 'vitest';
import { identifiersIn } from '@/cli/git-branch';
import { nearest } from '@/cli/nearest';
import { paintFor } from '@/cli/paint';
import { cut, plain, plainLines, widthOf } from '@/cli/plain';
import { retryTime } from '@/cli/read-answer';
import { drawTable } from '@/cli/table';

describe('the issue in the name of a branch', () => {
  it.each([
    ['ada/eng-42-fix-login', ['ENG-42']],
    ['ENG-42', ['ENG-42']],
    ['feature/ENG-042_and_web-7', ['ENG-42', 'WEB-7']],
    ['fix-utf-8-in-eng-42', ['UTF-8', 'ENG-42']],
    ['eng-42-eng-42', ['ENG-42']],
    ['main', []],
    ['v2-rc1', []],
    ['eng-42abc', []],
  ])('%s: %j', (branch, identifiers) => {
    expect(identifiersIn(branch)).toEqual(identifiers);
  });
});

describe('the nearest names', () => {
  const states = ['Backlog', 'Todo', 'In Progress', 'In Review', 'Done', 'Canceled'];
  it.each([
    ['In Progres', 'In Progress'],
    ['prog', 'In Progress'],
    ['DONE', 'Done'],
    ['cancelled', 'Canceled'],
    ['tood', 'Todo'],
  ])('of %s begin with %s', (typed, first) => {
    expect(nearest(typed, states)[0]).toBe(first);
  });

  it('are three at most, each once', () => {
    expect(nearest('bug', ['Bug', 'Bug', 'Debug', 'Big', 'Far away'])).toEqual(['Bug', 'Debug', 'Big']);
    expect(nearest('bug', [])).toEqual([]);
  });
});

describe('text of others on a terminal', () => {
  it('can give the terminal no commands', () => {
    expect(plain('a\u001b]0;title\u0007b\u009b31mc\r\nd\u202ee')).toBe('a]0;titleb31mc de');
    expect(plainLines('one\r\ntwo\u001b[2J')).toBe('one\ntwo[2J');
  });

  it('is measured by the columns that it takes', () => {
    expect([widthOf('abc'), widthOf('日本'), widthOf('e\u0301')]).toEqual([3, 4, 1]);
    expect(cut('日本語のタイトル', 7)).toBe('日本語…');
    expect(cut('short', 5)).toBe('short');
  });
});

describe('a table', () => {
  const columns = [
    { title: 'Name', gives: true },
    { title: 'Time', align: 'right' },
  ] as const;
  const paint = (_: string, text: string) => text;

  it('cuts the column that gives way, and no other', () => {
    const rows = [{ cells: ['A title that is far too long for this', '10:00'] }, { cells: ['日本', '0:05'] }];
    const lines = drawTable(columns, rows, { paint, width: 24 }).split('\n');
    expect(lines).toEqual(['Name                Time', 'A title that is…   10:00', '日本                0:05']);
  });

  it('keeps a line a line', () => {
    expect(drawTable(columns, [{ cells: ['two\nlines', '1:00'] }], { paint, width: null })).toBe(
      'Name       Time\ntwo lines  1:00',
    );
  });
});

describe('colours', () => {
  const terminal = { write: () => undefined, isTty: true, columns: 80 };
  it('are for a terminal whose owner wants them', () => {
    expect(paintFor(terminal, {})('red', 'x')).toBe('\u001b[31mx\u001b[39m');
    expect(paintFor(terminal, { NO_COLOR: '1' })('red', 'x')).toBe('x');
    expect(paintFor(terminal, { TERM: 'dumb' })('red', 'x')).toBe('x');
    expect(paintFor({ ...terminal, isTty: false }, {})('red', 'x')).toBe('x');
  });
});

describe('the time of Retry-After', () => {
  const now = new Date('2026-11-20T12:00:00Z');
  it.each([
    ['30', '2026-11-20T12:00:30.000Z'],
    ['Fri, 20 Nov 2026 12:01:00 GMT', '2026-11-20T12:01:00.000Z'],
    ['2026-11-20T12:02:00.000Z', '2026-11-20T12:02:00.000Z'],
    ['-5', '2026-11-20T12:00:00.000Z'],
    ['soon', undefined],
    ['1e400', undefined],
    ['', undefined],
    [null, undefined],
  ])('%s is %s', (header, at) => {
    expect(retryTime(header, now)?.toISOString()).toBe(at);
  });
});
