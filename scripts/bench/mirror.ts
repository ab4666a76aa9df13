import { scheduler } from '@/lib/auth/actor';
import type { Run } from '@/lib/contracts/run';
import { linearCollections } from '@/lib/contracts/values';
import { countObjects } from '@/lib/db/mirror-state';
import { fullPage } from '@/lib/linear/client';
import { changeConnection } from '@/lib/sync/save-connection';
import { startSimulator } from '@/tests/support/e2e-simulator';
import { startImporter } from './importer';
import type { Row } from './row';

const issues = 10_000;
const comments = 20_000;
const collections = linearCollections.filter((collection) => collection !== 'issues');

/** What the size of pages forces: every collection has its own. Teams and states come with every look. */
function forcedRequests(counts: Map<string, number>): number {
  const others = [...counts].filter(([name]) => !/\/(teams|workflow-states)$/.test(name)).map(([, count]) => count);
  return [issues, ...others].reduce((sum, count) => sum + Math.ceil(count / fullPage), 0);
}

export async function benchMirror(): Promise<Row[]> {
  const linear = await startSimulator({ issues, comments });
  const { connectionId, database, sync } = await startImporter(linear.url, linear.apiKey);
  const calling = { access: { url: linear.url, now: () => new Date() }, signal: new AbortController().signal };
  await changeConnection(scheduler, connectionId, { collections, descriptions: true }, calling);
  const first = mustSucceed(await sync());
  const counts = await countObjects([connectionId]);
  const forced = forcedRequests(counts);
  const objects = [...counts.values()].reduce((sum, count) => sum + count, issues);
  const again = mustSucceed(await sync());
  await linear.stop();
  await database.stop();
  const ratio = first.requests / forced;
  return [
    {
      what: `First mirror, ${objects.toLocaleString('en')} objects: requests, against forced`,
      measured: `${first.requests} / ${forced} = ${ratio.toFixed(2)}`,
      limit: '<= 1.30',
      holds: ratio <= 1.3,
    },
    {
      what: 'Unchanged re-sync of that mirror',
      measured: `${again.requests} requests`,
      limit: '<= 3',
      holds: again.requests <= 3,
    },
  ];
}

function mustSucceed(run: Run): Run {
  if (run.status !== 'succeeded' || run.counts.failed > 0)
    throw new Error(`The mirror went wrong: ${JSON.stringify(run)}`);
  return run;
}
