import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { POST as createIssue } from '@/app/api/v1/linear-write/issues/route';
import { GET as targets } from '@/app/api/v1/linear-write/targets/route';
import { POST as comment } from '@/app/api/v1/tasks/[id]/comments/route';
import { GET as getIssue } from '@/app/api/v1/tasks/[id]/issue/route';
import { POST as send } from '@/app/api/v1/tasks/[id]/send-to-linear/route';
import type { ListOf } from '@/lib/contracts/common';
import type { Connection } from '@/lib/contracts/connection';
import type { WriteTarget } from '@/lib/contracts/linear-write';
import { db } from '@/lib/db/client';
import { must } from '@/lib/kit/must';
import { tokenHeaders } from '@/tests/support/people';
import { type TaskCalls, WriteRig } from './linear-write-rig';

let write: WriteRig;
let task: TaskCalls;

beforeAll(async () => {
  write = await WriteRig.start({ untouched: 3 });
  ({ task } = await write.issue());
});
afterEach(async () => {
  write.faults.clear();
  await db().connection.updateMany({ data: { writeBack: 'everyone', keyCanWrite: true, pausedReason: null } });
});
afterAll(() => write.rig.stop());

const set = { set: { priority: 1 } };
const writeBack = (mode: string) => db().connection.updateMany({ data: { writeBack: mode } });

async function target(headers?: Record<string, string>): Promise<WriteTarget> {
  const given = headers ? { headers } : {};
  const { body } = await write.call<ListOf<WriteTarget>>(targets, 'GET', '/linear-write/targets', given);
  return must(body.items[0], 'a target');
}

describe('who may write', () => {
  it('lets nobody write while it is off, not even admins, and asks Linear nothing', async () => {
    await writeBack('off');
    write.rig.linear.requests.clear();
    expect(await task.refused(set)).toMatchObject({ status: 403, body: { code: 'write_back_off' } });
    expect((await task.call(getIssue, 'GET', '/issue')).status).toBe(403);
    expect(await target()).toMatchObject({ canWrite: false, reason: expect.stringContaining('off') });
    expect(write.rig.linear.requests).toHaveLength(0);
  });

  it('lets members write only when everyone may', async () => {
    const { headers } = write.rig.member;
    await writeBack('admins');
    expect(await task.refused(set, headers)).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    expect((await target(headers)).canWrite).toBe(false);
    expect((await target()).canWrite).toBe(true);
    await writeBack('everyone');
    expect((await task.refused({ set: { priority: 2 } }, headers)).status).toBe(200);
    expect((await task.events())[0]).toMatchObject({ by: 'Test member' });
  });

  it('refuses a token that may only read, and lets it look', async () => {
    const headers = await tokenHeaders(write.rig.admin, 'read');
    expect(await task.refused(set, headers)).toMatchObject({ status: 403, body: { code: 'token_read_only' } });
    expect((await task.call(getIssue, 'GET', '/issue', { headers })).status).toBe(200);
  });

  it('writes with a token that may write', async () => {
    const headers = await tokenHeaders(write.rig.admin, 'write');
    expect((await task.refused({ set: { priority: 4 } }, headers)).status).toBe(200);
  });

  it('lists the synced teams to write to', async () => {
    const { teams, workspace } = await target();
    expect(teams.map(({ key }) => key)).toContain('ENG');
    expect(workspace.urlKey).toBe(write.workspace.organization.urlKey);
  });

  it('says of a paused connection that its key is refused', async () => {
    await db().connection.updateMany({ data: { pausedReason: 'auth' } });
    expect(await task.refused(set)).toMatchObject({ body: { code: 'linear_auth_failed' } });
    expect((await target()).reason).toContain('does not accept');
  });
});

describe('a task that is no issue', () => {
  it('cannot be written to, and says to send it first', async () => {
    const project = await db().project.findFirstOrThrow();
    const made = { id: 'hand', projectId: project.id, source: 'manual', title: 'x', name: 'x', status: 'todo' };
    await db().task.create({ data: made });
    const reply = await write.call(comment, 'POST', '/tasks/hand/comments', {
      params: { id: 'hand' },
      body: { body: 'x' },
    });
    expect(reply).toMatchObject({ status: 422, body: { code: 'not_an_issue', hint: 'Send it to Linear first.' } });
  });

  it('is not sent when it is an issue already', async () => {
    expect((await task.call(send, 'POST', '/send-to-linear', { body: { team: 'ENG' } })).status).toBe(409);
  });

  it('does not exist: 404', async () => {
    const given = { params: { id: 'nope' }, body: { body: 'x' } };
    expect((await write.call(comment, 'POST', '/tasks/nope/comments', given)).status).toBe(404);
  });
});

describe('what the key may do', () => {
  const switchOn = async () =>
    (await write.rig.change<Connection>(write.connectionId, { writeBack: 'everyone' })).body.keyCan;
  const withScopes = async (scopes: ('read' | 'write' | 'admin')[], work: () => Promise<void>) => {
    const key = must(
      write.workspace.keys.find(({ value }) => value === write.rig.apiKey),
      'the key',
    );
    const before = key.scopes;
    key.scopes = scopes;
    await work().finally(() => {
      key.scopes = before;
    });
  };

  it('is asked when writing is switched on: a key that may only read', () =>
    withScopes(['read'], async () => {
      expect(await switchOn()).toEqual({ write: false, admin: false });
      write.rig.linear.requests.clear();
      expect(await task.refused(set)).toMatchObject({ status: 422, body: { code: 'linear_scope_missing' } });
      expect((await target()).reason).toContain('may not write');
      expect(write.rig.linear.requests).toHaveLength(0);
    }));

  it('is asked when writing is switched on: a key that may write, and an admin’s', async () => {
    await withScopes(['read', 'write'], async () => expect(await switchOn()).toEqual({ write: true, admin: false }));
    await withScopes(['read', 'write', 'admin'], async () => expect(await switchOn()).toMatchObject({ write: true }));
  });

  it('changes nothing at Linear by asking', async () => {
    const before = write.workspace.changes.count;
    await switchOn();
    expect(write.workspace.changes.count).toBe(before);
  });

  it('is known from the first refusal when the key lost its scope since', () =>
    withScopes(['read'], async () => {
      expect(await task.refused({ set: { priority: 3 } })).toMatchObject({ body: { code: 'linear_scope_missing' } });
      expect((await target()).canWrite).toBe(false);
    }));

  it('is not asked while nothing writes', async () => {
    await writeBack('off');
    write.rig.linear.requests.clear();
    await write.rig.change(write.connectionId, { name: 'Renamed' });
    await write.rig.change(write.connectionId, { writeBack: 'off' });
    expect(write.rig.linear.requests).toHaveLength(0);
  });
});

describe('input that is not right', () => {
  it.each([
    ['an unknown field', { set: { colour: 'red' } }],
    ['an id that is none', { set: { stateId: 'Done' } }],
    ['half a point', { set: { estimate: 1.5 } }],
    ['a priority of 5', { set: { priority: 5 } }],
    ['an empty title', { set: { title: ' ' } }],
    ['a day that is none', { set: { dueDate: '2026-02-30' } }],
  ])('refuses %s before Linear is asked', async (_what, body) => {
    write.rig.linear.requests.clear();
    expect((await task.refused(body)).body.code).toBe('validation_failed');
    expect(write.rig.linear.requests).toHaveLength(0);
  });

  it('refuses a new issue without a title', async () => {
    expect((await write.call(createIssue, 'POST', '/linear-write/issues', { body: { team: 'ENG' } })).status).toBe(422);
  });
});
