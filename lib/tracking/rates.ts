import type { AdminActor, AdminPerson, PersonActor } from '@/lib/auth/actor';
import { type Rate, type RateInput, type RateQuery, type RateSaved, rateKind } from '@/lib/contracts/rate';
import { inTransaction, type Tx } from '@/lib/db/client';
import { getInstallation } from '@/lib/db/installation';
import { getProject } from '@/lib/db/project';
import { deleteRate, listRates as listRateRows, type RateRow, saveRate as saveRateRow } from '@/lib/db/rate';
import { getTask } from '@/lib/db/task';
import { getUser, listUserNames } from '@/lib/db/user';
import { AppError } from '@/lib/errors/app-error';
import { newId } from '@/lib/kit/new-id';
import { resettleEntries } from './resettle-entries';
import { maySeeMoney } from './to-time-entry';

/**
 * Newest first. Admins see all, of all people too. Members, where they may see money, see those of a task or project
 * and their own; else `forbidden`.
 */
export async function listRates(actor: PersonActor, { kind, subjectId }: RateQuery): Promise<{ items: Rate[] }> {
  await refuseOthersRates(actor, kind, subjectId);
  if (subjectId === undefined && (kind === 'task' || kind === 'project')) {
    const message = `Say which ${kind}.`;
    throw new AppError('validation_failed', message, { errors: [{ path: 'subjectId', message }] });
  }
  const rows = await listRateRows(kind, kind === 'installation' ? '' : subjectId);
  return { items: await toRates(rows) };
}

async function refuseOthersRates(actor: PersonActor, kind: string, subjectId: string | undefined): Promise<void> {
  if (actor.role === 'admin') return;
  const isOpen = kind === 'task' || kind === 'project' || (kind === 'person' && subjectId === actor.userId);
  if (isOpen && maySeeMoney(actor, await getInstallation())) return;
  throw new AppError('forbidden', 'Only admins see this rate.');
}

/**
 * Sets the rate of a task, project or person, or the installation's, from a day on; one of the same day is replaced.
 * Time that is there keeps its rate unless `applyToExisting`. Throws `validation_failed` when nothing has the id.
 */
export async function saveRate(actor: AdminPerson, input: RateInput, now: Date): Promise<RateSaved> {
  const { applyToExisting = false, kind, subjectId = '', amount, effectiveFrom } = input;
  const { saved, changedEntries } = await inTransaction(async (tx) => {
    await refuseUnknownSubject(kind, subjectId, tx);
    const id = newId(now.getTime());
    const rate = { id, kind, subjectId, amount, effectiveFrom, createdById: actor.userId, createdAt: now };
    const saved = await saveRateRow(rate, tx);
    return {
      saved,
      changedEntries: applyToExisting ? await resettleEntries(actor, rate, now, tx) : 0,
    };
  });
  const [rate] = await toRates([saved]);
  if (rate === undefined) throw new Error(`The rate ${saved.id} cannot be shown`);
  return { rate, changedEntries };
}

async function refuseUnknownSubject(kind: Rate['kind'], subjectId: string, tx: Tx): Promise<void> {
  if (kind === 'installation') return;
  const found = { task: getTask, project: getProject, person: getUser }[kind];
  if ((await found(subjectId, tx)) !== null) return;
  const message = `There is no such ${kind}.`;
  throw new AppError('validation_failed', message, { errors: [{ path: 'subjectId', message }] });
}

/** Takes a rate out of the history. Time that was settled with it keeps it. */
export async function removeRate(_actor: AdminActor, rateId: string): Promise<void> {
  if (!(await deleteRate(rateId))) throw new AppError('not_found', 'There is no such rate.');
}

async function toRates(rows: RateRow[]): Promise<Rate[]> {
  const names = await listUserNames([...new Set(rows.map(({ createdById }) => createdById))]);
  return rows.map(({ createdById, createdAt, kind, ...row }) => ({
    ...row,
    kind: rateKind.parse(kind),
    createdBy: names.get(createdById) ?? '',
    createdAt: createdAt.toISOString(),
  }));
}
