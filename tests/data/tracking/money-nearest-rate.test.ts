import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { RateKind } from '@/lib/contracts/rate';
import { rateKinds } from '@/lib/contracts/values';
import { db } from '@/lib/db/client';
import { changeEntry } from '@/lib/tracking/change-entry';
import { createEntry } from '@/lib/tracking/create-entry';
import { nearestRate } from '@/lib/tracking/nearest-rate';
import { listRates, removeRate } from '@/lib/tracking/rates';
import { makeTask } from './make-task';
import { MoneyRig, now } from './money-rig';

let rig: MoneyRig;

beforeAll(async () => {
  rig = await MoneyRig.start();
});
afterAll(() => rig.stop());
beforeEach(() => rig.reset());

const nearest = (on = '2026-11-20', taskId: string | null = rig.taskId) =>
  nearestRate({ taskId, projectId: rig.projectId, userId: rig.member.id }, on);

describe('the nearest rate', () => {
  const subsets = Array.from({ length: 2 ** rateKinds.length }, (_, bits) =>
    rateKinds.filter((_kind, index) => bits & (1 << index)),
  );
  const amounts: Record<RateKind, number> = { task: 4000, project: 3000, person: 2000, installation: 1000 };

  it.each(subsets.map((kinds) => [kinds.join(', ') || 'none', kinds] as const))('of %s', async (_name, kinds) => {
    for (const kind of kinds) await rig.setRate(kind, amounts[kind]);
    const [first] = kinds;
    expect(await nearest()).toBe(first === undefined ? null : amounts[first]);
    const withoutTask = kinds.find((kind) => kind !== 'task');
    expect(await nearest('2026-11-20', null)).toBe(withoutTask === undefined ? null : amounts[withoutTask]);
  });

  it('is the one of the day: each holds until the next', async () => {
    await rig.setRate('project', 5000, '2026-02-01');
    await rig.setRate('project', 6000, '2026-03-01');
    await rig.setRate('person', 1000, '2026-01-15');
    expect(await nearest('2026-01-14')).toBeNull();
    expect(await nearest('2026-01-31')).toBe(1000);
    expect(await nearest('2026-02-01')).toBe(5000);
    expect(await nearest('2026-02-28')).toBe(5000);
    expect(await nearest('2026-03-01')).toBe(6000);
  });

  it('lets the next kind count from the day on which a kind has none any more', async () => {
    await rig.setRate('installation', 1000, '2020-01-01');
    await rig.setRate('task', 9000, '2026-02-01');
    await rig.setRate('task', null, '2026-03-01');
    await rig.setRate('task', 0, '2026-04-01');
    expect(await nearest('2026-02-28')).toBe(9000);
    expect(await nearest('2026-03-31')).toBe(1000);
    expect(await nearest('2026-04-01')).toBe(0);
  });

  it('is that of other subjects for nobody', async () => {
    await rig.setRate('person', 7000, '2026-01-01', { subjectId: rig.admin.id });
    await rig.setRate('task', 7000, '2026-01-01', { subjectId: await makeTask({ projectId: rig.projectId }) });
    expect(await nearest()).toBeNull();
  });

  it('is what a plain reading of any history says', async () => {
    const day = fc.integer({ min: 1, max: 9 }).map((date) => `2026-01-0${date}`);
    const rate = fc.record({
      kind: fc.constantFrom(...rateKinds),
      amount: fc.option(fc.integer({ min: 0, max: 9999 })),
      effectiveFrom: day,
    });
    const history = fc.uniqueArray(rate, { selector: (each) => `${each.kind} ${each.effectiveFrom}`, maxLength: 12 });
    const days = fc.array(day, { minLength: 25, maxLength: 25 });
    await fc.assert(
      fc.asyncProperty(history, days, async (rates, asked) => {
        await db().rate.deleteMany();
        const rows = rates.map((each, index) => ({ ...each, id: `${index}`, subjectId: subjectOf(each.kind) }));
        await db().rate.createMany({ data: rows.map((row) => ({ ...row, createdById: rig.admin.id })) });
        for (const on of asked) expect(await nearest(on)).toBe(plainReading(rates, on));
      }),
      { numRuns: 40 },
    );
  });

  function subjectOf(kind: RateKind): string {
    return { task: rig.taskId, project: rig.projectId, person: rig.member.id, installation: '' }[kind];
  }
});

function plainReading(
  rates: { kind: RateKind; amount: number | null; effectiveFrom: string }[],
  on: string,
): number | null {
  const ofKind = (kind: RateKind) =>
    rates
      .filter((rate) => rate.kind === kind && rate.effectiveFrom <= on)
      .sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? 1 : -1))[0]?.amount ?? null;
  return rateKinds.map(ofKind).find((amount) => amount !== null) ?? null;
}

describe('time that is written', () => {
  it('is settled with the rate of its day, and keeps it when a new one comes', async () => {
    await rig.setRate('project', 6000, '2026-01-01');
    const input = { taskId: rig.taskId, on: '2026-11-20', durationSeconds: 5400 };
    const entry = await createEntry(rig.admin.actor, { ...input, userId: rig.member.id }, now);
    expect(entry).toMatchObject({ rate: 6000, amount: 9000 });
    expect(await rig.setRate('project', 8000, '2026-11-01')).toBe(0);
    expect(await rig.setRate('task', 9900, '2026-01-01')).toBe(0);
    expect(await rig.rateOf(entry.id)).toBe(6000);
    expect((await createEntry(rig.admin.actor, { ...input, userId: rig.member.id }, now)).rate).toBe(9900);
  });

  it('keeps its rate when its words change, and takes that of another day or task', async () => {
    await rig.setRate('project', 6000, '2026-01-01');
    const input = { taskId: rig.taskId, on: '2026-11-20', durationSeconds: 3600 };
    const entry = await createEntry(rig.admin.actor, input, now);
    await rig.setRate('project', 8000, '2026-11-01');
    const change = (body: object) => changeEntry(rig.admin.actor, entry.id, body, now);
    expect((await change({ description: 'More', durationSeconds: 1800, on: '2026-11-20' })).rate).toBe(6000);
    expect((await change({ on: '2026-11-19', durationSeconds: 1800 })).rate).toBe(8000);
    const dearer = await makeTask({ projectId: rig.projectId });
    await rig.setRate('task', 12_000, '2026-01-01', { subjectId: dearer });
    expect(await change({ taskId: dearer })).toMatchObject({ rate: 12_000, amount: 6000 });
    expect(await change({ billable: false })).toMatchObject({ rate: 12_000, amount: null });
  });
});

describe('the history of rates', () => {
  const list = (kind: RateKind) =>
    listRates(rig.admin.actor, { kind, ...(kind === 'installation' ? {} : { subjectId: rig.projectId }) });

  it('is newest first, and says who set what', async () => {
    await rig.setRate('project', 5000, '2026-02-01');
    await rig.setRate('project', null, '2026-03-01');
    await rig.setRate('project', 7000, '2026-01-01');
    const { items } = await list('project');
    expect(items.map(({ effectiveFrom, amount }) => [effectiveFrom, amount])).toEqual([
      ['2026-03-01', null],
      ['2026-02-01', 5000],
      ['2026-01-01', 7000],
    ]);
    expect(items[0]).toMatchObject({ kind: 'project', subjectId: rig.projectId, createdBy: 'Ada' });
  });

  it('has one rate a day: a second one takes its place', async () => {
    await rig.setRate('installation', 5000, '2026-02-01');
    const [first] = (await list('installation')).items;
    await rig.setRate('installation', 5500, '2026-02-01');
    expect((await list('installation')).items).toMatchObject([{ id: first?.id, amount: 5500, subjectId: '' }]);
  });

  it('loses a rate that is removed; its time keeps what it was settled with', async () => {
    await rig.setRate('project', 5000, '2026-02-01');
    const entry = await createEntry(
      rig.admin.actor,
      { projectId: rig.projectId, on: '2026-11-20', durationSeconds: 60 },
      now,
    );
    const [rate] = (await list('project')).items;
    await removeRate(rig.admin.actor, rate?.id ?? '');
    expect((await list('project')).items).toEqual([]);
    expect(await rig.rateOf(entry.id)).toBe(5000);
    await expect(removeRate(rig.admin.actor, rate?.id ?? '')).rejects.toMatchObject({ code: 'not_found' });
  });
});
