import { describe, expect, it } from 'vitest';
import { pdfOf } from '@/lib/tracking/reports/report-pdf';
import { pageWords, shorten } from '@/lib/tracking/reports/report-pdf-cells';
import type { Column, TableRow } from '@/lib/tracking/reports/report-table';

const money = { currency: 'EUR', digits: 2 };
const name: Column = { title: 'Project', kind: 'text', width: 26 };
const duration: Column = { title: 'Duration', kind: 'clock', width: 10 };

async function draw(rows: TableRow[], title = 'Time report'): Promise<string> {
  const table = { columns: [name, duration], rows, money };
  const lines = ['16 Nov 2026 to 22 Nov 2026', 'Project: Alpha'];
  const pages = await pdfOf({ table, rowCount: rows.length, layout: 'portrait', title, lines, madeOn: 'Made today' });
  const pieces: Buffer[] = [];
  for await (const piece of pages) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces).toString('latin1');
}

const pagesOf = (pdf: string) => [...pdf.matchAll(/\/Type \/Page\n/g)].length;
const row = (text: string): TableRow => ({ level: 'row', cells: [text, 3_600] });

describe('a PDF', () => {
  it('is of A4 pages, as many as it takes', async () => {
    const one = await draw([row('Alpha'), { level: 'total', cells: ['Total', 3_600] }]);
    expect(one.startsWith('%PDF-')).toBe(true);
    expect(one).toContain('/MediaBox [0 0 595.28 841.89]');
    expect(pagesOf(one)).toBe(1);
    expect(pagesOf(await draw(Array.from({ length: 120 }, (_, at) => row(`Project ${at}`))))).toBe(3);
  });

  it('carries its letters with it', async () => {
    expect(await draw([row('Žluťoučký, Жук, Ωmega')])).toMatch(/\/BaseFont \/[A-Z]+\+Inter/);
  });

  it.each([
    ['letters that the font lacks', '日本語 🎉 عربى ไทย'],
    ['control characters and line ends', 'a\u0000b\r\n\tc\u200b\u202e'],
    ['half a letter', '\ud83c'],
    ['a word without end', 'x'.repeat(2_000)],
    ['nothing', ''],
  ])('draws %s', async (_what, text) => {
    expect(pagesOf(await draw([row(text), { level: 'group', cells: [text, 1] }], text))).toBe(1);
  });

  it('fails as its rows do', async () => {
    const rows = (async function* (): AsyncGenerator<TableRow> {
      yield row('Alpha');
      throw new Error('The database is gone');
    })();
    const table = { columns: [name, duration], rows, money };
    const pages = await pdfOf({ table, rowCount: 2, layout: 'landscape', title: '', lines: [], madeOn: '' });
    await expect(pages.toArray()).rejects.toThrow('The database is gone');
  });
});

describe('a value on a page', () => {
  it.each<[string | number | null, Partial<Column>, string]>([
    [7_500, { kind: 'clock' }, '2:05'],
    [5_400, { kind: 'hours' }, '1.50'],
    [123_450, { kind: 'money' }, '€1,234.50'],
    [1_200, { kind: 'count' }, '1,200'],
    [0.5, { kind: 'count' }, '0.5'],
    [null, { kind: 'money' }, ''],
    ['2026-11-20', { kind: 'day' }, '20 Nov 2026'],
    ['2026-11-20', { kind: 'day', unit: 'day' }, 'Fri 20 Nov 2026'],
    ['2026-11-16', { kind: 'day', unit: 'week' }, '16 Nov 2026 to 22 Nov 2026'],
    ['2026-11', { kind: 'text', unit: 'month' }, 'November 2026'],
    ['Total', { kind: 'day', unit: 'week' }, 'Total'],
    ['2026-11-20 is a title', { kind: 'text' }, '2026-11-20 is a title'],
    ['two\n lines', { kind: 'text' }, 'two lines'],
  ])('%s as %o is "%s"', (value, column, words) => {
    expect(pageWords(value, { ...name, ...column }, money)).toBe(words);
  });

  it('is cut where its column ends, and never within a letter', () => {
    const widthOf = (letter: string) => (letter === '…' ? 1 : 2);
    expect(shorten('abcd', 8, widthOf)).toBe('abcd');
    expect(shorten('abcde', 8, widthOf)).toBe('abc…');
    expect(shorten('ab cde', 7, widthOf)).toBe('ab…');
    expect(shorten('🎉🎉🎉', 5, widthOf)).toBe('🎉🎉…');
    expect(shorten('abc', 0.5, widthOf)).toBe('…');
  });
});
