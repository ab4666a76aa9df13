import Database from 'better-sqlite3';
import { startSimulator } from '@/tests/support/e2e-simulator';
import { startImporter } from './importer';
import type { Row } from './row';

const tables = ['task', 'task_alias', 'task_event', 'project', 'team_scope', 'workflow_state', 'label'];

/** Every row that a sync writes in the tables of the product; the run ledger itself does not count. */
function watchWrites(file: string): () => number {
  const sqlite = new Database(file);
  sqlite.exec('CREATE TABLE bench_writes (n INTEGER)');
  for (const table of tables) {
    for (const what of ['INSERT', 'UPDATE', 'DELETE']) {
      sqlite.exec(
        `CREATE TRIGGER bench_${table}_${what} AFTER ${what} ON ${table} BEGIN INSERT INTO bench_writes VALUES (1); END`,
      );
    }
  }
  return () => sqlite.prepare('SELECT count(*) FROM bench_writes').pluck().get() as number;
}

export async function benchResync(): Promise<Row[]> {
  const linear = await startSimulator({ issues: 10_000 });
  const { database, sync } = await startImporter(linear.url, linear.apiKey);
  await sync();
  const countWrites = watchWrites(database.databaseUrl.replace('file:', ''));
  const unchanged = await sync();
  const writes = countWrites();
  const issues = await changeIssues(linear.control, 500);
  const changed = await sync();
  await linear.stop();
  await database.stop();
  return [
    {
      what: 'Unchanged re-sync of 10,000 issues',
      measured: `${unchanged.requests} request, ${writes} rows written`,
      limit: '1, 0',
      holds: unchanged.requests === 1 && writes === 0,
    },
    {
      what: '500 of 10,000 issues changed',
      measured: `${changed.requests} requests, ${changed.counts.updated} updated`,
      limit: '<= 4',
      holds: changed.requests <= 4 && changed.counts.updated === issues,
    },
  ];
}

async function changeIssues(
  control: (op: string, ...args: unknown[]) => Promise<unknown>,
  count: number,
): Promise<number> {
  for (let number = 1; number <= count; number++)
    await control('updateIssue', `ENG-${number}`, { title: `Changed ${number}` });
  return count;
}
