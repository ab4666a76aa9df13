import { db, type Tx } from './client';

export interface RateSubjects {
  taskId: string | null;
  projectId: string;
  userId: string;
}

export interface RateOnDay {
  kind: string;
  /** Minor units an hour; null: the next kind counts. */
  amount: number | null;
}

/** Of each kind that has one, the rate that holds on the day. */
export async function listRatesOn({ taskId, projectId, userId }: RateSubjects, on: string, tx: Tx = db()) {
  const rates = await tx.rate.findMany({
    where: {
      effectiveFrom: { lte: on },
      OR: [
        ...(taskId === null ? [] : [{ kind: 'task', subjectId: taskId }]),
        { kind: 'project', subjectId: projectId },
        { kind: 'person', subjectId: userId },
        { kind: 'installation', subjectId: '' },
      ],
    },
    select: { kind: true, amount: true },
    orderBy: { effectiveFrom: 'asc' },
  });
  return new Map<string, number | null>(rates.map(({ kind, amount }: RateOnDay) => [kind, amount]));
}

const columns = {
  id: true,
  kind: true,
  subjectId: true,
  amount: true,
  effectiveFrom: true,
  createdById: true,
  createdAt: true,
} as const;

export interface RateRow {
  id: string;
  kind: string;
  /** Empty for the installation. */
  subjectId: string;
  amount: number | null;
  effectiveFrom: string;
  createdById: string;
  createdAt: Date;
}

/** Newest first; without `subjectId` those of everyone of the kind. */
export function listRates(kind: string, subjectId: string | undefined, tx: Tx = db()): Promise<RateRow[]> {
  return tx.rate.findMany({
    where: { kind, ...(subjectId === undefined ? {} : { subjectId }) },
    select: columns,
    orderBy: [{ effectiveFrom: 'desc' }, { subjectId: 'asc' }],
  });
}

/** Writes a rate; that of the same subject and day is replaced and keeps its id. */
export function saveRate(rate: RateRow, tx: Tx = db()): Promise<RateRow> {
  const { id: _id, kind, subjectId, effectiveFrom, ...fresh } = rate;
  return tx.rate.upsert({
    where: { kind_subjectId_effectiveFrom: { kind, subjectId, effectiveFrom } },
    create: rate,
    update: fresh,
    select: columns,
  });
}

/** False when there is none. */
export async function deleteRate(rateId: string, tx: Tx = db()): Promise<boolean> {
  return (await tx.rate.deleteMany({ where: { id: rateId } })).count > 0;
}

/** The day from which the rate after this one holds; null when it is the last. */
export async function getNextRateDay(
  { kind, subjectId, effectiveFrom }: Pick<RateRow, 'kind' | 'subjectId' | 'effectiveFrom'>,
  tx: Tx = db(),
): Promise<string | null> {
  const next = await tx.rate.findFirst({
    where: { kind, subjectId, effectiveFrom: { gt: effectiveFrom } },
    select: { effectiveFrom: true },
    orderBy: { effectiveFrom: 'asc' },
  });
  return next?.effectiveFrom ?? null;
}
