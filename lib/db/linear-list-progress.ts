import { db, type Tx } from './client';
import { Prisma } from './generated/client';

export type ProgressKind = 'cycles' | 'projects';

export interface IssueSums {
  id: string;
  issues: number;
  doneIssues: number;
  scope: number;
  doneScope: number;
}

// On PostgreSQL: t.custom_fields::jsonb #>> '{integration,cycle,id}', o.data::jsonb ->> 'endsAt'.
const ofTask: Record<ProgressKind, Prisma.Sql> = {
  cycles: Prisma.sql`json_extract(t.custom_fields, '$.integration.cycle.id')`,
  projects: Prisma.sql`json_extract(t.custom_fields, '$.integration.project.id')`,
};

/** What the issues of each cycle or Linear project come to. What was called off counts neither as done nor as to be done. */
export async function listIssueSums(connectionId: string, kind: ProgressKind, tx: Tx = db()): Promise<IssueSums[]> {
  const rows = await tx.$queryRaw<Record<keyof IssueSums, unknown>[]>`
    SELECT id, count(*) AS issues, sum(done) AS "doneIssues", sum(estimate) AS scope, sum(estimate * done) AS "doneScope"
    FROM (
      SELECT ${ofTask[kind]} AS id, coalesce(t.estimate, 0) AS estimate,
        CASE WHEN t.state_type = 'completed' THEN 1 ELSE 0 END AS done
      FROM task t WHERE t.connection_id = ${connectionId} AND t.source_state IN ('live', 'archived')
        AND t.state_type NOT IN ('canceled', 'duplicate')
    ) AS issue
    WHERE id IS NOT NULL GROUP BY id`;
  return rows.map((row) => ({
    id: String(row.id),
    issues: Number(row.issues),
    doneIssues: Number(row.doneIssues),
    scope: Number(row.scope),
    doneScope: Number(row.doneScope),
  }));
}

/** Time tracked on the issues of each, whatever became of them. */
export async function listTrackedSums(
  connectionId: string,
  kind: ProgressKind,
  tx: Tx = db(),
): Promise<Map<string, number>> {
  const rows = await tx.$queryRaw<{ id: string; seconds: unknown }[]>`
    SELECT id, sum(seconds) AS seconds FROM (
      SELECT ${ofTask[kind]} AS id, e.seconds
      FROM (SELECT task_id, sum(duration_seconds) AS seconds FROM time_entry WHERE task_id IS NOT NULL GROUP BY task_id) AS e
      JOIN task t ON t.id = e.task_id WHERE t.connection_id = ${connectionId}
    ) AS tracked
    WHERE id IS NOT NULL GROUP BY id`;
  return new Map(rows.map(({ id, seconds }) => [id, Number(seconds)]));
}

/** Published cycles that had not ended by then, and projects that had not been closed. */
export async function listOpenSince(
  connectionId: string,
  kind: ProgressKind,
  since: string,
  tx: Tx = db(),
): Promise<string[]> {
  const rows = await tx.$queryRaw<{ data: string }[]>`
    SELECT data FROM linear_object AS o WHERE connection_id = ${connectionId} AND collection = ${kind}
      AND external_archived_at IS NULL AND ${isOpen[kind](since)}`;
  return rows.map(({ data }) => data);
}

const isOpen: Record<ProgressKind, (since: string) => Prisma.Sql> = {
  cycles: (since) => Prisma.sql`json_extract(o.data, '$.endsAt') >= ${since}`,
  projects: (since) => Prisma.sql`NOT json_extract(o.data, '$.trashed')
    AND (json_extract(o.data, '$.state') NOT IN ('completed', 'canceled') OR o.external_updated_at >= ${since})`,
};
