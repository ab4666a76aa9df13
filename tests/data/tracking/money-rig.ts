import { randomUUID } from 'node:crypto';
import type { RateKind } from '@/lib/contracts/rate';
import { db } from '@/lib/db/client';
import { getEntry } from '@/lib/tracking/get-entry';
import { saveRate } from '@/lib/tracking/rates';
import { makeAdmin, makeMember, type TestAdmin, type TestPerson } from '@/tests/support/people';
import { startTestDatabase } from '@/tests/support/test-database';
import { makeProject, makeTask } from './make-task';

export const now = new Date('2026-11-21T12:00:00.000Z');

export interface GivenEntry {
  on?: string;
  seconds?: number;
  taskId?: string | null;
  projectId?: string;
  userId?: string;
  billable?: boolean;
  rate?: number | null;
}

/** One task in one project, an admin and a member, and rates and time on them. */
export class MoneyRig {
  private constructor(
    readonly admin: TestAdmin,
    readonly member: TestPerson,
    readonly stop: () => Promise<void>,
  ) {}

  projectId = '';
  taskId = '';

  static async start(): Promise<MoneyRig> {
    const database = await startTestDatabase();
    return new MoneyRig(await makeAdmin({ name: 'Ada' }), await makeMember({ name: 'Bo' }), () => database.stop());
  }

  /** Without rates and time, with a new project and task. */
  async reset(): Promise<void> {
    await db().rate.deleteMany();
    await db().installation.deleteMany();
    await db().timeEntryEvent.deleteMany();
    await db().timeEntry.deleteMany();
    this.projectId = await makeProject();
    this.taskId = await makeTask({ projectId: this.projectId });
  }

  async setRate(
    kind: RateKind,
    amount: number | null,
    effectiveFrom = '2026-01-01',
    given: { applyToExisting?: boolean; subjectId?: string } = {},
  ): Promise<number> {
    const { subjectId = this.subjectOf(kind), applyToExisting = false } = given;
    const subject = kind === 'installation' ? {} : { subjectId };
    const input = { kind, ...subject, amount, effectiveFrom, applyToExisting };
    return (await saveRate(this.admin.actor, input, now)).changedEntries;
  }

  private subjectOf(kind: RateKind): string {
    return { task: this.taskId, project: this.projectId, person: this.member.id, installation: '' }[kind];
  }

  /** Time as it is stored: of the member, on the task, one hour, unless said otherwise. */
  async store(given: GivenEntry = {}): Promise<string> {
    const id = randomUUID();
    const { on = '2026-11-20', seconds = 3600, billable = true, rate = null } = given;
    const projectId = given.projectId ?? this.projectId;
    const taskId = given.taskId === undefined ? this.taskId : given.taskId;
    const userId = given.userId ?? this.member.id;
    const data = { id, userId, taskId, projectId, madeInProjectId: projectId, on, durationSeconds: seconds, billable };
    await db().timeEntry.create({ data: { ...data, rate } });
    return id;
  }

  async rateOf(entryId: string): Promise<number | null> {
    return (await getEntry(this.admin.actor, entryId)).rate;
  }
}
