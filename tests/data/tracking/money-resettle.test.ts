import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { rateKinds } from '@/lib/contracts/values';
import { db } from '@/lib/db/client';
import { changeInstallation } from '@/lib/tracking/installation';
import { nearestRate } from '@/lib/tracking/nearest-rate';
import { makeProject, makeTask } from './make-task';
import { MoneyRig, now } from './money-rig';

let rig: MoneyRig;

beforeAll(async () => {
  rig = await MoneyRig.start();
});
afterAll(() => rig.stop());
beforeEach(() => rig.reset());

const apply = { applyToExisting: true };
const eventsOf = (entryId: string) => db().timeEntryEvent.findMany({ where: { entryId } });

describe('a rate that also changes the time since then', () => {
  it('reaches from its day to the next rate, and writes it into the history of each entry', async () => {
    await rig.setRate('project', 9000, '2026-04-01');
    const before = await rig.store({ on: '2026-01-31', rate: 1000 });
    const first = await rig.store({ on: '2026-02-01', rate: 1000 });
    const last = await rig.store({ on: '2026-03-31' });
    const after = await rig.store({ on: '2026-04-01', rate: 1000 });
    expect(await rig.setRate('project', 5000, '2026-02-01', apply)).toBe(2);
    expect(await Promise.all([before, first, last, after].map((id) => rig.rateOf(id)))).toEqual([
      1000, 5000, 5000, 1000,
    ]);
    expect(await eventsOf(before)).toEqual([]);
    expect(await eventsOf(first)).toMatchObject([
      {
        userId: rig.member.id,
        actorId: rig.admin.id,
        kind: 'edited',
        changes: JSON.stringify([{ field: 'rate', from: '1000', to: '5000' }]),
        at: now,
      },
    ]);
    expect((await eventsOf(last))[0]?.changes).toBe(JSON.stringify([{ field: 'rate', from: null, to: '5000' }]));
  });

  it('leaves time alone for which a nearer kind has a rate', async () => {
    await rig.setRate('task', 9000, '2026-03-01');
    const dear = await rig.store({ on: '2026-03-01', rate: 9000 });
    const early = await rig.store({ on: '2026-02-28', rate: 1 });
    const alone = await rig.store({ on: '2026-03-01', taskId: null, rate: 1 });
    expect(await rig.setRate('project', 5000, '2026-01-01', apply)).toBe(2);
    expect(await rig.setRate('person', 4000, '2026-01-01', apply)).toBe(0);
    expect(await rig.setRate('installation', 3000, '2026-01-01', apply)).toBe(0);
    expect(await Promise.all([dear, early, alone].map((id) => rig.rateOf(id)))).toEqual([9000, 5000, 5000]);
  });

  it('leaves other tasks, projects and people alone', async () => {
    const elsewhere = await makeProject();
    const others = [
      await rig.store({ projectId: elsewhere, taskId: await makeTask({ projectId: elsewhere }), rate: 1 }),
      await rig.store({ userId: rig.admin.id, projectId: elsewhere, taskId: null, rate: 1 }),
    ];
    const mine = await rig.store({ rate: 1 });
    expect(await rig.setRate('task', 5000, '2026-01-01', apply)).toBe(1);
    expect(await rig.setRate('project', 5000, '2026-01-01', apply)).toBe(0);
    expect(await Promise.all([...others, mine].map((id) => rig.rateOf(id)))).toEqual([1, 1, 5000]);
  });

  it('leaves locked days alone, though an admin could change them one by one', async () => {
    await changeInstallation(rig.admin.actor, { lockBefore: '2026-11-01' }, now);
    const locked = await rig.store({ on: '2026-10-31', rate: 1 });
    const open = await rig.store({ on: '2026-11-01', rate: 1 });
    expect(await rig.setRate('installation', 5000, '2026-01-01', apply)).toBe(1);
    expect([await rig.rateOf(locked), await rig.rateOf(open)]).toEqual([1, 5000]);
  });

  it('changes nothing that has the rate already', async () => {
    const entry = await rig.store({ rate: 5000 });
    expect(await rig.setRate('person', 5000, '2026-01-01', apply)).toBe(0);
    expect(await eventsOf(entry)).toEqual([]);
  });

  it('gives the time to the next kind when it has no amount', async () => {
    await rig.setRate('person', 4000, '2026-02-01');
    await rig.setRate('task', 9000, '2026-01-01');
    const early = await rig.store({ on: '2026-01-15', rate: 9000 });
    const late = await rig.store({ on: '2026-02-15', rate: 9000 });
    expect(await rig.setRate('task', null, '2026-01-10', apply)).toBe(2);
    expect([await rig.rateOf(early), await rig.rateOf(late)]).toEqual([null, 4000]);
  });

  it('changes thousands of entries of several people, each once', async () => {
    const days = ['2026-11-18', '2026-11-19', '2026-11-20'];
    const data = Array.from({ length: 4_200 }, (_, index) => ({
      id: `many-${index}`,
      userId: index % 3 === 0 ? rig.admin.id : rig.member.id,
      taskId: index % 2 === 0 ? rig.taskId : null,
      projectId: rig.projectId,
      madeInProjectId: rig.projectId,
      on: days[index % 3] ?? '',
      durationSeconds: 60,
      rate: index % 5 === 0 ? 7700 : null,
    }));
    await db().timeEntry.createMany({ data });
    expect(await rig.setRate('installation', 7700, '2026-01-01', apply)).toBe(3_360);
    expect(await db().timeEntry.count({ where: { rate: 7700 } })).toBe(4_200);
    expect(await db().timeEntryEvent.count()).toBe(3_360);
    expect(await rig.setRate('project', 8800, '2026-11-19', apply)).toBe(2_800);
    expect(await db().timeEntry.count({ where: { rate: 8800 } })).toBe(2_800);
  });
});

it('settles any time as it would be if it were written today, when every rate is applied', async () => {
  const on = fc.integer({ min: 1, max: 9 }).map((date) => `2026-01-0${date}`);
  const rates = fc.array(
    fc.record({
      kind: fc.constantFrom(...rateKinds),
      amount: fc.option(fc.integer({ min: 0, max: 99 })),
      from: on,
    }),
    { maxLength: 8 },
  );
  const entries = fc.array(fc.record({ on, onTask: fc.boolean(), byAdmin: fc.boolean() }), { maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(rates, entries, async (given, times) => {
      await rig.reset();
      for (const time of times) {
        const userId = time.byAdmin ? rig.admin.id : rig.member.id;
        await rig.store({ on: time.on, userId, taskId: time.onTask ? rig.taskId : null });
      }
      for (const { kind, amount, from } of given) await rig.setRate(kind, amount, from, apply);
      for (const row of await db().timeEntry.findMany()) expect(row.rate).toBe(await nearestRate(row, row.on));
    }),
    { numRuns: 25 },
  );
});
