import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { serverFlags } from '@/scripts/serve.mjs';
import { startSimulator } from '@/tests/support/e2e-simulator';
import type { Row } from './row';

/** Peak resident memory, in megabytes, of a process that imports a workspace of this size. */
async function peakOfImport(issues: number): Promise<number> {
  const linear = await startSimulator({ issues });
  const child = spawn(
    process.execPath,
    [...serverFlags, '--import', 'tsx', 'scripts/bench/memory-child.ts', linear.url, linear.apiKey],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let printed = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text;
  });
  const [code] = await once(child, 'exit');
  await linear.stop();
  if (code !== 0) throw new Error('The import for the memory measure failed');
  return Number(printed.trim().split('\n').at(-1));
}

export async function benchMemory(): Promise<Row[]> {
  const small = await peakOfImport(5_000);
  const large = await peakOfImport(50_000);
  const measured = `${Math.round(large)} MB - ${Math.round(small)} MB = ${Math.round(large - small)} MB`;
  return [
    {
      what: 'Peak memory, import of 50,000 against 5,000 issues',
      measured,
      limit: '<= 60 MB',
      holds: large - small <= 60,
    },
  ];
}
