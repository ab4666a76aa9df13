import type { Cell } from 'write-excel-file/node';
import type { CellValue, ColumnKind, Money, ReportTable } from './report-table';

const daySeconds = 24 * 3600;

/** A sheet with typed cells: text is text, whatever it begins with; durations, days and amounts can be reckoned with. */
export async function xlsxOf({ columns, rows, money }: ReportTable): Promise<Uint8Array> {
  const data: Cell[][] = [columns.map(({ title }) => ({ value: title, type: String, fontWeight: 'bold' }))];
  for await (const { level, cells } of rows) {
    if (level === 'group') continue;
    const weight = level === 'total' ? ({ fontWeight: 'bold', topBorderStyle: 'thin' } as const) : null;
    data.push(
      cells.map((value, at) => {
        const cell = toCell(value, columns[at]?.kind ?? 'text', money);
        return weight === null ? cell : { ...(typeof cell === 'object' ? cell : {}), ...weight };
      }),
    );
  }
  const { default: writeExcelFile } = await import('write-excel-file/node');
  const widths = columns.map(({ width }) => ({ width }));
  return writeExcelFile(data, { sheet: 'Report', columns: widths, stickyRowsCount: 1 }).toBuffer();
}

function toCell(value: CellValue, kind: ColumnKind, { digits }: Money): Cell {
  if (value === null || value === '') return null;
  if (typeof value === 'number') return { value: scale(value, kind, digits), type: Number, ...formatOf(kind, digits) };
  if (kind === 'day' && /^\d{4}-/.test(value))
    return { value: new Date(`${value}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd' };
  if (kind === 'time') return { value: secondsOfClock(value) / daySeconds, type: Number, format: 'hh:mm' };
  return { value, type: String };
}

function scale(value: number, kind: ColumnKind, digits: number): number {
  if (kind === 'clock') return value / daySeconds;
  if (kind === 'hours') return value / 3600;
  return kind === 'money' ? value / 10 ** digits : value;
}

function formatOf(kind: ColumnKind, digits: number): { format?: string } {
  if (kind === 'clock') return { format: '[h]:mm' };
  if (kind === 'hours') return { format: '0.00' };
  return kind === 'money' ? { format: digits === 0 ? '#,##0' : `#,##0.${'0'.repeat(digits)}` } : {};
}

function secondsOfClock(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 3600 + minutes * 60;
}
