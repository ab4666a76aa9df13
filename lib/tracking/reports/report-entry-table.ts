import { setImmediate } from 'node:timers/promises';
import type { ReportQuery } from '@/lib/contracts/report';
import { getReportEntryCount, listReportEntryRows, type ReportEntryRow } from '@/lib/db/report-entries';
import type { ReportFilter } from '@/lib/db/report-filter';
import { type EntryColumn, pageColumns, sheetColumns } from './report-entry-columns';
import { planReport, type ReportPlan } from './report-plan';
import type { ReportReader } from './report-reader';
import { cutEvenly } from './report-slices';
import type { CellValue, ReportTable, TableRow } from './report-table';

const atOnce = 1_000;

/**
 * Every entry behind a report, oldest first, and the total; read as it is asked for. Rounding by entry shows what each
 * comes to, and amounts are of that; rounding by day belongs to no single entry, so there everything is exact.
 */
export function tableOfEntries(
  reader: ReportReader,
  query: ReportQuery,
  { now, medium }: { now: Date; medium: 'sheet' | 'page' },
): ReportTable {
  const plan = planReport(reader, query, now);
  const columns = medium === 'page' ? pageColumns(reader, plan) : sheetColumns(reader, plan);
  const { currency, currencyDigits: digits } = reader.installation;
  return { columns, rows: listRows(plan, columns), money: { currency, digits } };
}

async function* listRows({ filter }: ReportPlan, columns: EntryColumn[]): AsyncGenerator<TableRow> {
  const totals = columns.map(() => 0);
  for await (const entry of readEntries(filter)) {
    const cells = columns.map((column) => column.read(entry));
    addTo(totals, columns, cells);
    yield { level: 'row', cells };
  }
  const sums = columns.map(({ isSummed }, at) => (isSummed ? (totals[at] ?? 0) : null));
  yield { level: 'total', cells: ['Total', ...sums.slice(1)] };
}

async function* readEntries(filter: ReportFilter): AsyncGenerator<ReportEntryRow> {
  for (const slice of cutEvenly(filter)) {
    for (let after: ReportEntryRow | null = null; ; ) {
      const page: ReportEntryRow[] = await listReportEntryRows({
        filter: { ...filter, ...slice },
        after,
        limit: atOnce,
      });
      yield* page;
      // The database answers without ever letting anything else run: others have their turn here.
      await setImmediate();
      after = page.at(-1) ?? null;
      if (page.length < atOnce) break;
    }
  }
}

/** How many there are; `cap` where there are as many or more. */
export async function countEntries(filter: ReportFilter, cap: number): Promise<number> {
  let count = 0;
  for (const slice of cutEvenly(filter)) {
    if (count >= cap) break;
    count += await getReportEntryCount({ ...filter, ...slice }, cap - count);
    await setImmediate();
  }
  return count;
}

function addTo(totals: number[], columns: EntryColumn[], cells: CellValue[]): void {
  for (const [at, { isSummed }] of columns.entries())
    if (isSummed) totals[at] = (totals[at] ?? 0) + Number(cells[at] ?? 0);
}
