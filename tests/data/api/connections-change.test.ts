import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { GET as deletePreview } from '@/app/api/v1/connections/[id]/delete-preview/route';
import type { Problem } from '@/lib/contracts/common';
import { type Connection, connection, type DeletePreview } from '@/lib/contracts/connection';
import { db } from '@/lib/db/client';
import { must } from '@/lib/kit/must';
import { makeDemoWorkspace } from '@/tests/fakes/linear/demo-workspace';
import { startLinearSimulator } from '@/tests/fakes/linear/start-linear-simulator';
import { ConnectionsRig } from './connections-rig';

let rig: ConnectionsRig;
let made: Connection;
beforeAll(async () => {
  rig = await ConnectionsRig.start({ issues: 40 });
});
beforeEach(async () => {
  made = (await rig.create()).body;
});
afterEach(async () => {
  rig.linear.reset();
  rig.linear.latencyMs = 0;
  await db().timeEntry.deleteMany();
  await db().task.deleteMany();
  await db().project.deleteMany();
  await db().connection.deleteMany();
});
afterAll(() => rig.stop());

async function changed(body: unknown): Promise<Connection> {
  const reply = await rig.change(made.id, body);
  expect(reply.status).toBe(200);
  return connection.parse(reply.body);
}

async function track(taskId: string, projectId: string): Promise<void> {
  const entry = {
    id: `entry of ${taskId}`,
    userId: rig.admin.id,
    taskId,
    projectId,
    madeInProjectId: projectId,
    on: '2026-11-21',
    durationSeconds: 60,
  };
  await db().timeEntry.create({ data: entry });
}

function countStatus(status: string): Promise<number> {
  return db().task.count({ where: { status } });
}

describe('changing a connection', () => {
  it('changes the one field that is given and leaves the others', async () => {
    for (const body of [
      { name: 'Renamed' },
      { maxPagesPerRun: 3 },
      { statusMapping: { preset: 'detailed', states: {} } },
    ]) {
      const before = (await rig.get(made.id)).body;
      expect(await changed(body)).toEqual({ ...before, ...body, updatedAt: expect.any(String) });
    }
    expect(rig.linear.requests.filter(({ operationName }) => operationName !== 'Probe')).toHaveLength(0);
  });

  it('changes nothing when nothing is given', async () => {
    expect({ ...(await changed({})), updatedAt: '' }).toEqual({ ...made, updatedAt: '' });
  });

  it('pauses and resumes the schedule, and runs no tick that fell before', async () => {
    const on = await changed({ schedule: { enabled: true, cron: '*/5 * * * *', timeZone: 'Europe/Berlin' } });
    expect(on).toMatchObject({ health: 'ok', schedule: { cron: '*/5 * * * *', timeZone: 'Europe/Berlin' } });
    expect(on.schedule.nextRunAt).not.toBeNull();
    const off = await changed({ schedule: { enabled: false, cron: '*/5 * * * *' } });
    expect(off).toMatchObject({
      health: 'paused',
      healthReason: { code: 'schedule_off' },
      schedule: { nextRunAt: null },
    });
    expect(await db().syncRun.count()).toBe(0);
  });

  it('re-maps the stored tasks at once, without asking Linear', async () => {
    await rig.syncToEnd(made.id);
    const done = await countStatus('done');
    expect(done).toBeGreaterThan(0);
    const states = [...rig.workspace.states.values()].map(({ id }) => [id, 'canceled']);
    rig.linear.requests.clear();
    await changed({ statusMapping: { preset: 'todo_done', states: Object.fromEntries(states) } });
    expect(await countStatus('canceled')).toBe(40);
    await changed({ statusMapping: { preset: 'todo_done', states: {} } });
    expect(await countStatus('done')).toBe(done);
    expect(rig.linear.requests).toHaveLength(0);
  });

  it('maps what a run stores after the change by the new mapping', async () => {
    rig.linear.latencyMs = 120;
    const { body: run } = await rig.sync(made.id);
    await rig.until(run.id, ({ counts, finishedAt }) => counts.created > 0 || finishedAt !== null);
    const states = [...rig.workspace.states.values()].map(({ id }) => [id, 'in_progress']);
    await changed({ statusMapping: { preset: 'todo_done', states: Object.fromEntries(states) } });
    await rig.until(run.id, ({ finishedAt }) => finishedAt !== null);
    expect(await countStatus('in_progress')).toBe(40);
  });

  it('selects teams by any spelling, and all with an empty list', async () => {
    expect((await changed({ teamKeys: ['mob ', 'MOB'] })).teamKeys).toEqual(['MOB']);
    await rig.syncToEnd(made.id);
    const inMob = rig.workspace.issueCount(rig.workspace.team('MOB'), true);
    expect(await db().task.count()).toBe(inMob);
    expect((await changed({ teamKeys: [] })).teamKeys).toEqual([]);
    await rig.syncToEnd(made.id);
    expect(await db().task.count()).toBe(40);
  });

  it('refuses unknown team keys and keeps what was', async () => {
    const { status, body } = await rig.change<Problem>(made.id, { teamKeys: ['ENGG'], name: 'Not saved' });
    expect([status, body.code]).toEqual([422, 'unknown_team_keys']);
    expect((await rig.get(made.id)).body).toMatchObject({ name: made.name, teamKeys: [] });
  });

  it('replaces the key by one of the same workspace, and sync uses it', async () => {
    const { value } = rig.workspace.createKey({ user: must([...rig.workspace.users.values()][1]) });
    const after = await changed({ apiKey: ` Bearer ${value} ` });
    expect(after.keyHint).toBe(`…${value.slice(-4)}`);
    expect(after.keyOwner.email).not.toBe(made.keyOwner.email);
    rig.workspace.revokeKey(rig.apiKey);
    expect((await rig.syncToEnd(made.id)).status).toBe('succeeded');
    rig.workspace.restoreKey(rig.apiKey);
  });

  it('refuses a key of another workspace, or a bad one, and keeps the old', async () => {
    const other = await startLinearSimulator({
      workspace: makeDemoWorkspace({ issues: 1, seed: 9, name: 'Other Inc', urlKey: 'other' }).workspace,
    });
    // Both workspaces stand behind the one address, as at the real Linear: what differs is the key.
    const theirs = { ...rig.workspace.organization, id: other.workspace.organization.id, name: 'Other Inc' };
    const mine = { ...rig.workspace.organization };
    const { value } = rig.workspace.createKey();
    Object.assign(rig.workspace.organization, theirs);
    const wrong = await rig.change<Problem>(made.id, { apiKey: value });
    Object.assign(rig.workspace.organization, mine);
    await other.stop();
    expect([wrong.status, wrong.body.code]).toEqual([422, 'linear_wrong_workspace']);
    expect(wrong.body.detail).toContain('Other Inc');
    const bad = await rig.change<Problem>(made.id, { apiKey: 'lin_api_bad' });
    expect([bad.status, bad.body.code]).toEqual([422, 'linear_auth_failed']);
    expect((await rig.get(made.id)).body.keyHint).toBe(made.keyHint);
    expect((await rig.syncToEnd(made.id)).status).toBe('succeeded');
  });
});

describe('deleting a connection', () => {
  const preview = async () =>
    (await rig.call<DeletePreview>(deletePreview, 'GET', '/x', { params: { id: made.id } })).body;

  it('tells beforehand how many tasks there are and how many carry time', async () => {
    expect(await preview()).toEqual({ tasks: 0, tasksWithTime: 0, issuesWithTime: 0 });
    await rig.syncToEnd(made.id);
    const task = await db().task.findFirstOrThrow();
    await track(task.id, task.projectId);
    expect(await preview()).toEqual({ tasks: 40, tasksWithTime: 1, issuesWithTime: 0 });
  });

  it('keeps all tasks unless told otherwise, and forgets key, runs and teams', async () => {
    await rig.syncToEnd(made.id);
    const { status, body } = await rig.remove(made.id);
    expect([status, body]).toEqual([204, null]);
    expect((await rig.get<Problem>(made.id)).status).toBe(404);
    expect((await rig.remove(made.id)).status).toBe(404);
    expect(await db().task.count()).toBe(40);
    expect([await db().syncRun.count(), await db().teamScope.count(), await db().workflowState.count()]).toEqual([
      0, 0, 0,
    ]);
  });

  it('removes tasks on wish, but never those that carry time, nor what is made by hand', async () => {
    await rig.syncToEnd(made.id);
    const task = await db().task.findFirstOrThrow();
    await track(task.id, task.projectId);
    const byHand = { source: 'manual', title: 'Mine', name: 'Mine', status: 'todo' };
    await db().task.create({ data: { id: 'by hand', projectId: task.projectId, ...byHand } });
    expect((await rig.remove(made.id, '?tasks=remove')).status).toBe(204);
    const left = await db().task.findMany({ select: { id: true } });
    expect(left.map(({ id }) => id).sort()).toEqual([task.id, 'by hand'].sort());
    expect(await db().project.findMany({ select: { id: true } })).toEqual([{ id: task.projectId }]);
    expect(await db().timeEntry.count()).toBe(1);
  });

  it('ends a run that is under way, which then writes nothing more', async () => {
    rig.linear.latencyMs = 150;
    await rig.sync(made.id);
    expect((await rig.remove(made.id, '?tasks=remove')).status).toBe(204);
    await rig.scheduler.stop();
    expect([await db().task.count(), await db().syncRun.count(), await db().project.count()]).toEqual([0, 0, 0]);
    await rig.scheduler.start();
  });

  it('lets the workspace be connected again, which takes its old tasks back with their notes', async () => {
    await rig.syncToEnd(made.id);
    await db().task.updateMany({ data: { notes: 'kept' } });
    const doomed = must([...rig.workspace.issues.values()][0]);
    await rig.remove(made.id);
    rig.workspace.deletePermanently(doomed);
    const again = (await rig.create()).body;
    const run = await rig.syncToEnd(again.id);
    expect(run).toMatchObject({ status: 'succeeded', counts: { created: 0, unchanged: 39, gone: 1 } });
    expect(await db().task.count({ where: { connectionId: again.id, notes: 'kept' } })).toBe(40);
    expect((await rig.get(again.id)).body.teams.reduce((sum, { taskCount }) => sum + taskCount, 0)).toBe(40);
  });
});
