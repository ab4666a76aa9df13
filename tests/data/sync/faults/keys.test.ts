import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scheduler } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import { showConnection } from '@/lib/sync/connections';
import { listSchedules, queueDueWork } from '@/lib/sync/due-work';
import { mostAuthFailures } from '@/lib/sync/execute-run';
import { changeConnection } from '@/lib/sync/save-connection';
import type { Workspace } from '@/tests/fakes/linear/workspace';
import { countTasks, type Harness, startHarness } from '@/tests/support/sync-harness';

let harness: Harness;
let workspace: Workspace;
beforeAll(async () => {
  harness = await startHarness({ issues: 30 });
  workspace = harness.linear.workspace;
});
afterAll(() => harness.stop());

const show = () => showConnection(scheduler, harness.connection.id, new Date());
const replaceKey = (apiKey: string) =>
  changeConnection(
    scheduler,
    harness.connection.id,
    { apiKey },
    { access: harness.access, signal: new AbortController().signal },
  );

describe('a key that stops working', () => {
  it('pauses the schedule after three failures in a row, says so, and a new key lets it go on', async () => {
    await harness.syncAll();
    workspace.revokeKey(harness.apiKey);
    const issue = workspace.createIssue({ team: 'ENG', title: 'Made while the key was bad' });
    for (let failure = 1; failure <= mostAuthFailures; failure++) {
      expect((await show()).health).toBe(failure === 1 ? 'ok' : 'attention');
      expect(await listSchedules()).toHaveLength(1);
      expect(await harness.sync()).toMatchObject({
        status: 'failed',
        requests: 1,
        error: { code: 'linear_auth_failed' },
      });
    }
    expect(await show()).toMatchObject({
      health: 'paused',
      healthReason: { code: 'linear_auth_failed' },
      schedule: { nextRunAt: null },
    });
    expect(await listSchedules()).toEqual([]);
    expect(await queueDueWork(new Date(Date.now() + 86_400_000))).toEqual([]);
    await replaceKey(workspace.createKey().value);
    expect(await listSchedules()).toHaveLength(1);
    expect((await show()).schedule.nextRunAt).not.toBeNull();
    expect((await harness.sync()).counts.created).toBe(1);
    expect(await db().task.count({ where: { externalId: issue.id } })).toBe(1);
    expect((await show()).health).toBe('ok');
  });

  it('counts anew after one that worked, and not what is no fault of the key', async () => {
    for (const fault of ['revoked-key', 'revoked-key', null, 'revoked-key', 'revoked-key', 'proxy-page'] as const) {
      if (fault) harness.linear.faults.next({ kind: fault });
      await harness.sync();
    }
    expect(await listSchedules()).toHaveLength(1);
    await harness.syncAll();
  });

  it('is refused plainly when the secret that sealed it is another', async () => {
    const { keySealed } = await db().connection.findFirstOrThrow();
    await db().connection.updateMany({ data: { keySealed: `${keySealed.slice(0, -4)}AAAA` } });
    const run = await harness.sync();
    expect(run).toMatchObject({
      status: 'failed',
      requests: 0,
      error: { message: expect.stringContaining('APP_SECRET') },
    });
    await db().connection.updateMany({ data: { keySealed } });
    expect((await harness.syncAll()).status).toBe('succeeded');
  });

  it('may have lost its read permission, or its plan', async () => {
    for (const [fault, code] of [
      ['forbidden', 'linear_scope_missing'],
      ['usage-limit', 'linear_plan_limit'],
    ] as const) {
      harness.linear.faults.next({ kind: fault });
      expect(await harness.sync()).toMatchObject({
        status: 'failed',
        error: { code, hint: expect.stringMatching(/\w/) },
      });
    }
    expect((await harness.syncAll()).status).toBe('succeeded');
  });

  it('may belong to another workspace all at once, which changes nothing here', async () => {
    const { organization } = workspace;
    const before = { ...organization };
    const tasks = await countTasks();
    Object.assign(organization, { id: '00000000-0000-4000-8000-00000000000f', name: 'Elsewhere' });
    expect(await harness.sync()).toMatchObject({ status: 'failed', error: { code: 'linear_wrong_workspace' } });
    Object.assign(organization, before);
    expect(await countTasks()).toBe(tasks);
    expect((await harness.syncAll()).status).toBe('succeeded');
  });
});

describe('a key that sees fewer teams', () => {
  it('leaves the tasks of the others as they are, and says which team it misses', async () => {
    const before = await countTasks();
    const old = await db().connection.findFirstOrThrow();
    await replaceKey(workspace.createKey({ teams: ['ENG'] }).value);
    for (const mode of ['incremental', 'full'] as const) expect((await harness.syncAll({ mode })).counts.gone).toBe(0);
    expect(await countTasks()).toBe(before);
    expect(await db().task.count({ where: { sourceState: 'gone' } })).toBe(0);
    expect(await show()).toMatchObject({ health: 'attention', healthReason: { code: 'team_not_visible' } });
    const late = workspace.createIssue({ team: 'MOB', title: 'Not seen by this key' });
    await harness.syncAll();
    expect(await db().task.count({ where: { externalId: late.id } })).toBe(0);
    await db().connection.updateMany({ data: { keySealed: old.keySealed } });
    expect((await harness.syncAll()).status).toBe('succeeded');
    expect(await db().task.count({ where: { externalId: late.id } })).toBe(1);
    expect((await show()).health).toBe('ok');
  });
});
