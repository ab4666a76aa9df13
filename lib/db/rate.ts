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
