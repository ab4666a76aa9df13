import { stringify } from 'csv-stringify/sync';
import { formatDuration } from '@/lib/time/format-duration';
import type { CellValue, ColumnKind, Money, ReportTable } from './report-table';
import { decimalHours, plainMoney } from './report-words';

const linesAtOnce = 500;

/**
 * RFC 4180, with a byte order mark, without which Excel takes it for another alphabet. What a spreadsheet would take for
 * a formula gets an apostrophe before it; numbers stay numbers. Comes in pieces, so that a million lines need no memory.
 */
export async function* csvOf({ columns, rows, money }: ReportTable): AsyncGenerator<string> {
  yield `\uFEFF${lines([columns.map(({ title }) => title)])}`;
  let waiting: CellValue[][] = [];
  for await (const { level, cells } of rows) {
    if (level === 'group') continue;
    waiting.push(cells.map((value, at) => write(value, columns[at]?.kind ?? 'text', money)));
    if (waiting.length < linesAtOnce) continue;
    yield lines(waiting);
    waiting = [];
  }
  if (waiting.length > 0) yield lines(waiting);
}

function lines(records: CellValue[][]): string {
  // By itself it quotes the record delimiter, and not half of it.
  return stringify(records, { record_delimiter: '\r\n', escape_formulas: true, quoted_match: /[\r\n]/ });
}

function write(value: CellValue, kind: ColumnKind, { digits }: Money): CellValue {
  if (typeof value !== 'number') return value;
  if (kind === 'clock') return formatDuration(value);
  if (kind === 'hours') return decimalHours(value);
  return kind === 'money' ? plainMoney(value, digits) : value;
}
