import { afterEach, beforeEach, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { newId } from '@/lib/kit/new-id';
import { minutes } from '@/lib/kit/sleep';
import { seal } from '@/lib/secrets/sealed';
import { sweepWrites } from '@/lib/sync/write/write-ledger';
import { startHarness } from '@/tests/support/sync-harness';
import { startWriting, type WriteHarness } from './write-harness';

let rig: WriteHarness;
beforeEach(async () => {
  rig = await startWriting(startHarness);
});
afterEach(() => rig.stop());

it('a workspace whose writes cannot be looked up holds up no other, and is asked once each time', async () => {
  const { id: _id, ...row } = await db().connection.findFirstOrThrow();
  const other = { id: 'other', workspaceId: 'other', keySealed: seal('lin_api_nobody', 'other') };
  await db().connection.create({ data: { ...row, ...other } });
  const mutation = { kind: 'archive', issueId: newId() };
  const lost = Array.from({ length: 25 }, () => ({
    ...{ id: newId(), connectionId: 'other', userId: rig.admin.actor.userId, kind: 'archive', status: 'unknown' },
    ...{ input: JSON.stringify({ mutation, before: {} }), createdAt: new Date(Date.now() - minutes(30)) },
  }));
  await db().linearWrite.createMany({ data: lost });
  rig.linear.faults.add({ kind: 'reset' }, { contains: 'issueUpdate', next: 1 });
  rig.linear.faults.add({ kind: 'cut' }, { contains: 'LiveIssue', nth: 2 });
  await expect(rig.change({ title: 'Mine' })).rejects.toMatchObject({ code: 'linear_write_unknown' });
  rig.linear.requests.clear();
  await sweepWrites({ ...rig.access, now: () => new Date(Date.now() + minutes(3)) });
  expect(await db().linearWrite.count({ where: { status: 'done' } })).toBe(1);
  expect((await rig.task()).title).toBe('Mine');
  expect(rig.linear.requests.length).toBeLessThanOrEqual(3);
});
