import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { DELETE as remove, GET as show } from '@/app/api/v1/connections/[id]/time-on-issues/route';
import { GET as listEvents } from '@/app/api/v1/tasks/[id]/events/route';
import { GET as listWrites } from '@/app/api/v1/tasks/[id]/writes/route';
import { PATCH as changeEntry } from '@/app/api/v1/time-entries/[id]/route';
import { POST as startTimer } from '@/app/api/v1/timer/start/route';
import { POST as stopTimer } from '@/app/api/v1/timer/stop/route';
import { config, setConfig } from '@/lib/config/config';
import type { ListOf, Problem } from '@/lib/contracts/common';
import type { Connection } from '@/lib/contracts/connection';
import type { LinearWrite } from '@/lib/contracts/linear-write';
import type { TaskEvent } from '@/lib/contracts/task';
import type { TimeEntry } from '@/lib/contracts/time-entry';
import type { TimeOnIssuesView } from '@/lib/contracts/time-on-issues';
import type { TimerStarted } from '@/lib/contracts/timer';
import { db } from '@/lib/db/client';
import { must } from '@/lib/kit/must';
import { createEntry } from '@/lib/tracking/create-entry';
import type { Issue } from '@/tests/fakes/linear/model';
import { issuesOf } from '@/tests/support/sync-start';
import { ConnectionsRig } from './connections-rig';

let rig: ConnectionsRig;
let id: string;
let issues: Issue[];

beforeAll(async () => {
  rig = await ConnectionsRig.start({ issues: 12 });
  id = (await rig.create()).body.id;
  await rig.syncToEnd(id);
  issues = issuesOf(rig.workspace).filter(({ archivedAt, trashed }) => !archivedAt && !trashed);
});
afterEach(() => rig.linear.faults.clear());
afterAll(() => rig.stop());

const nextIssue = () => must(issues.shift());
const taskOf = async (issue: Issue) =>
  (await db().task.findFirstOrThrow({ where: { externalId: issue.id }, select: { id: true } })).id;
const path = () => `/api/v1/connections/${id}/time-on-issues`;
const view = async () => (await rig.call<TimeOnIssuesView>(show, 'GET', path(), { params: { id } })).body;

async function until(isSo: () => Promise<boolean> | boolean): Promise<void> {
  for (const giveUpAt = Date.now() + 15_000; !(await isSo()); await sleep(20))
    if (Date.now() > giveUpAt) throw new Error('Not within 15 s');
}

describe('time on issues', () => {
  it('says what it needs before it is switched on', async () => {
    const refused = await rig.change<Problem>(id, { timeOnIssues: true });
    expect(refused.status).toBe(422);
    expect(refused.body).toMatchObject({
      code: 'validation_failed',
      detail: expect.stringMatching(/address of this server is not known/),
      errors: [{ path: 'timeOnIssues' }],
    });
    expect(await view()).toMatchObject({ state: 'off', problem: { hint: expect.stringMatching(/BASE_URL/) } });
  });

  it('is switched on, sent by the schedule, and removed in one call', async () => {
    setConfig({ ...config(), baseUrl: 'https://time.example.com' });
    const issue = nextIssue();
    await createEntry(
      rig.admin.actor,
      { taskId: await taskOf(issue), on: '2026-11-20', durationSeconds: 3_600 },
      new Date(),
    );
    await db().connection.updateMany({ data: { scheduleEnabled: true, lastTickAt: new Date() } });
    const { body } = await rig.change<Connection>(id, { timeOnIssues: true });
    expect(body).toMatchObject({ timeOnIssues: true, keyCan: { write: true } });
    const carried = () => rig.workspace.attachmentsOfIssue.of(issue).filter(({ title }) => title === '1h tracked');
    await until(() => carried().length === 1);
    await until(async () => (await view()).issues === 1);
    const removed = await rig.call<TimeOnIssuesView>(remove, 'DELETE', path(), { params: { id } });
    expect([removed.status, removed.body.state]).toEqual([202, 'removing']);
    await until(async () => (await view()).state === 'off');
    expect(carried()).toEqual([]);
  }, 40_000);

  it('is for admins', async () => {
    const { headers } = rig.member;
    for (const [method, handler] of [
      ['GET', show],
      ['DELETE', remove],
    ] as const)
      expect((await rig.call(handler, method, path(), { params: { id }, headers })).status).toBe(403);
  });
});

describe('a comment when a timer stops', () => {
  const commentsOn = (issue: Issue) =>
    rig.workspace.commentsOfIssue
      .of(issue)
      .map(({ body }) => body)
      .filter((body) => body.includes('tracked by'));

  async function writesOf(issue: Issue): Promise<LinearWrite[]> {
    const taskId = await taskOf(issue);
    const given = { params: { id: taskId } };
    return (await rig.call<ListOf<LinearWrite>>(listWrites, 'GET', `/api/v1/tasks/${taskId}/writes`, given)).body.items;
  }

  async function begin(issue: Issue, description = ''): Promise<void> {
    const startedAt = new Date(Date.now() - 5_400_000).toISOString();
    const body = { taskId: await taskOf(issue), startedAt, description };
    await rig.call<TimerStarted>(startTimer, 'POST', '/api/v1/timer/start', { body });
  }

  const stop = () => rig.call<TimeEntry>(stopTimer, 'POST', '/api/v1/timer/stop', { body: {} });

  it('needs writing to Linear to be on', async () => {
    expect((await rig.change<Problem>(id, { commentOnStop: true })).body.code).toBe('write_back_off');
    expect((await rig.change(id, { commentOnStop: true, writeBack: 'everyone' })).status).toBe(200);
  });

  it('says how long and by whom, once, whatever is done to the entry later', async () => {
    const issue = nextIssue();
    await begin(issue, 'the login page');
    const { body: entry } = await stop();
    await until(() => commentsOn(issue).length > 0);
    expect(commentsOn(issue)).toEqual(['1h 30m tracked by Test admin: the login page']);
    await until(async () => (await writesOf(issue))[0]?.status === 'done');
    const change = { params: { id: entry.id }, body: { description: 'another' } };
    expect((await rig.call(changeEntry, 'PATCH', `/api/v1/time-entries/${entry.id}`, change)).status).toBe(200);
    const taskId = await taskOf(issue);
    const events = await rig.call<ListOf<TaskEvent>>(listEvents, 'GET', `/api/v1/tasks/${taskId}/events`, {
      params: { id: taskId },
    });
    expect(events.body.items.filter(({ changes }) => changes.some(({ field }) => field === 'comment'))).toHaveLength(1);
    expect(commentsOn(issue)).toHaveLength(1);
  });

  it('is made too for the timer that another one ends', async () => {
    const [issue, other] = [nextIssue(), nextIssue()];
    await begin(issue);
    const body = { taskId: await taskOf(other) };
    await rig.call(startTimer, 'POST', '/api/v1/timer/start', { body });
    await until(() => commentsOn(issue).length > 0);
    expect(commentsOn(issue)).toEqual(['1h 30m tracked by Test admin']);
    // Seconds are not worth telling.
    await stop();
    await sleep(300);
    expect(await writesOf(other)).toEqual([]);
  });

  it('that Linear refuses stands among the writes of the task, and the timer is stopped all the same', async () => {
    const issue = nextIssue();
    rig.linear.faults.add({ kind: 'refused', message: 'Comments are closed' }, { next: 1, contains: 'commentCreate' });
    await begin(issue);
    expect((await stop()).status).toBe(200);
    await until(async () => (await writesOf(issue))[0]?.status === 'refused');
    expect((await writesOf(issue))[0]).toMatchObject({
      kind: 'comment',
      error: { message: 'Linear refused: Comments are closed' },
    });
    expect(commentsOn(issue)).toEqual([]);
  });

  it('whose answer was lost is looked up, not made again', async () => {
    const issue = nextIssue();
    rig.linear.faults.add({ kind: 'reset' }, { next: 1, contains: 'commentCreate' });
    await begin(issue);
    await stop();
    await until(async () => (await writesOf(issue))[0]?.status === 'done');
    expect(commentsOn(issue)).toHaveLength(1);
  });

  it('is made for nobody who may not write', async () => {
    const issue = nextIssue();
    await rig.change(id, { writeBack: 'off' });
    await begin(issue);
    await stop();
    await sleep(300);
    expect(await writesOf(issue)).toEqual([]);
    expect(commentsOn(issue)).toEqual([]);
  });
});
