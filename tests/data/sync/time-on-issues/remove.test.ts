import { describe, expect, it } from 'vitest';
import { scheduler } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import { must } from '@/lib/kit/must';
import { minutes } from '@/lib/kit/sleep';
import { removeConnectionAndTime } from '@/lib/sync/time-on-issues/time-on-issues-leave';
import { provideHarness } from '@/tests/support/sync-start';
import { firstAddress, TimeRig } from '@/tests/support/time-on-issues-rig';

const start = provideHarness();

/** Every issue has an hour, and tells so. */
async function begin() {
  const rig = await TimeRig.start(start);
  for (const issue of rig.issues) await rig.track(issue, 3_600);
  await rig.switch(true);
  await rig.keep();
  const carried = () => rig.issues.filter((issue) => rig.on(issue).length > 0).length;
  expect(carried()).toBe(rig.issues.length);
  return { rig, carried, faults: rig.harness.linear.faults };
}

describe('removing the time from all issues', () => {
  it('takes away what Trackline made, and nothing else, in few requests', async () => {
    const { rig, carried } = await begin();
    const pasted = rig.harness.linear.workspace.attach({
      issue: must(rig.issues[0]),
      title: 'My own link',
      url: `${firstAddress}/tasks/some-task`,
    });
    rig.clock.advance(minutes(5));
    const { length } = rig.harness.linear.requests;
    expect(await rig.remove()).toMatchObject({ state: 'removing', waiting: rig.issues.length });
    await rig.keep();
    expect(carried()).toBe(1);
    expect(rig.on(must(rig.issues[0]))).toEqual([pasted]);
    for (const each of rig.foreign) expect(rig.harness.linear.workspace.attachments.get(each.id)).toBe(each);
    expect(rig.harness.linear.requests.length - length).toBe(3);
    expect(await rig.view()).toMatchObject({ state: 'off', issues: 0, waiting: 0 });
    expect(await db().timeAttachment.count()).toBe(0);
  });

  it('takes those along whose task is not here any more, or that no row knows of', async () => {
    const { rig, carried } = await begin();
    await db().timeAttachment.deleteMany({ where: { taskId: await rig.taskOf(must(rig.issues[0])) } });
    await rig.remove();
    await rig.keep();
    expect(carried()).toBe(0);
    await rig.switch(true);
    await rig.keep();
    await db().timeAttachment.deleteMany();
    expect(await rig.remove()).toMatchObject({ state: 'off' });
    expect(carried()).toBe(0);
  });

  it('takes it at once from an issue whose newer time waits for its quarter of an hour', async () => {
    const { rig, carried } = await begin();
    await rig.track(must(rig.issues[0]), 600);
    await rig.run(minutes(1));
    await rig.remove();
    await rig.keep();
    expect(carried()).toBe(0);
    expect(await rig.view()).toMatchObject({ state: 'off', waiting: 0 });
  });

  it('goes on after a crash and after a lost answer', async () => {
    const { rig, carried, faults } = await begin();
    await rig.remove();
    faults.add({ kind: 'reset' }, { next: 1, contains: 'attachmentDelete' });
    await rig.keep();
    expect(await rig.view()).toMatchObject({ state: 'removing', waiting: rig.issues.length });
    await rig.run(minutes(4), minutes(1));
    expect(carried()).toBe(0);
    expect((await rig.view()).state).toBe('off');
  });

  it('leaves no room for what is being sent at that moment', async () => {
    const { rig, carried } = await begin();
    rig.clock.advance(minutes(20));
    for (const issue of rig.issues) await rig.track(issue, 60);
    await rig.keep();
    rig.clock.advance(minutes(1));
    const removals: Promise<unknown>[] = [];
    const removeNow = () => void removals.push(rig.remove());
    rig.harness.linear.faults.add({ kind: 'run', run: removeNow }, { next: 1, contains: 'attachmentCreate' });
    await rig.keep();
    await Promise.all(removals);
    expect((await rig.view()).state).toBe('removing');
    await rig.run(minutes(8), minutes(1));
    expect(carried()).toBe(0);
    expect((await rig.view()).state).toBe('off');
  });

  it('can be followed by switching on again, which tells everything anew', async () => {
    const { rig, carried } = await begin();
    await rig.remove();
    await rig.keep();
    await rig.switch(true);
    await rig.run(minutes(1));
    expect(carried()).toBe(rig.issues.length);
  });
});

describe('switching off', () => {
  it('leaves what is there, and switching on again sends what has changed since', async () => {
    const { rig, carried } = await begin();
    await rig.switch(false);
    await rig.track(must(rig.issues[0]), 3_600);
    await rig.run(minutes(30), minutes(5));
    expect(carried()).toBe(rig.issues.length);
    expect(await rig.view()).toMatchObject({ state: 'off', issues: rig.issues.length, waiting: 0 });
    const { writes } = rig;
    await rig.switch(true);
    await rig.run(minutes(1));
    expect(rig.titles(must(rig.issues[0]))).toEqual(['2h tracked']);
    expect(rig.writes).toBe(writes + 1);
  });

  it('needs an address to link to, and a key that may write, to be switched on', async () => {
    const rig = await TimeRig.start(start);
    rig.move(null);
    await expect(rig.switch(true)).rejects.toMatchObject({
      code: 'validation_failed',
      hint: expect.stringMatching(/BASE_URL/),
    });
    expect((await rig.view()).problem).toMatchObject({ hint: expect.stringMatching(/BASE_URL/) });
    rig.move(firstAddress);
    const { workspace } = rig.harness.linear;
    must(workspace.keys.find(({ value }) => value === rig.harness.apiKey)).scopes = ['read'];
    await expect(rig.switch(true)).rejects.toMatchObject({ code: 'linear_scope_missing' });
    expect((await rig.view()).state).toBe('off');
  });
});

describe('a new address of this server', () => {
  it('replaces each attachment, so that there are never two', async () => {
    const { rig } = await begin();
    rig.move('https://zeit.example.com');
    rig.clock.advance(minutes(20));
    const twice = rig.watch();
    await rig.run(minutes(1));
    expect(twice).toEqual(new Set());
    for (const issue of rig.issues) {
      const taskId = await rig.taskOf(issue);
      expect(rig.on(issue).map(({ url }) => url)).toEqual([`https://zeit.example.com/tasks/${taskId}`]);
    }
    const { writes } = rig;
    await rig.run(minutes(40), minutes(5));
    expect(rig.writes).toBe(writes);
  });
});

describe('deleting the connection', () => {
  it('takes the time away first when asked to', async () => {
    const { rig, carried } = await begin();
    await removeConnectionAndTime(scheduler, rig.id, { tasks: 'keep', timeOnIssues: 'remove' }, rig.harness.access);
    expect(carried()).toBe(0);
    expect(await db().connection.count()).toBe(0);
  });

  it('leaves it there otherwise, and is deleted although Linear is away', async () => {
    const { rig, carried, faults } = await begin();
    faults.always({ kind: 'cut' });
    await removeConnectionAndTime(scheduler, rig.id, { tasks: 'keep', timeOnIssues: 'remove' }, rig.harness.access);
    expect(await db().connection.count()).toBe(0);
    expect(carried()).toBe(rig.issues.length);
  });
});
