import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { must } from '@/lib/kit/must';
import { newId } from '@/lib/kit/new-id';
import { removeConnection } from '@/lib/sync/connections';
import { createIssue } from '@/lib/sync/write/write-new-issue';
import { startHarness } from '@/tests/support/sync-harness';
import { startWriting, type WriteHarness } from './write-harness';

let rig: WriteHarness;
beforeEach(async () => {
  rig = await startWriting(startHarness);
});
afterEach(() => rig.stop());

/** Deletes the connection as soon as Linear has the write in hand. */
async function deleteMeanwhile(write: Promise<unknown>, tasks: 'keep' | 'remove' = 'keep'): Promise<unknown> {
  const settled = write.catch((error: unknown) => error);
  while (rig.sent() === 0) await sleep(5);
  await removeConnection(rig.admin.actor, rig.connection.id, tasks, new Date());
  return settled;
}

const done = { code: 'conflict', message: expect.stringContaining('Linear did this') };
const slowly = (contains: string) => rig.linear.faults.add({ kind: 'delay', ms: 300 }, { contains, next: 1 });

describe('whose connection is deleted while Linear does it', () => {
  it.each(['keep', 'remove'] as const)(
    'is told that Linear did it, and nothing is made up here (%s)',
    async (tasks) => {
      slowly('issueUpdate');
      const answer = await deleteMeanwhile(rig.change({ title: 'Taken' }), tasks);
      expect(answer).toMatchObject(done);
      expect(rig.issue.title).toBe('Taken');
      expect(await db().linearWrite.count()).toBe(0);
    },
  );

  it('is told so of a new issue too', async () => {
    slowly('issueCreate');
    const team = rig.issue.team.key;
    const calling = { access: rig.access, signal: new AbortController().signal, writeId: newId() };
    const before = rig.linear.workspace.issues.size;
    expect(await deleteMeanwhile(createIssue(rig.admin.actor, { team, title: 'Made' }, calling))).toMatchObject(done);
    expect(rig.linear.workspace.issues.size).toBe(before + 1);
    expect(await db().task.count({ where: { title: 'Made' } })).toBe(0);
  });

  it('is told what is so when Linear did not answer: by the look-up, or that nobody knows', async () => {
    rig.linear.faults.add({ kind: 'hang' }, { contains: 'issueUpdate', next: 1 });
    const lost = await deleteMeanwhile(rig.change({ title: 'Lost' }));
    expect(lost).toMatchObject({ code: 'conflict', hint: expect.stringContaining('Look at the issue in Linear') });
    expect(lost).not.toMatchObject({ hint: expect.stringContaining('looked up by itself') });
  });
});

it('nothing is sent for a connection that was deleted before', async () => {
  slowly('query References');
  const state = [...rig.linear.workspace.states.values()].find(
    ({ id, team }) => team === rig.issue.team && id !== rig.issue.state.id,
  );
  const write = rig.change({ stateId: must(state).id }).catch((error: unknown) => error);
  while (!rig.linear.requests.some(({ query }) => query.includes('query References'))) await sleep(5);
  await removeConnection(rig.admin.actor, rig.connection.id, 'keep', new Date());
  expect(await write).toMatchObject({ code: 'not_found' });
  expect(rig.sent()).toBe(0);
});
