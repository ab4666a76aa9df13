import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { POST as createCycle } from '@/app/api/v1/linear-write/cycles/route';
import { POST as createIssue } from '@/app/api/v1/linear-write/issues/route';
import { GET as options } from '@/app/api/v1/linear-write/teams/[team]/options/route';
import { POST as send } from '@/app/api/v1/tasks/[id]/send-to-linear/route';
import { POST as createTask } from '@/app/api/v1/tasks/route';
import { POST as addEntry } from '@/app/api/v1/time-entries/route';
import type { TeamOptions } from '@/lib/contracts/linear-write';
import type { Task } from '@/lib/contracts/task';
import { db } from '@/lib/db/client';
import { WriteRig } from './linear-write-rig';

let write: WriteRig;

beforeAll(async () => {
  write = await WriteRig.start({ untouched: 3 });
});
afterEach(() => write.faults.clear());
afterAll(() => write.rig.stop());

const create = (body: unknown, headers?: Record<string, string>) =>
  write.call<Task>(createIssue, 'POST', '/linear-write/issues', { body, ...(headers ? { headers } : {}) });

describe('a new issue', () => {
  it('is made in a team, named by its key in any case, and is a task at once', async () => {
    const state = write.stateOf(write.team(), 'started');
    const label = write.workspace.createLabel({ name: 'new-a' });
    const input = { team: 'eng', title: 'Made here', stateId: state.id, priority: 2, labelIds: [label.id] };
    const { status, body } = await create({ ...input, description: 'Text.', dueDate: '2026-12-24' });
    expect(status).toBe(201);
    expect(body).toMatchObject({ title: 'Made here', source: 'linear', priority: 2, state: { name: state.name } });
    const issue = write.workspace.issues.get(body.externalId ?? '');
    expect(issue).toMatchObject({
      title: 'Made here',
      description: 'Text.',
      state,
      labels: [label],
      dueDate: '2026-12-24',
    });
    const task = issue && (await write.taskOf(issue));
    expect(await task?.events()).toMatchObject([
      { by: 'Test admin', changes: [{ field: 'sent to Linear', to: issue?.identifier }] },
    ]);
  });

  it('begins where the team lets issues begin when nothing is said', async () => {
    const { body } = await create({ team: 'ENG', title: 'Plain' });
    expect(body.state?.type).toBe('backlog');
  });

  it('can be a part of another', async () => {
    const { issue: parent } = await write.issue();
    const { body } = await create({ team: 'ENG', title: 'Part', parent: parent.identifier.toLowerCase() });
    expect(write.workspace.issues.get(body.externalId ?? '')?.parent).toBe(parent);
  });

  it('is made once by a call that is sent again under its Idempotency-Key', async () => {
    const headers = { ...write.rig.admin.headers, 'Idempotency-Key': 'issue-once' };
    const [first, second] = [
      await create({ team: 'ENG', title: 'Only one' }, headers),
      await create({ team: 'ENG', title: 'Only one' }, headers),
    ];
    expect(second.body.id).toBe(first.body.id);
    const made = [...write.workspace.issues.values()].filter(({ title }) => title === 'Only one');
    expect(made).toHaveLength(1);
  });

  it('is made once when the answer is lost and the call is sent again', async () => {
    const headers = { ...write.rig.admin.headers, 'Idempotency-Key': 'issue-lost' };
    const lost = { next: 1, contains: 'mutation CreateIssue' };
    write.faults.add({ kind: 'gateway-timeout' }, lost);
    write.faults.add({ kind: 'html-error' }, { contains: 'query LiveIssue' });
    expect((await create({ team: 'ENG', title: 'Lost one' }, headers)).status).toBe(502);
    write.faults.clear();
    expect((await create({ team: 'ENG', title: 'Lost one' }, headers)).status).toBe(201);
    const made = [...write.workspace.issues.values()].filter(({ title }) => title === 'Lost one');
    expect(made).toHaveLength(1);
  }, 20_000);

  it('refuses a team that is not synced, and names those that are', async () => {
    const { status, body } = await write.call(createIssue, 'POST', '/linear-write/issues', {
      body: { team: 'NOPE', title: 'x' },
    });
    expect({ status, code: body.code }).toEqual({ status: 422, code: 'unknown_team' });
    expect(body.hint).toContain('ENG');
  });
});

describe('a hand-made task that is sent to Linear', () => {
  const makeTask = async (more: Record<string, unknown> = {}) => {
    const [project] = await db().project.findMany({ where: { name: 'By hand' } });
    const projectId =
      project?.id ??
      (await db().project.create({ data: { id: 'by-hand', name: 'By hand', color: '#123456', source: 'manual' } })).id;
    const body = { projectId, title: 'Write the manual', priority: 3, notes: 'Mine alone.', ...more };
    return (await write.call<Task>(createTask, 'POST', '/tasks', { body })).body;
  };
  const sendTask = (id: string, body: Record<string, unknown> = { team: 'ENG' }) =>
    write.call<Task>(send, 'POST', `/tasks/${id}/send-to-linear`, { params: { id }, body });

  it('keeps its id, its notes and its time, which moves to the project of the team', async () => {
    const { id } = await makeTask();
    const entry = { taskId: id, startedAt: '2026-11-20T09:00:00Z', endedAt: '2026-11-20T10:00:00Z' };
    expect((await write.call(addEntry, 'POST', '/time-entries', { body: entry })).status).toBe(201);
    const { status, body } = await sendTask(id);
    expect(status).toBe(201);
    const team = await db().project.findFirstOrThrow({ where: { externalId: write.team().id } });
    expect(body).toMatchObject({
      id,
      source: 'linear',
      title: 'Write the manual',
      priority: 3,
      notes: 'Mine alone.',
      trackedSeconds: 3_600,
      project: { id: team.id },
    });
    expect(write.workspace.issues.get(body.externalId ?? '')).toMatchObject({
      title: 'Write the manual',
      description: null,
    });
    expect(await db().timeEntry.findMany({ where: { taskId: id }, select: { projectId: true } })).toEqual([
      { projectId: team.id },
    ]);
  });

  it('is refused twice', async () => {
    const { id } = await makeTask({ title: 'Send me once' });
    const both = await Promise.all([sendTask(id), sendTask(id)]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect([...write.workspace.issues.values()].filter(({ title }) => title === 'Send me once')).toHaveLength(1);
    expect((await sendTask(id)).status).toBe(409);
  });

  it('stays as it is when Linear refuses, and can be sent again', async () => {
    const { id } = await makeTask({ title: 'Refused first' });
    write.faults.add(
      { kind: 'refused', message: 'no', presentable: 'Not today.' },
      { next: 1, contains: 'CreateIssue' },
    );
    expect((await sendTask(id)).status).toBe(422);
    expect(await db().task.findUnique({ where: { id } })).toMatchObject({ source: 'manual', externalId: null });
    expect((await sendTask(id)).status).toBe(201);
  });

  it('is one task when a sync meets the issue before its answer comes', async () => {
    const { id } = await makeTask({ title: 'Met on the way' });
    write.faults.add({ kind: 'delay', ms: 600 }, { next: 1, contains: 'mutation CreateIssue' });
    const sending = sendTask(id);
    await expect
      .poll(() => [...write.workspace.issues.values()].some(({ title }) => title === 'Met on the way'))
      .toBe(true);
    await write.rig.syncToEnd(write.connectionId);
    expect(await db().task.findMany({ where: { title: 'Met on the way' }, select: { id: true } })).toEqual([{ id }]);
    expect((await sending).body).toMatchObject({ id, source: 'linear' });
  });
});

describe('what a team offers', () => {
  const ask = (team: string, query = '') =>
    write.call<TeamOptions>(options, 'GET', `/linear-write/teams/${team}/options${query}`, { params: { team } });

  it('lists its own states, its labels and the workspace’s, its people, its cycles to come and the owner of the key', async () => {
    const own = write.workspace.createLabel({ name: 'own-o', team: 'ENG' });
    const foreign = write.workspace.createLabel({ name: 'foreign-o', team: 'DES' });
    const shared = write.workspace.createLabel({ name: 'shared-o' });
    const { status, body } = await ask('eng', '?refresh=true');
    expect(status).toBe(200);
    expect(body.team.key).toBe('ENG');
    const states = write.workspace.statesOf(write.team()).map(({ id }) => id);
    expect(body.states.map(({ id }) => id).sort()).toEqual(states.sort());
    const labels = body.labels.map(({ id }) => id);
    expect(labels).toEqual(expect.arrayContaining([own.id, shared.id]));
    expect(labels).not.toContain(foreign.id);
    expect(body.users.length).toBeGreaterThan(0);
    expect(body.cycles.every(({ endsAt }) => Date.parse(endsAt) > Date.now())).toBe(true);
    expect(body.viewer.name).not.toBe('');
  });

  it('asks Linear once for a while, and anew when told to', async () => {
    await ask('ENG', '?refresh=true');
    write.rig.linear.requests.clear();
    const label = write.workspace.createLabel({ name: 'late-o' });
    expect((await ask(write.team().id)).body.labels.map(({ id }) => id)).not.toContain(label.id);
    expect(write.rig.linear.requests).toHaveLength(0);
    expect((await ask('ENG', '?refresh=true')).body.labels.map(({ id }) => id)).toContain(label.id);
  });

  it('reads on when a list has more than one page', async () => {
    write.workspace.bulk(() => {
      for (let count = 0; count < 260; count++) write.workspace.createLabel({ name: `many-${count}` });
    });
    const { body } = await ask('ENG', '?refresh=true');
    expect(body.labels.filter(({ name }) => name.startsWith('many-'))).toHaveLength(260);
  });

  it('lists the labels of the team above a sub-team too', async () => {
    const label = write.workspace.createLabel({ name: 'above-o', team: 'ENG' });
    write.workspace.teams.change(write.team('DES'), { parent: write.team('ENG') });
    const { body } = await ask('DES', '?refresh=true');
    expect(body.labels.map(({ id }) => id)).toContain(label.id);
  });

  it('refuses a label that was renamed since it was looked up', async () => {
    const label = write.workspace.createLabel({ name: 'before-o' });
    await ask('ENG', '?refresh=true');
    write.workspace.renameLabel(label.id, 'after-o');
    const { task } = await write.issue();
    const { body } = await task.refused({ addLabelIds: [label.id] });
    expect(body).toMatchObject({
      code: 'invalid_reference',
      detail: 'The label "before-o" is called "after-o" now.',
    });
    expect((await task.refused({ addLabelIds: [label.id] })).status).toBe(200);
  });
});

describe('a new cycle', () => {
  it('is refused in the words of Linear’s schema', async () => {
    const { status, body } = await write.call(createCycle, 'POST', '/linear-write/cycles');
    expect({ status, code: body.code, detail: body.detail }).toEqual({
      status: 422,
      code: 'not_supported_by_linear',
      detail: 'Creating a cycle is no longer supported by Linear.',
    });
  });
});
