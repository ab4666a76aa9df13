import type { ExportFormat, ReportQuery } from '@/lib/contracts/report';
import { AppError } from '@/lib/errors/app-error';
import { localDay } from '@/lib/time/local-day';
import { csvOf } from './report-csv';
import { countEntries, tableOfEntries } from './report-entry-table';
import { filterWords } from './report-filter-words';
import { pdfOf } from './report-pdf';
import { planReport, type ReportPlan } from './report-plan';
import type { ReportReader } from './report-reader';
import { summarizeReport } from './report-summary';
import { type ReportTable, tableOfSummary } from './report-table';
import { dayWords, rangeWords, roundingWords } from './report-words';
import { xlsxOf } from './report-xlsx';

export interface ReportFile {
  name: string;
  type: string;
  /** Pieces as they are made, or all of it. */
  body: AsyncIterable<string | Uint8Array> | Uint8Array;
}

export interface ExportRequest {
  query: ReportQuery;
  format: ExportFormat;
  detail: 'summary' | 'entries';
  title: string;
}

const types: Record<ExportFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
};
/** A sheet is made as a whole, and a page takes milliseconds to draw; a CSV is sent as it is read. */
const mostRows = { csv: Number.POSITIVE_INFINITY, xlsx: 50_000, pdf: 5_000 };

/** The report as a file: the table as it is shown, or every entry behind it. Throws as `summarizeReport` does. */
export async function exportReport(reader: ReportReader, request: ExportRequest, now: Date): Promise<ReportFile> {
  const { query, format, detail, title } = request;
  const plan = planReport(reader, query, now);
  const { from, to } = plan.days;
  const file = { name: `${detail === 'summary' ? 'report' : 'time'}-${from}-to-${to}.${format}`, type: types[format] };
  const table = await tableOf(reader, request, now);
  const rowCount = await countRows(table, plan, format);
  if (format === 'csv') return { ...file, body: csvOf(table) };
  if (format === 'xlsx') return { ...file, body: await xlsxOf(table) };
  const body = await pdfOf({
    table,
    rowCount,
    layout: detail === 'summary' ? 'portrait' : 'landscape',
    title,
    lines: await headLines(reader, query, plan),
    madeOn: `Made on ${dayWords(localDay(now, reader.timeZone))}`,
  });
  return { ...file, body };
}

async function tableOf(
  reader: ReportReader,
  { query, format, detail }: ExportRequest,
  now: Date,
): Promise<ReportTable> {
  if (detail === 'summary') return tableOfSummary(await summarizeReport(reader, query, now));
  return tableOfEntries(reader, query, { now, medium: format === 'pdf' ? 'page' : 'sheet' });
}

/** With the total. Throws `validation_failed` when there are more than the format can hold. */
async function countRows({ rows }: ReportTable, { filter }: ReportPlan, format: ExportFormat): Promise<number> {
  const most = mostRows[format];
  if (format === 'csv') return most;
  const count = Array.isArray(rows) ? rows.length : 1 + (await countEntries(filter, most + 1));
  if (count <= most + 1) return count;
  const message = `A file of this kind holds at most ${most.toLocaleString('en-US')} lines.`;
  throw new AppError('validation_failed', message, {
    hint: 'Choose CSV, which holds any number, or fewer days.',
    errors: [{ path: 'format', message }],
  });
}

async function headLines(reader: ReportReader, query: ReportQuery, { days, rounding }: ReportPlan): Promise<string[]> {
  const rounded = roundingWords(rounding);
  const filters = await filterWords(reader, query);
  return [
    rangeWords(days) + (rounded === null ? '' : `, ${rounded}`),
    ...(filters.length > 0 ? [filters.join(' · ')] : []),
  ];
}
