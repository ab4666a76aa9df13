import { rateKinds } from '@/lib/contracts/values';
import { newId } from '@/lib/kit/new-id';
import { db, type Tx } from './client';
import { Prisma } from './generated/client';

/** Time that a rate may be the nearest of: all of one task, project or person, from a day on. */
export interface RateScope {
  kind: (typeof rateKinds)[number];
  /** For the installation's rate: of one person after the other. */
  subject: { kind: 'task' | 'project' | 'person'; id: string };
  /** The first day. */
  from: string;
  /** The day after the last; null: no end. */
  until: string | null;
}

export interface SettledRate {
  id: string;
  userId: string;
  on: string;
  before: number | null;
  after: number | null;
}

/**
 * Entries whose rate is not the nearest of their day any more, where no nearer kind than the scope's has one. By day and
 * id, after a position: both indexes on the day give this order, so a page costs what it holds.
 */
export async function listUnsettled(
  { kind, subject, from, until }: RateScope,
  after: { on: string; id: string } | null,
  limit: number,
  tx: Tx = db(),
): Promise<SettledRate[]> {
  const nearest = firstOf(rateKinds);
  const conditions = [
    Prisma.sql`e."on" >= ${after?.on ?? from}`,
    ...(until === null ? [] : [Prisma.sql`e."on" < ${until}`]),
    ...(after === null ? [] : [Prisma.sql`(e."on" > ${after.on} OR e.id > ${after.id})`]),
    ...(kind === 'task' ? [] : [Prisma.sql`${firstOf(rateKinds.slice(0, rateKinds.indexOf(kind)))} IS NULL`]),
    Prisma.sql`e.rate IS NOT ${nearest}`,
  ];
  const rows = await tx.$queryRaw<{ id: string; userId: string; on: string; before: Numeric; after: Numeric }[]>`
    SELECT e.id, e.user_id AS "userId", e."on", e.rate AS "before", ${nearest} AS "after"
    FROM time_entry e
    WHERE ${columns[subject.kind]} = ${subject.id} AND ${Prisma.join(conditions, ' AND ')}
    ORDER BY e."on", e.id LIMIT ${limit}`;
  return rows.map((row) => ({ ...row, before: toNumber(row.before), after: toNumber(row.after) }));
}

/**
 * Gives entries their new rate, and each a line in its history. The rows travel as one JSON text: there may be many
 * thousands, and a statement with a parameter for each of their columns takes ten times as long.
 */
export async function saveSettled(
  entries: SettledRate[],
  { actorId, now }: { actorId: string; now: Date },
  tx: Tx,
): Promise<void> {
  const rows = JSON.stringify(entries.map((entry) => ({ ...entry, eventId: newId(now.getTime()) })));
  await tx.$executeRaw`
    UPDATE time_entry SET rate = each.value ->> 'after', updated_at = ${now}
    FROM json_each(${rows}) AS each WHERE time_entry.id = each.value ->> 'id'`;
  await tx.$executeRaw`
    INSERT INTO time_entry_event (id, entry_id, user_id, actor_id, kind, changes, at)
    SELECT value ->> 'eventId', value ->> 'id', value ->> 'userId', ${actorId}, 'edited',
      json_array(json_object(
        'field', 'rate', 'from', CAST(value ->> 'before' AS TEXT), 'to', CAST(value ->> 'after' AS TEXT))),
      ${now}
    FROM json_each(${rows})`;
}

/** People who have time. */
export async function listUsersWithTime(tx: Tx = db()): Promise<string[]> {
  const users = await tx.user.findMany({ where: { timeEntries: { some: {} } }, select: { id: true } });
  return users.map(({ id }) => id);
}

type Numeric = number | bigint | null;

function toNumber(value: Numeric): number | null {
  return value === null ? null : Number(value);
}

const columns = {
  task: Prisma.sql`e.task_id`,
  project: Prisma.sql`e.project_id`,
  person: Prisma.sql`e.user_id`,
  installation: Prisma.sql`''`,
};

/** The rate of the first of the kinds that has one on the entry's day. */
function firstOf(kinds: readonly RateScope['kind'][]): Prisma.Sql {
  const rates = kinds.map(
    (kind) => Prisma.sql`(
      SELECT r.amount FROM rate r
      WHERE r.kind = ${kind} AND r.subject_id = ${columns[kind]} AND r.effective_from <= e."on"
      ORDER BY r.effective_from DESC LIMIT 1)`,
  );
  return Prisma.sql`COALESCE(${Prisma.join(rates)}, NULL)`;
}
