import { db } from '@/lib/db/client';

const tables = [
  'task',
  'task_alias',
  'task_event',
  'project',
  'team_scope',
  'workflow_state',
  'label',
  'sync_retry',
  'time_entry',
  'linear_object',
  'task_description',
];

/** Counts the rows written to every table but the run ledger and the connection's own row, by triggers in the database. */
export async function startCountingWrites(): Promise<() => Promise<Record<string, number>>> {
  await db().$executeRawUnsafe('CREATE TABLE IF NOT EXISTS write_log (name TEXT)');
  for (const table of tables) {
    for (const verb of ['INSERT', 'UPDATE', 'DELETE']) {
      await db().$executeRawUnsafe(
        `CREATE TRIGGER IF NOT EXISTS log_${verb}_${table} AFTER ${verb} ON ${table} BEGIN INSERT INTO write_log VALUES ('${table}'); END`,
      );
    }
  }
  await db().$executeRawUnsafe('DELETE FROM write_log');
  return async () => {
    const rows = await db().$queryRawUnsafe<{ name: string; count: bigint }[]>(
      'SELECT name, COUNT(*) AS count FROM write_log GROUP BY name',
    );
    await db().$executeRawUnsafe('DELETE FROM write_log');
    return Object.fromEntries(rows.map(({ name, count }) => [name, Number(count)]));
  };
}
