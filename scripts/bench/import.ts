import { startSimulator } from '@/tests/support/e2e-simulator';
import { runBareLoop } from './bare-loop';
import { startImporter } from './importer';
import { median, type Row } from './row';

const rounds = 5;

async function runImport(url: string, apiKey: string): Promise<{ took: number; requests: number }> {
  const { database, sync } = await startImporter(url, apiKey);
  const startedAt = performance.now();
  const run = await sync();
  const took = performance.now() - startedAt;
  await database.stop();
  if (run.status !== 'succeeded' || run.counts.created !== 10_000)
    throw new Error(`The import went wrong: ${JSON.stringify(run)}`);
  return { took, requests: run.requests };
}

/** Turn by turn, so that a noisy neighbour disturbs both alike; the first turn of each warms up and does not count. */
export async function benchImport(): Promise<Row[]> {
  const linear = await startSimulator({ issues: 10_000 });
  const bare: number[] = [];
  const ours: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    bare.push(await runBareLoop(linear.url, linear.apiKey));
    ours.push((await runImport(linear.url, linear.apiKey)).took);
  }
  await linear.stop();
  const [bareMs, oursMs] = [median(bare.slice(1)), median(ours.slice(1))];
  const ratio = oursMs / bareMs;
  const measured = `${Math.round(oursMs)} ms / ${Math.round(bareMs)} ms = ${ratio.toFixed(2)}`;
  return [
    { what: 'First import of 10,000 issues, against the bare loop', measured, limit: '<= 2.00', holds: ratio <= 2 },
  ];
}

export async function benchLatency(): Promise<Row[]> {
  const latencyMs = 150;
  const linear = await startSimulator({ issues: 10_000, latencyMs });
  const { took, requests } = await runImport(linear.url, linear.apiKey);
  await linear.stop();
  const ratio = took / (requests * latencyMs);
  const measured = `${Math.round(took)} ms / ${requests * latencyMs} ms = ${ratio.toFixed(2)}`;
  return [
    {
      what: 'The same at 150 ms a page, against the sum of latencies',
      measured,
      limit: '<= 1.15',
      holds: ratio <= 1.15,
    },
  ];
}
