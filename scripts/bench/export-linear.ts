import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { serverFlags } from '@/scripts/serve.mjs';
import { startTestDatabase } from '@/tests/support/test-database';
import { changeComments, fillMirror } from './mirror-data';
import type { Row } from './row';

interface Measured {
  /** Peak resident memory in megabytes. */
  peak: number;
  written: number;
  unchanged: number;
  seconds: number;
}

/** One export by a process of its own. */
async function runExport(dataDir: string): Promise<Measured> {
  const child = spawn(
    process.execPath,
    [...serverFlags, '--import', 'tsx', 'scripts/bench/export-linear-child.ts', dataDir],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let printed = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text;
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error('The export of the mirror failed');
  const [peak = Number.NaN, written = 0, unchanged = 0, seconds = Number.NaN] = (
    printed.trim().split('\n').at(-1) ?? ''
  )
    .split(' ')
    .map(Number);
  return { peak, written, unchanged, seconds };
}

async function exportTwice(objects: number, changed: number): Promise<{ first: Measured; second: Measured }> {
  const database = await startTestDatabase();
  const file = database.databaseUrl.replace('file:', '');
  fillMirror(file, { issues: objects * 0.4, comments: objects * 0.6 });
  const first = await runExport(database.dataDir);
  changeComments(file, changed);
  const second = await runExport(database.dataDir);
  await database.stop();
  return { first, second };
}

export async function benchExportLinear(): Promise<Row[]> {
  const changed = 25;
  const small = await exportTwice(5_000, changed);
  const large = await exportTwice(50_000, changed);
  const growth = Math.max(large.first.peak - small.first.peak, large.second.peak - small.second.peak);
  return [
    {
      what: 'Peak memory, export of 50,000 against 5,000 objects',
      measured: `${Math.round(large.first.peak)} MB - ${Math.round(small.first.peak)} MB, again ${Math.round(large.second.peak)} MB - ${Math.round(small.second.peak)} MB`,
      // Of these the database's cache of pages takes 32, once there are as many.
      limit: '<= 60 MB more',
      holds: growth <= 60 && large.first.written >= 50_000,
    },
    {
      what: `Second export of 50,000 objects after ${changed} changes`,
      measured: `${large.second.written} written, ${large.second.seconds.toFixed(1)} s (first ${large.first.seconds.toFixed(1)} s)`,
      limit: `${changed} written`,
      holds: large.second.written === changed && large.second.unchanged === large.first.written - changed,
    },
  ];
}
