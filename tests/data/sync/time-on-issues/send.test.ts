import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { scheduler } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import { must } from '@/lib/kit/must';
import { minutes } from '@/lib/kit/sleep';
import { changeConnection } from '@/lib/sync/save-connection';
import { sendToLinear } from '@/lib/sync/write/write-new-issue';
import { changeEntry } from '@/lib/tracking/change-entry';
import { createEntry } from '@/lib/tracking/create-entry';
import { deleteEntry } from '@/lib/tracking/delete-entry';
import { startTimer } from '@/lib/tracking/start-timer';
import { stopTimer } from '@/lib/tracking/stop-timer';
import { makeTask } from '@/tests/data/tracking/make-task';
import { provideHarness } from '@/tests/support/sync-start';
import { firstAddress, TimeRig } from '@/tests/support/time-on-issues-rig';

const start = provideHarness();
const begin = async () => {
  const rig = await TimeRig.start(start);
  const [first, second] = rig.issues;
  return { rig, first: must(first), second: must(second) };
};

describe('time on an issue', () => {
  it('is one attachment that says how much, by whom and when, and links back', async () => {
    const { rig, first } = await begin();
    await rig.track(first, 7_800, rig.ada, '2026-11-20');
    await rig.track(first, 4_200, rig.bruno, '2026-11-13');
    await rig.switch(true);
    await rig.keep();
    const taskId = await rig.taskOf(first);
    expect(rig.on(first)).toMatchObject([
      {
        title: '3h 20m tracked',
        subtitle: 'Ada 2h 10m, Bruno 1h 10m',
        url: `${firstAddress}/tasks/${taskId}`,
        metadata: {
          source: 'trackline',
          seconds: 12_000,
          'Ada Whitfield 2026-W47': 7_800,
          'Bruno Castellan 2026-W46': 4_200,
        },
      },
    ]);
    expect(await rig.view()).toMatchObject({ state: 'on', issues: 1, waiting: 0, failed: 0, problem: null });
  });

  it('is sent for all tasks that have time when it is switched on, many in one request', async () => {
    const { rig } = await begin();
    for (const issue of rig.issues) await rig.track(issue, 3_600);
    await rig.switch(true);
    await rig.keep();
    for (const issue of rig.issues) expect(rig.titles(issue)).toEqual(['1h tracked']);
    expect(rig.writes).toBe(1);
  });

  it('comes within a minute the first time, and then at most every 15 minutes', async () => {
    const { rig, first } = await begin();
    await rig.switch(true);
    await rig.keep();
    await rig.track(first, 60);
    await rig.run(minutes(1));
    expect(rig.titles(first)).toEqual(['1m tracked']);
    for (let round = 0; round < 12; round++) {
      await rig.track(first, 60);
      await rig.run(minutes(4), minutes(1));
    }
    const times = rig.writeTimes.map((at) => Date.parse(at));
    const gaps = times.slice(1).map((at, place) => at - (times[place] ?? 0));
    expect(gaps).toHaveLength(3);
    for (const gap of gaps) expect(gap).toBeGreaterThanOrEqual(minutes(15));
    await rig.run(minutes(15), minutes(5));
    expect(rig.titles(first)).toEqual(['13m tracked']);
  });

  it('costs nothing while nothing changes', async () => {
    const { rig, first } = await begin();
    const entryId = await rig.track(first, 3_600);
    await rig.switch(true);
    await rig.keep();
    const { length } = rig.harness.linear.requests;
    await rig.run(minutes(60), minutes(5));
    // A change that is taken back is none.
    await changeEntry(rig.ada.actor, entryId, { durationSeconds: 60, on: '2026-11-20' }, rig.clock.ours());
    await changeEntry(rig.ada.actor, entryId, { durationSeconds: 3_600, on: '2026-11-20' }, rig.clock.ours());
    await changeEntry(rig.ada.actor, entryId, { description: 'Only words' }, rig.clock.ours());
    await rig.run(minutes(60), minutes(5));
    expect(rig.harness.linear.requests).toHaveLength(length);
  });

  it('is no foreign change: a poll of the issue that it stamped sends nothing', async () => {
    const { rig, first } = await begin();
    await rig.track(first, 3_600);
    await rig.switch(true);
    await rig.keep();
    for (let round = 0; round < 3; round++) {
      rig.clock.advance(minutes(20));
      rig.harness.linear.workspace.updateIssue(first, { priority: round });
      await rig.harness.sync();
      await rig.run(minutes(2));
    }
    expect(rig.writes).toBe(1);
  });

  it('counts finished entries only', async () => {
    const { rig, first } = await begin();
    await rig.switch(true);
    await rig.keep();
    await startTimer(rig.ada.actor, { taskId: await rig.taskOf(first) }, rig.clock.ours());
    await rig.run(minutes(30));
    expect(rig.titles(first)).toEqual([]);
    await stopTimer(rig.ada.actor, {}, rig.clock.ours());
    await rig.run(minutes(1));
    expect(rig.titles(first)).toEqual(['30m tracked']);
  });

  it('goes along with an entry that is moved to another task', async () => {
    const { rig, first, second } = await begin();
    const entryId = await rig.track(first, 3_600);
    await rig.track(first, 1_800);
    await rig.switch(true);
    await rig.keep();
    rig.clock.advance(minutes(20));
    await changeEntry(rig.ada.actor, entryId, { taskId: await rig.taskOf(second) }, rig.clock.ours());
    await rig.run(minutes(1));
    expect([rig.titles(first), rig.titles(second)]).toEqual([['30m tracked'], ['1h tracked']]);
  });

  it('is removed when the time has gone to zero, and comes again with new time', async () => {
    const { rig, first } = await begin();
    const entryId = await rig.track(first, 3_600);
    await rig.switch(true);
    await rig.keep();
    rig.clock.advance(minutes(20));
    await deleteEntry(rig.ada.actor, entryId, rig.clock.ours());
    await rig.run(minutes(1));
    expect(rig.titles(first)).toEqual([]);
    await rig.track(first, 600);
    await rig.run(minutes(16));
    expect(rig.titles(first)).toEqual(['10m tracked']);
  });

  it('leaves an archived issue as it is, and catches up when it is restored', async () => {
    const { rig, first } = await begin();
    await rig.track(first, 3_600);
    await rig.switch(true);
    await rig.keep();
    rig.harness.linear.workspace.archiveIssue(first);
    rig.clock.advance(minutes(20));
    await rig.harness.sync();
    await rig.track(first, 3_600);
    await rig.run(minutes(30));
    expect(rig.writes).toBe(1);
    expect(await rig.view()).toMatchObject({ waiting: 0, failed: 0 });
    rig.harness.linear.workspace.unarchiveIssue(first);
    await rig.harness.sync();
    await rig.run(minutes(1));
    expect(rig.titles(first)).toEqual(['2h tracked']);
  });

  it('comes with a hand-made task that becomes an issue', async () => {
    const { rig } = await begin();
    await rig.switch(true);
    await changeConnection(scheduler, rig.id, { writeBack: 'everyone' }, rig.calling);
    await rig.keep();
    const { id: projectId } = await db().project.findFirstOrThrow({ where: { key: 'ENG' } });
    const taskId = await makeTask({ projectId, title: 'Hand-made', source: 'manual' });
    const input = { taskId, on: '2026-11-20', durationSeconds: 7_200 };
    await createEntry(rig.ada.actor, input, rig.clock.ours());
    rig.clock.advance(minutes(60));
    await rig.keep();
    await sendToLinear(rig.ada.actor, taskId, { team: 'ENG' }, { ...rig.calling, writeId: randomUUID() });
    await rig.run(minutes(1));
    const { externalId } = await db().task.findUniqueOrThrow({ where: { id: taskId } });
    const made = must(rig.harness.linear.workspace.issues.get(externalId ?? ''));
    expect([made.title, ...rig.titles(made)]).toEqual(['Hand-made', '2h tracked']);
  });

  it('makes a new one where a person has deleted it at Linear, once there is more to tell', async () => {
    const { rig, first } = await begin();
    await rig.track(first, 3_600);
    await rig.switch(true);
    await rig.keep();
    rig.harness.linear.workspace.deleteAttachment(must(rig.on(first)[0]));
    await rig.track(first, 3_600);
    await rig.run(minutes(16));
    expect(rig.titles(first)).toEqual(['2h tracked']);
    const [row] = await db().timeAttachment.findMany();
    expect(row?.externalId).toBe(must(rig.on(first)[0]).id);
  });
});
