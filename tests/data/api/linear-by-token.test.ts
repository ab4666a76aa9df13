import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { createToken } from '@/lib/auth/tokens';
import { config, setConfig } from '@/lib/config/config';
import type { ListOf, Problem } from '@/lib/contracts/common';
import type { Connection } from '@/lib/contracts/connection';
import type { Drafts } from '@/lib/contracts/draft';
import type { LinearExport, LinearExportState } from '@/lib/contracts/linear-export';
import type {
  IssueComment,
  IssueRelationView,
  LinearWrite,
  LiveIssue,
  TeamOptions,
} from '@/lib/contracts/linear-write';
import type { PushView } from '@/lib/contracts/push';
import type { Run } from '@/lib/contracts/run';
import type { Task } from '@/lib/contracts/task';
import type { TimeOnIssuesView } from '@/lib/contracts/time-on-issues';
import { relationTypes } from '@/lib/contracts/values';
import { db } from '@/lib/db/client';
import { draftOperations } from '@/lib/http/operations-drafts';
import { linearOperations } from '@/lib/http/operations-linear';
import { issueWriteOperations, linearWriteOperations } from '@/lib/http/operations-linear-write';
import { pushOperations } from '@/lib/http/operations-push';
import { timeOnIssuesOperations } from '@/lib/http/operations-time-on-issues';
import { must } from '@/lib/kit/must';
import { addDays, type Day, localDay, startOfWeek } from '@/lib/time/local-day';
import { makeProject, makeTask } from '@/tests/data/tracking/make-task';
import type { Issue } from '@/tests/fakes/linear/model';
import { ApiServer } from '@/tests/support/api-server';
import { ConnectionsRig } from './connections-rig';

// A script's way through all that there is for Linear: a listening server, a token, and nothing else.

const baseUrl = 'https://time.example.com';
let rig: ConnectionsRig;
let server: ApiServer;
let token: string;
let id: string;
let login: Issue;
let other: Issue;
let loginPath: string;

beforeAll(async () => {
  rig = await ConnectionsRig.start({ issues: 6 });
  server = await ApiServer.start();
  rig.linear.webhooks.options = { origins: { [baseUrl]: server.url } };
  setConfig({ ...config(), baseUrl });
  ({ token } = await createToken(rig.admin.actor, { name: 'script', scope: 'write' }, new Date()));
  login = rig.workspace.createIssue({ team: 'ENG', title: 'Fix the login' });
  other = rig.workspace.createIssue({ team: 'ENG', title: 'Fix the logout' });
  const given = { apiKey: rig.apiKey, teamKeys: [], schedule: { enabled: true, cron: '0 0 1 1 *' } };
  ({ id } = (await call<Connection>('POST', '/connections', given)).body);
  await sync();
  loginPath = `/tasks/${await taskIdOf(login)}`;
});
afterEach(() => rig.linear.faults.clear());
afterAll(async () => {
  await server.stop();
  await rig.stop();
});

async function call<T = Problem>(method: string, path: string, body?: unknown): Promise<{ status: number; body: T }> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const sent = body === undefined ? {} : { body: JSON.stringify(body) };
  const response = await fetch(`${server.url}/api/v1${path}`, { method, headers, ...sent });
  const text = await response.text();
  return { status: response.status, body: (text === '' ? null : JSON.parse(text)) as T };
}

async function sync(): Promise<void> {
  const { body } = await call<Run>('POST', `/connections/${id}/sync`, {});
  await until(async () => (await call<Run>('GET', `/runs/${body.id}`)).body.finishedAt !== null);
}
const change = (body: unknown) => call<Connection>('PATCH', `/connections/${id}`, body);
const taskIdOf = async (issue: Issue) => (await db().task.findFirstOrThrow({ where: { externalId: issue.id } })).id;

async function until(isSo: () => Promise<boolean> | boolean): Promise<void> {
  for (const giveUpAt = Date.now() + 15_000; !(await isSo()); ) {
    if (Date.now() > giveUpAt) throw new Error('Not within 15 s');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

it('chooses collections, reads them with filters and page by page, and leaves one', async () => {
  expect((await change({ collections: ['projects', 'milestones', 'labels', 'comments'] })).status).toBe(200);
  rig.workspace.comment(login, 'It is broken', 'Ada Whitfield');
  await sync();
  const list = async (query: string) => (await call<ListOf<{ id: string }>>('GET', `/linear/${query}`)).body;
  const first = await list('milestones?limit=2');
  const second = await list(`milestones?limit=2&cursor=${must(first.nextCursor)}`);
  expect(new Set([...first.items, ...second.items].map((one) => one.id)).size).toBe(4);
  const [project] = (await list('projects?team=ENG')).items;
  for (const item of (await list(`milestones?project=${must(project).id}`)).items)
    expect(item).toMatchObject({ project: { id: must(project).id } });
  expect((await list(`comments?issue=${login.identifier}`)).items).toMatchObject([{ body: 'It is broken' }]);
  expect((await list(`issues?updatedFrom=${new Date(Date.now() + 60_000).toISOString()}`)).items).toEqual([]);
  expect((await call('GET', '/linear-progress?of=projects')).status).toBe(200);
  await change({ collections: ['projects', 'milestones', 'labels'] });
  expect((await call('GET', '/linear/comments')).body.code).toBe('collection_not_chosen');
});

it('exports the mirror to a folder, then only what changed', async () => {
  const first = (await call<LinearExport>('POST', '/linear/export', { folder: 'script' })).body;
  expect(first.written).toBeGreaterThan(8);
  const again = (await call<LinearExport>('POST', '/linear/export', { folder: 'script' })).body;
  expect(again).toMatchObject({ written: 0, removed: 0 });
  expect((await call<LinearExportState>('GET', '/linear/export?folder=script')).body.last).toEqual(again);
});

it('makes a webhook that works, gives it a new secret, and deletes it', async () => {
  const hooks = `/connections/${id}/webhooks`;
  const made = await call<PushView>('POST', hooks, { scope: 'all_public_teams' });
  expect([made.status, made.body.webhooks]).toMatchObject([201, [{ origin: 'created' }]]);
  const mine = `${hooks}/${must(made.body.webhooks[0]).id}`;
  expect((await call('POST', `${mine}/rotate`)).status).toBe(200);
  rig.workspace.updateIssue(login, { title: 'Mend the login' });
  await until(async () => (await call<Task>('GET', loginPath)).body.title === 'Mend the login');
  expect((await call<PushView>('GET', `/connections/${id}/push`)).body).toMatchObject({ state: 'ok', refusals: 0 });
  expect((await call('DELETE', mine)).body).toEqual({ atLinear: 'removed', message: null });
  const secret = 'lin_wh_of_one_made_by_hand';
  const pasted = await call<PushView>('POST', hooks, { secret });
  expect(pasted.body.webhooks).toMatchObject([{ origin: 'pasted' }]);
  expect((await call('DELETE', `${hooks}/${must(pasted.body.webhooks[0]).id}`)).body).toMatchObject({
    atLinear: 'made_by_hand',
  });
});

it('changes an issue in every field that can be written', async () => {
  await change({ writeBack: 'everyone' });
  expect((await call<ListOf<unknown>>('GET', '/linear-write/targets')).body.items).toMatchObject([{ canWrite: true }]);
  const { states, users, cycles, labels } = (await call<TeamOptions>('GET', '/linear-write/teams/ENG/options')).body;
  const [label, second] = labels.filter(({ isGroup }) => !isGroup);
  const { fields } = (await call<LiveIssue>('GET', `${loginPath}/issue`)).body;
  const set = {
    title: 'Fix the login for good',
    description: 'It is broken.',
    stateId: must(states.find(({ type }) => type === 'started')).id,
    assigneeId: must(users[0]).id,
    priority: 2,
    estimate: 3,
    dueDate: '2026-12-24',
    cycleId: must(cycles[0]).id,
    labelIds: [must(label).id],
  };
  const write = (body: unknown) => call<{ issue: LiveIssue }>('PATCH', `${loginPath}/issue`, body);
  expect((await write({ set, base: fields })).body.issue.fields).toEqual(set);
  const swapped = await write({ addLabelIds: [must(second).id], removeLabelIds: [must(label).id] });
  expect(swapped.body.issue.fields.labelIds).toEqual([must(second).id]);
  const cleared = { assigneeId: null, estimate: null, dueDate: null, cycleId: null, labelIds: [] };
  expect((await write({ set: cleared })).body.issue.fields).toMatchObject(cleared);
  expect(login).toMatchObject({ title: set.title, priority: 2, assignee: null, labels: [] });
});

it('makes issues, comments, links them in each way and takes that back, and archives', async () => {
  const created = await call<Task>('POST', '/linear-write/issues', { team: 'eng', title: 'By a script' });
  expect([created.status, created.body.source]).toEqual([201, 'linear']);
  const taskId = await makeTask({ projectId: await makeProject({ name: 'By hand' }), source: 'manual' });
  expect((await call<Task>('POST', `/tasks/${taskId}/send-to-linear`, { team: 'ENG' })).body).toMatchObject({
    id: taskId,
    source: 'linear',
  });
  expect((await call<IssueComment>('POST', `${loginPath}/comments`, { body: 'Hello' })).status).toBe(201);
  const said = (await call<ListOf<IssueComment>>('GET', `${loginPath}/comments`)).body.items.map(({ body }) => body);
  expect(said).toEqual(['It is broken', 'Hello']);
  const relations = async () => (await call<ListOf<IssueRelationView>>('GET', `${loginPath}/relations`)).body.items;
  for (const type of relationTypes) {
    const linked = await call<IssueRelationView>('POST', `${loginPath}/relations`, { type, issue: other.identifier });
    expect([linked.status, await relations()]).toMatchObject([201, [{ type }]]);
    expect((await call('DELETE', `${loginPath}/relations/${linked.body.id}`)).status).toBe(204);
  }
  expect(await relations()).toEqual([]);
  expect((await call<Task>('POST', `${loginPath}/archive`)).body.sourceState).toBe('archived');
  expect((await call<Task>('POST', `${loginPath}/unarchive`)).body.sourceState).toBe('live');
  expect((await call('POST', '/linear-write/cycles')).body.code).toBe('not_supported_by_linear');
});

it('looks up a write whose answer was lost', async () => {
  rig.linear.faults.add({ kind: 'reset' }, { next: 1, contains: 'commentCreate' });
  rig.linear.faults.add({ kind: 'forbidden' }, { next: 1, contains: 'query CommentById' });
  const lost = await call<Problem & { writeId: string }>('POST', `${loginPath}/comments`, { body: 'Only once' });
  expect([lost.status, lost.body.code]).toEqual([502, 'linear_write_unknown']);
  const checked = await call<LinearWrite>('POST', `/linear-write/${lost.body.writeId}/check`);
  expect(checked.body).toMatchObject({ kind: 'comment', status: 'done' });
  const [newest] = (await call<ListOf<LinearWrite>>('GET', `${loginPath}/writes`)).body.items;
  expect(newest).toMatchObject({ id: lost.body.writeId, status: 'done', by: 'Test admin' });
});

it('tells issues their time, comments when a timer stops, and takes the time away', async () => {
  const path = `/connections/${id}/time-on-issues`;
  const taskId = await taskIdOf(other);
  await call('POST', '/time-entries', { taskId, on: '2026-11-20', durationSeconds: 3_600 });
  expect((await change({ timeOnIssues: true, commentOnStop: true })).body).toMatchObject({ timeOnIssues: true });
  await until(async () => (await call<TimeOnIssuesView>('GET', path)).body.issues === 1);
  const tracked = () => rig.workspace.attachmentsOfIssue.of(other).filter(({ title }) => title.endsWith('tracked'));
  expect(tracked()).toHaveLength(1);
  const startedAt = new Date(Date.now() - 5_400_000).toISOString();
  await call('POST', '/timer/start', { taskId, startedAt });
  await call('POST', '/timer/stop', {});
  const comments = () => rig.workspace.commentsOfIssue.of(other).map(({ body }) => body);
  await until(() => comments().includes('1h 30m tracked by Test admin'));
  expect((await call<TimeOnIssuesView>('DELETE', path)).body.state).toBe('removing');
  await until(async () => (await call<TimeOnIssuesView>('GET', path)).body.state === 'off');
  expect(tracked()).toEqual([]);
});

it('drafts a week within the hours of the profile, and saves what is accepted, trimmed', async () => {
  const monday = addDays(startOfWeek(localDay(new Date(), 'UTC'), 1), -7);
  const at = (on: Day, time: string) => `${on}T${time}:00.000Z`;
  const { name, email } = rig.admin.actor;
  const issue = rig.workspace.createIssue({
    team: 'ENG',
    title: 'Mend the fence',
    assignee: rig.workspace.makeUser({ name, email }).email,
    createdAt: at(addDays(monday, -7), '07:00'),
    updatedAt: new Date().toISOString(),
  });
  rig.workspace.setStateHistory(issue, [
    { state: 'unstarted', at: issue.createdAt },
    { state: 'started', at: at(monday, '08:00') },
    { state: 'completed', at: at(monday, '12:00') },
  ]);
  await sync();
  await call('PATCH', '/me', { workStartMinutes: 600, workEndMinutes: 960 });
  const read = async () =>
    (await call<Drafts>('GET', `/timesheet/drafts?from=${monday}&to=${addDays(monday, 6)}`)).body.items;
  const [draft] = await read();
  expect(draft).toMatchObject({ startedAt: at(monday, '10:00'), endedAt: at(monday, '12:00') });
  const { task, startedAt } = must(draft);
  const items = [{ taskId: task.id, startedAt, endedAt: at(monday, '11:00') }];
  expect((await call('POST', '/timesheet/drafts/accept', { items })).status).toBe(201);
  expect(await read()).toMatchObject([{ startedAt: at(monday, '11:00') }]);
});

it('that was every call there is for it', () => {
  const all = [
    pushOperations,
    linearOperations,
    issueWriteOperations,
    linearWriteOperations,
    timeOnIssuesOperations,
    draftOperations,
  ].flatMap((group) => Object.values(group));
  const isDone = ({ method, path }: { method: string; path: string }) => {
    const asked = new RegExp(`^${method} ${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`);
    return server.requests.some((request) => asked.test(request));
  };
  expect(all.filter((operation) => !isDone(operation)).map(({ method, path }) => `${method} ${path}`)).toEqual([]);
});
