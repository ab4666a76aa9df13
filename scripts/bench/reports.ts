import { spawn } from 'node:child_process';
import { once } from 'node:events';
import Database from 'better-sqlite3';
import { readerOf } from '@/lib/tracking/reports/report-reader';
import { summarizeReport } from '@/lib/tracking/reports/report-summary';
import { serverFlags } from '@/scripts/serve.mjs';
import { startTestDatabase } from '@/tests/support/test-database';
import { percentile, type Row } from './row';
import { fillTimeData } from './time-data';

const rounds = 30;
const year = { from: '2025-01-01', to: '2025-12-31' };
/** Of the year's million, a tenth. */
const tenth = { from: '2025-01-01', to: '2025-02-06' };

/** What no report can be faster than: one sum over the same index, by the driver alone. */
function scanBare(file: string): number {
  const sqlite = new Database(file, { readonly: true });
  const sum = sqlite.prepare(`SELECT sum(duration_seconds) FROM time_entry WHERE "on" BETWEEN ? AND ?`);
  const times = Array.from({ length: rounds }, () => {
    const startedAt = performance.now();
    sum.get(year.from, year.to);
    return performance.now() - startedAt;
  });
  sqlite.close();
  return percentile(times, 0.95);
}

async function timeReports(): Promise<number[]> {
  const reader = await readerOf({ userId: 'bench', role: 'admin', timeZone: 'Europe/Berlin', weekStart: 1 });
  const times: number[] = [];
  for (let round = 0; round < rounds + 3; round++) {
    const startedAt = performance.now();
    const { total } = await summarizeReport(reader, { ...year, groupBy: ['project', 'week'] }, new Date());
    times.push(performance.now() - startedAt);
    if (total.entries !== 1_000_000) throw new Error(`The report counts ${total.entries} entries`);
  }
  return times.slice(3);
}

/** Peak resident memory, in megabytes, of a process that exports the entries of these days. */
async function peakOfExport(dataDir: string, { from, to }: typeof year): Promise<{ peak: number; lines: number }> {
  const child = spawn(
    process.execPath,
    [...serverFlags, '--import', 'tsx', 'scripts/bench/export-child.ts', dataDir, from, to],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let printed = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text;
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error('The export for the memory measure failed');
  const [peak = Number.NaN, lines = 0] = (printed.trim().split('\n').at(-1) ?? '').split(' ').map(Number);
  return { peak, lines };
}

export async function benchReports(): Promise<Row[]> {
  const database = await startTestDatabase();
  const file = database.databaseUrl.replace('file:', '');
  fillTimeData(file, { tasks: 100_000, entries: 1_000_000, ...year });
  const bare = scanBare(file);
  const times = await timeReports();
  const small = await peakOfExport(database.dataDir, tenth);
  const large = await peakOfExport(database.dataDir, year);
  await database.stop();
  const p95 = percentile(times, 0.95);
  const growth = large.peak - small.peak;
  return [
    {
      what: 'A year of 1,000,000 entries by project and week, p95',
      measured: `${Math.round(p95)} ms (bare sum ${Math.round(bare)} ms)`,
      limit: '< 400 ms',
      holds: p95 < 400,
    },
    {
      what: `Peak memory, CSV of ${large.lines} against ${small.lines} entries`,
      measured: `${Math.round(large.peak)} MB - ${Math.round(small.peak)} MB = ${Math.round(growth)} MB`,
      limit: '<= 30 MB',
      holds: growth <= 30 && large.lines === 1_000_000,
    },
  ];
}
