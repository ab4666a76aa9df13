import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { changeProfile } from '@/lib/auth/profile';
import { db } from '@/lib/db/client';
import { mostRequests } from '@/lib/linear/activity';
import { seal } from '@/lib/secrets/sealed';
import { createEntry } from '@/lib/tracking/create-entry';
import { makeMember, type TestPerson } from '@/tests/support/people';
import { startTestDatabase, type TestDatabase } from '@/tests/support/test-database';
import { bruno, type DraftRig, instantOf, startDraftRig } from './drafts-rig';

let database: TestDatabase;
let person: TestPerson;
let rig: DraftRig;
beforeAll(async () => {
  database = await startTestDatabase();
  person = await makeMember(bruno);
});
afterAll(() => database.stop());
beforeEach(async () => {
  rig = await startDraftRig(database, person);
});
afterEach(() => rig.harness.stop());

const started = { state: 'started' };

/** In progress on Tuesday from 10:05 to 12:40, and imported on Friday evening. */
async function oneDone() {
  const issue = rig.makeIssue('Fix login');
  rig.goTo('17 10:05');
  rig.workspace.updateIssue(issue, started, bruno.name);
  rig.goTo('17 12:40');
  rig.workspace.updateIssue(issue, { state: 'completed' }, bruno.name);
  rig.goTo('20 18:00');
  await rig.harness.syncAll();
  return issue;
}

describe('drafts from the history of Linear', () => {
  it('are what was in progress and assigned, with the reason', async () => {
    const issue = await oneDone();
    const { items, ...rest } = await rig.drafts();
    const taskId = await rig.taskOf(issue);
    expect(items).toEqual([
      {
        id: `${taskId}@2026-11-17T09:05:00.000Z`,
        on: '2026-11-17',
        startedAt: '2026-11-17T09:05:00.000Z',
        endedAt: '2026-11-17T11:40:00.000Z',
        durationSeconds: 9_300,
        task: expect.objectContaining({ id: taskId, identifier: 'ENG-1', name: 'ENG-1: Fix login' }),
        reasons: [
          {
            kind: 'in_progress',
            from: '2026-11-17T09:05:00.000Z',
            to: '2026-11-17T11:40:00.000Z',
            text: 'In progress Tue 10:05 to 12:40, nothing logged',
          },
        ],
      },
    ]);
    expect(rest).toEqual({
      linearUser: { id: expect.any(String), name: bruno.name },
      skippedDays: ['2026-11-21', '2026-11-22'],
      timeZone: 'Europe/Berlin',
      connectionCount: 1,
      troubles: [],
      isPartial: false,
    });
  });

  it('begin when an issue in progress is taken over, and end when it is handed on', async () => {
    const issue = rig.makeIssue('Review', { ...started, assignee: 'Ada Whitfield' });
    await rig.harness.syncAll();
    rig.goTo('17 14:00');
    rig.workspace.updateIssue(issue, { assignee: bruno.name }, 'Ada Whitfield');
    await rig.harness.syncAll();
    rig.goTo('18 10:30');
    rig.workspace.updateIssue(issue, { assignee: 'Chiara Lindqvist' }, bruno.name);
    await rig.harness.syncAll();
    rig.goTo('20 18:00');
    expect(await rig.written()).toEqual(['17 14:00-17:00 Review', '18 09:00-10:30 Review']);
    const [first, second] = (await rig.drafts()).items;
    expect(first?.reasons.map(({ text }) => text)).toEqual([
      'In progress Tue 14:00 to Wed 10:30, nothing logged',
      'Assigned to you Tue 14:00',
    ]);
    expect(second?.reasons.map(({ kind }) => kind)).toEqual(['in_progress']);
  });

  it('know an issue that nobody touched since it was begun the week before', async () => {
    rig.makeIssue('Long haul', started);
    rig.goTo('24 11:00');
    await rig.harness.syncAll();
    const query = { from: '2026-11-23', to: '2026-11-29' };
    expect(await rig.written(query)).toEqual(['23 09:00-17:00 Long haul', '24 09:00-11:00 Long haul']);
    const [monday] = (await rig.drafts(query)).items;
    expect(monday?.reasons[0]?.text).toBe('In progress since Mon 16 Nov 07:00, nothing logged');
  });

  it('give the time to the issue with the last change or comment of the person', async () => {
    rig.goTo('17 09:00');
    const first = rig.makeIssue('First', started);
    rig.goTo('17 10:00');
    const second = rig.makeIssue('Second', started);
    rig.goTo('17 11:00');
    rig.workspace.updateIssue(first, { priority: 1 }, bruno.name);
    rig.goTo('17 12:00');
    rig.workspace.comment(second, 'Found it', bruno.name);
    rig.goTo('17 13:00');
    rig.workspace.comment(first, 'Any news?', 'Ada Whitfield');
    rig.goTo('17 18:00');
    await rig.harness.syncAll();
    expect(await rig.written()).toEqual([
      '17 09:00-10:00 First',
      '17 10:00-11:00 Second',
      '17 11:00-12:00 First',
      '17 12:00-17:00 Second',
    ]);
  });

  it('take the quarter of an hour before a comment on what was never theirs', async () => {
    const issue = rig.makeIssue('Somebody else’s', { assignee: 'Ada Whitfield' });
    rig.goTo('18 15:20');
    rig.workspace.comment(issue, 'Have you tried this?', bruno.name);
    rig.goTo('18 18:00');
    await rig.harness.syncAll();
    expect(await rig.written()).toEqual(['18 15:05-15:20 Somebody else’s']);
    const [draft] = (await rig.drafts()).items;
    expect(draft?.reasons.map(({ text }) => text)).toEqual(['You commented Wed 15:20, nothing logged']);
  });

  it('keep to the hours and days of the profile', async () => {
    await changeProfile(rig.person.actor, { workStartMinutes: 7 * 60, workEndMinutes: 11 * 60, workDays: [2, 6] });
    rig.makeIssue('Early bird', started);
    rig.goTo('21 09:30');
    await rig.harness.syncAll();
    expect(await rig.written()).toEqual(['17 07:00-11:00 Early bird', '21 07:00-09:30 Early bird']);
  });
});

describe('drafts of the hours that are free', () => {
  it('leave out what was logged with start and end, as a duration, and what runs', async () => {
    const issue = await oneDone();
    const taskId = await rig.taskOf(issue);
    const now = instantOf('20 18:00');
    const logged = { startedAt: instantOf('17 10:30').toISOString(), endedAt: instantOf('17 11:00').toISOString() };
    await createEntry(rig.person.actor, { taskId, ...logged }, now);
    expect(await rig.written()).toEqual(['17 10:05-10:30 Fix login', '17 11:00-12:40 Fix login']);
    await createEntry(rig.person.actor, { taskId, on: '2026-11-17', durationSeconds: 3_600 }, now);
    expect(await rig.written()).toEqual(['17 11:35-12:40 Fix login']);
    await db().timeEntry.updateMany({
      where: { startedAt: { not: null } },
      data: { startedAt: instantOf('17 12:00'), endedAt: null, durationSeconds: 0 },
    });
    expect(await rig.written()).toEqual(['17 11:05-12:00 Fix login']);
  });

  it('leave out locked days', async () => {
    await oneDone();
    await db().installation.upsert({
      where: { id: 'installation' },
      create: { id: 'installation', lockBefore: '2026-11-18' },
      update: { lockBefore: '2026-11-18' },
    });
    const { items, skippedDays } = await rig.drafts();
    expect(items).toEqual([]);
    expect(skippedDays).toEqual(['2026-11-16', '2026-11-17', '2026-11-21', '2026-11-22']);
  });

  it('are none of tasks that are not here', async () => {
    await oneDone();
    await db().task.updateMany({ data: { sourceState: 'gone' } });
    expect(await rig.written()).toEqual([]);
  });
});

describe('asking Linear for drafts', () => {
  it('takes two requests for a week of 20 issues, and none for three minutes', async () => {
    for (let count = 1; count <= 20; count++) rig.makeIssue(`Issue ${count}`, started);
    rig.goTo('20 18:00');
    await rig.harness.syncAll();
    const { requests } = rig.harness.linear;
    requests.clear();
    await rig.drafts();
    expect(requests).toHaveLength(2);
    expect(Math.max(...requests.map(({ cost }) => cost))).toBeLessThan(400);
    await rig.drafts();
    expect(requests).toHaveLength(2);
    rig.goTo('20 18:04');
    await rig.drafts();
    expect(requests).toHaveLength(4);
  });

  it('reads a history of many moves to its end', async () => {
    const issue = rig.makeIssue('To and fro');
    for (let minute = 0; minute < 60; minute++) {
      rig.goTo(`17 10:${String(minute).padStart(2, '0')}`);
      rig.workspace.updateIssue(issue, { state: minute % 2 === 0 ? 'started' : 'unstarted' }, bruno.name);
    }
    rig.goTo('17 12:00');
    rig.workspace.updateIssue(issue, started);
    rig.goTo('17 12:30');
    rig.workspace.updateIssue(issue, { state: 'completed' });
    rig.goTo('20 18:00');
    await rig.harness.syncAll();
    expect(await rig.written()).toEqual(['17 12:00-12:30 To and fro']);
  });

  it('ends at its bound, and says that something may be missing', async () => {
    rig.workspace.bulk(() => {
      for (let count = 1; count <= 25 * mostRequests; count++) rig.makeIssue(`Issue ${count}`, started);
    });
    rig.goTo('17 12:00');
    await rig.harness.syncAll();
    const { requests } = rig.harness.linear;
    requests.clear();
    expect((await rig.drafts()).isPartial).toBe(true);
    expect(requests).toHaveLength(mostRequests);
  });

  it('says that nobody at Linear has the address', async () => {
    await oneDone();
    rig.workspace.updateUser(bruno.name, { email: 'bruno@elsewhere.example' });
    expect(await rig.drafts()).toMatchObject({ items: [], linearUser: null, connectionCount: 1 });
  });

  it('says it when there is no workspace to ask', async () => {
    await db().connection.deleteMany();
    expect(await rig.drafts()).toMatchObject({ items: [], linearUser: null, connectionCount: 0 });
  });

  it('shows the drafts of one workspace when another one fails, and says which', async () => {
    await oneDone();
    const { id: _id, ...row } = await db().connection.findFirstOrThrow();
    const other = { id: 'other', name: 'Other', workspaceId: 'other', keySealed: seal('lin_api_nobody', 'other') };
    await db().connection.create({ data: { ...row, ...other } });
    expect(await rig.drafts()).toMatchObject({
      items: [{ on: '2026-11-17' }],
      linearUser: { name: bruno.name },
      connectionCount: 2,
      troubles: [{ connection: 'Other', code: 'linear_auth_failed', message: 'Linear does not accept this API key.' }],
    });
  });

  it.each([
    ['revoked-key', 'linear_auth_failed'],
    ['proxy-page', 'linear_proxy_page'],
    ['truncated-json', 'linear_bad_answer'],
    ['reset', 'linear_network'],
  ] as const)('throws what is wrong at Linear: %s', async (kind, code) => {
    await oneDone();
    rig.harness.linear.faults.next({ kind });
    await expect(rig.drafts()).rejects.toMatchObject({ name: 'AppError', code });
    expect(await rig.written()).toHaveLength(1);
  });
});
