import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PersonActor } from '@/lib/auth/actor';
import type { BudgetInput, ProjectBudget } from '@/lib/contracts/project';
import { projectQuery } from '@/lib/contracts/project';
import { db } from '@/lib/db/client';
import { amountOf } from '@/lib/time/rounding';
import { listBudgetsNearEnd } from '@/lib/tracking/budgets';
import { changeProject } from '@/lib/tracking/change-project';
import { createEntry } from '@/lib/tracking/create-entry';
import { getProject } from '@/lib/tracking/get-project';
import { changeInstallation } from '@/lib/tracking/installation';
import { listProjects } from '@/lib/tracking/list-projects';
import { startTimer } from '@/lib/tracking/start-timer';
import { makeProject, makeTask } from './make-task';
import { MoneyRig, now } from './money-rig';

let rig: MoneyRig;

beforeAll(async () => {
  rig = await MoneyRig.start();
});
afterAll(() => rig.stop());
beforeEach(async () => {
  await rig.reset();
  await db().project.updateMany({ data: { budgetKind: null, budgetAmount: null } });
});

const setBudget = (budget: BudgetInput | null, projectId = rig.projectId) =>
  changeProject(rig.admin.actor, projectId, { budget }, now);
const budgetOf = async (
  projectId = rig.projectId,
  actor: PersonActor = rig.admin.actor,
): Promise<ProjectBudget | null> => (await getProject(actor, projectId)).budget;

describe('a budget in hours', () => {
  it.each([
    [0, 'ok'],
    [79_999, 'ok'],
    [80_000, 'near'],
    [99_999, 'near'],
    [100_000, 'over'],
    [150_000, 'over'],
  ] as const)('of 100,000 seconds with %i used is %s', async (used, level) => {
    const parts = [used - Math.floor(used / 2), Math.floor(used / 2)].filter((seconds) => seconds > 0);
    for (const seconds of parts) await rig.store({ seconds });
    await setBudget({ kind: 'hours', amount: 100_000 });
    expect(await budgetOf()).toEqual({ kind: 'hours', amount: 100_000, used, level });
  });

  it('counts all finished time of the project, of everyone and not billable too, and what is moved here', async () => {
    await setBudget({ kind: 'hours', amount: 36_000 });
    const other = await makeProject();
    await rig.store({ seconds: 100, billable: false });
    await rig.store({ seconds: 10, userId: rig.admin.id, taskId: null });
    await rig.store({ seconds: 1_000, projectId: other, taskId: null });
    await startTimer(rig.member.actor, { taskId: rig.taskId }, now);
    expect((await budgetOf())?.used).toBe(110);
    await db().timeEntry.updateMany({ where: { projectId: other }, data: { projectId: rig.projectId } });
    expect((await budgetOf())?.used).toBe(1_110);
  });
});

describe('a budget in money', () => {
  it('counts what billable time with a rate costs, rounded entry by entry', async () => {
    await setBudget({ kind: 'money', amount: 10_000 });
    // Each is 0.5 of a minor unit: half a unit goes up.
    for (let n = 0; n < 3; n++) await rig.store({ seconds: 1, rate: 1_800 });
    await rig.store({ seconds: 5_400, rate: 6_000 });
    await rig.store({ seconds: 5_400, rate: 6_000, billable: false });
    await rig.store({ seconds: 5_400, rate: null });
    await rig.store({ seconds: 5_400, rate: 0 });
    expect(await budgetOf()).toEqual({ kind: 'money', amount: 10_000, used: 9_003, level: 'near' });
  });

  it('is the sum of its entries, to the minor unit, whatever they are', async () => {
    await setBudget({ kind: 'money', amount: 1 });
    const entry = fc.record({
      seconds: fc.integer({ min: 1, max: 86_400 }),
      rate: fc.integer({ min: 0, max: 100_000_000 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(entry, { maxLength: 30 }), async (entries) => {
        await db().timeEntry.deleteMany();
        const { projectId } = rig;
        const shared = { userId: rig.member.id, projectId, madeInProjectId: projectId, on: '2026-11-20' };
        await db().timeEntry.createMany({
          data: entries.map(({ seconds, rate }, index) => ({
            ...shared,
            id: `${index}`,
            durationSeconds: seconds,
            rate,
          })),
        });
        const sum = entries.reduce((total, { seconds, rate }) => total + amountOf(seconds, rate), 0);
        expect((await budgetOf())?.used).toBe(sum);
      }),
      { numRuns: 34 },
    );
  });

  it('is there for members only where they may see money', async () => {
    await setBudget({ kind: 'money', amount: 10_000 });
    const inHours = await makeProject();
    await setBudget({ kind: 'hours', amount: 3_600 }, inHours);
    const budgetsInList = async () => {
      const { items } = await listProjects(rig.member.actor, projectQuery.parse({ limit: 200 }));
      return items.flatMap(({ budget }) => budget?.kind ?? []).sort();
    };
    expect(await budgetOf(rig.projectId, rig.member.actor)).toBeNull();
    expect(await budgetOf(inHours, rig.member.actor)).not.toBeNull();
    expect(await budgetsInList()).toEqual(['hours']);
    await changeInstallation(rig.admin.actor, { membersSeeMoney: true }, now);
    expect((await budgetOf(rig.projectId, rig.member.actor))?.kind).toBe('money');
    expect(await budgetsInList()).toEqual(['hours', 'money']);
  });
});

describe('setting a budget', () => {
  it('replaces and removes it, on an imported project too', async () => {
    const imported = await makeProject({ source: 'linear' });
    expect((await setBudget({ kind: 'hours', amount: 3_600 }, imported)).budget?.kind).toBe('hours');
    expect((await setBudget({ kind: 'money', amount: 500 }, imported)).budget).toMatchObject({
      kind: 'money',
      used: 0,
    });
    expect((await setBudget(null, imported)).budget).toBeNull();
  });

  it('writes nothing that is so already', async () => {
    const { updatedAt } = await setBudget({ kind: 'hours', amount: 3_600 });
    const later = new Date(now.getTime() + 60_000);
    const change = { budget: { kind: 'hours', amount: 3_600 }, billable: true } as const;
    expect((await changeProject(rig.admin.actor, rig.projectId, change, later)).updatedAt).toBe(updatedAt);
  });

  it.each([{ budget: null }, { billable: false }])('is for admins: %o', async (change) => {
    const refused = changeProject(rig.member.actor, rig.projectId, change, now);
    await expect(refused).rejects.toMatchObject({ code: 'forbidden' });
  });
});

describe('the list of budgets near their end', () => {
  it('has those at 80 % and more, the fullest first, of projects in use', async () => {
    const make = async (name: string, used: number, archivedAt?: Date) => {
      const projectId = await makeProject({ name, ...(archivedAt && { archivedAt }) });
      await rig.store({ projectId, taskId: null, seconds: used, rate: 3_600 });
      return projectId;
    };
    await setBudget({ kind: 'hours', amount: 100 }, await make('Near', 80));
    await setBudget({ kind: 'money', amount: 100 }, await make('Over', 120));
    await setBudget({ kind: 'hours', amount: 100 }, await make('Fine', 79));
    await setBudget({ kind: 'hours', amount: 100 }, await make('Old', 99, now));
    const names = async (actor: PersonActor = rig.admin.actor) =>
      (await listBudgetsNearEnd(actor)).map(({ project, budget }) => [project.name, budget.level]);
    expect(await names()).toEqual([
      ['Over', 'over'],
      ['Near', 'near'],
    ]);
    expect(await names(rig.member.actor)).toEqual([['Near', 'near']]);
  });
});

describe('whether new time is billable', () => {
  it('is what the task says, else its project', async () => {
    const add = async (taskId: string) =>
      (await createEntry(rig.member.actor, { taskId, on: '2026-11-20', durationSeconds: 60 }, now)).billable;
    const billable = await makeTask({ projectId: rig.projectId });
    await db().task.update({ where: { id: billable }, data: { billable: true } });
    expect(await add(rig.taskId)).toBe(true);
    const changed = await changeProject(rig.admin.actor, rig.projectId, { billable: false }, now);
    expect(changed.billable).toBe(false);
    expect(await add(rig.taskId)).toBe(false);
    expect(await add(billable)).toBe(true);
  });
});
