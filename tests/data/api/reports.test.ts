import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DELETE as deleteView, PATCH as patchView } from '@/app/api/v1/report-views/[id]/route';
import { GET as listViews, POST as postView } from '@/app/api/v1/report-views/route';
import { GET as getEntries } from '@/app/api/v1/reports/entries/route';
import { GET as getExport } from '@/app/api/v1/reports/export/route';
import { GET as getOptions } from '@/app/api/v1/reports/options/route';
import { GET as getSummary } from '@/app/api/v1/reports/summary/route';
import { listOf, problem } from '@/lib/contracts/common';
import { reportOptions, reportSummary, reportView, reportViewList } from '@/lib/contracts/report';
import { timeEntry } from '@/lib/contracts/time-entry';
import { saveTags } from '@/lib/db/tag';
import type { RouteHandler } from '@/lib/http/handle';
import { anEntry, makeReportProject, makeReportTask, writeEntries } from '@/tests/data/tracking/report-rig';
import { makeAdmin, makeMember, origin, params, request, type TestPerson } from '@/tests/support/people';
import { startTestDatabase, type TestDatabase } from '@/tests/support/test-database';

let database: TestDatabase;
let ada: TestPerson;
let bo: TestPerson;
let alpha: string;
let taskId: string;

beforeAll(async () => {
  database = await startTestDatabase();
  ada = await makeAdmin({ name: 'Ada' });
  bo = await makeMember({ name: 'Bo' });
  alpha = await makeReportProject('Alpha', 'team-a');
  const task = await makeReportTask({
    projectId: alpha,
    teamId: 'team-a',
    name: 'ENG-1: Log in',
    labels: ['bug'],
    cycleId: 'c1',
    linearProjectId: 'i1',
    assignee: 'ada@x.example',
  });
  taskId = task.id;
  await saveTags(['Call'], new Date());
  await writeEntries([
    ...Array.from({ length: 5 }, (_, at) =>
      anEntry({ personId: ada.id, projectId: alpha, task, on: `2026-11-1${at}`, seconds: 60, tags: ['call'] }),
    ),
    anEntry({ personId: bo.id, projectId: alpha, on: '2026-11-12', seconds: 30, billable: false }),
    anEntry({ personId: bo.id, projectId: alpha, task, on: '2026-11-12', seconds: 20, rate: 6_000 }),
  ]);
});
afterAll(() => database.stop());

const november = 'from=2026-11-01&to=2026-11-30';

function get(handler: RouteHandler, query = '', person = ada) {
  return handler(request('GET', `/api/v1/x?${query}`, { headers: person.headers }));
}

async function entriesOf(query: string, person = ada) {
  return listOf(timeEntry).parse(await (await get(getEntries, `${november}&${query}`, person)).json());
}

describe('without a sign-in', () => {
  const own = { headers: { origin } };
  it.each<[string, () => Promise<Response>]>([
    ['a report', () => getSummary(request('GET', '/x'))],
    ['its entries', () => getEntries(request('GET', '/x'))],
    ['its options', () => getOptions(request('GET', '/x'))],
    ['an export', () => getExport(request('GET', '/x?format=csv'))],
    ['the views', () => listViews(request('GET', '/x'))],
    ['saving a view', () => postView(request('POST', '/x', { ...own, body: {} }))],
    ['changing a view', () => patchView(request('PATCH', '/x', { ...own, body: {} }), params({ id: 'x' }))],
    ['deleting a view', () => deleteView(request('DELETE', '/x', own), params({ id: 'x' }))],
  ])('%s is 401', async (_name, call) => {
    const response = await call();
    expect(response.status).toBe(401);
    expect(problem.parse(await response.json()).code).toBe('unauthenticated');
  });
});

describe('GET /api/v1/reports/summary', () => {
  it('answers the contract', async () => {
    const response = await get(getSummary, `${november}&groupBy=project,task`);
    expect(response.status).toBe(200);
    const { total, groupBy, rows } = reportSummary.parse(await response.json());
    expect({ total, groupBy, names: rows[0]?.groups?.map(({ label }) => label) }).toMatchObject({
      total: { seconds: 350, billableSeconds: 320, amount: 33, entries: 7 },
      groupBy: ['project', 'task'],
      names: ['ENG-1: Log in', 'No task'],
    });
  });

  it.each([
    ['team=team-a', 7],
    ['team=team-b', 0],
    ['label=BUG', 6],
    ['cycle=c1&linearProject=i1', 6],
    ['assignee=ADA@x.example', 6],
    ['assignee=none', 0],
    ['status=todo,done', 6],
    ['tag=CALL', 5],
    ['billable=false', 1],
    ['taskId=none-such', 0],
    ['range=lastYear', 0],
  ])('filters by %s', async (filter, entries) => {
    const days = filter.startsWith('range') ? '' : november;
    const response = await get(getSummary, `${days}&${filter}`);
    expect(reportSummary.parse(await response.json()).total.entries).toBe(entries);
  });

  it.each([
    ['from=2026-11-01', 'to'],
    ['from=2026-11-02&to=2026-11-01', 'to'],
    ['from=2026-02-30&to=2026-03-01', 'from'],
    ['range=nextWeek', 'range'],
    ['groupBy=mood', 'groupBy.0'],
    ['groupBy=project,task,day', 'groupBy'],
    ['rounding=always', 'rounding'],
    ['colour=red', 'colour'],
    ['from=1900-01-01&to=2026-01-01', 'to'],
  ])('refuses %s at its field', async (query, path) => {
    const response = await get(getSummary, query);
    expect(response.status).toBe(422);
    expect(problem.parse(await response.json()).errors?.map((error) => error.path)).toContain(path);
  });

  it("refuses others' time to members", async () => {
    const response = await get(getSummary, `userId=${ada.id}`, bo);
    expect([response.status, problem.parse(await response.json()).code]).toEqual([403, 'forbidden']);
    const own = reportSummary.parse(await (await get(getSummary, november, bo)).json());
    expect(own.total).toMatchObject({ seconds: 50, amount: null });
  });
});

describe('GET /api/v1/reports/entries', () => {
  it('pages through the entries behind a report, newest first', async () => {
    const first = await entriesOf('limit=4');
    expect(first.items.map(({ on }) => on)).toEqual(['2026-11-14', '2026-11-13', '2026-11-12', '2026-11-12']);
    const second = await entriesOf(`limit=4&cursor=${first.nextCursor}`);
    expect(second.items).toHaveLength(3);
    expect(second.nextCursor).toBeNull();
    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(7);
  });

  it.each<[string, number]>([
    ['groupBy=task&groupKey=', 1],
    ['groupBy=label&groupKey=bug', 6],
    ['groupBy=label&groupKey=', 1],
    ['groupBy=cycle,day&groupKey=c1&subKey=2026-11-12', 2],
    ['groupBy=cycle&groupKey=', 1],
    ['groupBy=week&groupKey=2026-11-09', 7],
    ['groupBy=month,billable&groupKey=2026-11&subKey=false', 1],
    ['groupBy=month&groupKey=2026-12', 0],
    ['groupBy=day&groupKey=2026-11-10&label=bug', 1],
  ])('shows what the row %s is made of', async (query, count) => {
    expect((await entriesOf(query)).items).toHaveLength(count);
  });

  it('shows the row of a person and of a project', async () => {
    expect((await entriesOf(`groupBy=person,project&groupKey=${bo.id}&subKey=${alpha}`)).items).toHaveLength(2);
    expect((await entriesOf(`groupBy=madeInProject,task&groupKey=${alpha}&subKey=${taskId}`)).items).toHaveLength(6);
  });

  it('shows members their own time, and no money', async () => {
    const { items } = await entriesOf('', bo);
    expect(items.map(({ user, rate, amount }) => [user.name, rate, amount])).toEqual([
      ['Bo', null, null],
      ['Bo', null, null],
    ]);
  });

  it.each([
    ['groupBy=day&groupKey=tomorrow', 'groupKey'],
    ['groupBy=month&groupKey=2026-13', 'groupKey'],
    ['limit=0', 'limit'],
    ['cursor=nonsense', 'cursor'],
  ])('refuses %s at its field', async (query, path) => {
    const response = await get(getEntries, `${november}&${query}`);
    expect(response.status).toBe(422);
    expect(problem.parse(await response.json()).errors?.[0]?.path).toBe(path);
  });
});

describe('GET /api/v1/reports/options', () => {
  it('lists what there is to filter by', async () => {
    const options = reportOptions.parse(await (await get(getOptions)).json());
    expect(options).toMatchObject({
      people: [{ name: 'Ada', hint: ada.email }, { name: 'Bo' }],
      projects: [{ id: alpha, name: 'Alpha', color: '#5b5bd6' }],
      teams: [{ id: 'team-a', name: 'Alpha' }],
      linearProjects: [{ id: 'i1', name: 'Initiative i1' }],
      cycles: [{ id: 'c1', name: 'Cycle 12 (ENG)', from: null, to: null }],
      assignees: [{ id: 'ada@x.example' }],
      tags: [{ id: 'Call' }],
    });
  });

  it('shows members nobody but themselves', async () => {
    const { people } = reportOptions.parse(await (await get(getOptions, '', bo)).json());
    expect(people.map(({ name }) => name)).toEqual(['Bo']);
  });
});

describe('saved views', () => {
  const query = { range: 'lastMonth', groupBy: ['person', 'week'], label: ['bug'] } as const;
  const post = (body: unknown, person = bo) => postView(request('POST', '/x', { headers: person.headers, body }));
  const patch = (id: string, body: unknown, person = bo) =>
    patchView(request('PATCH', '/x', { headers: person.headers, body }), params({ id }));
  const remove = (id: string, person = bo) =>
    deleteView(request('DELETE', '/x', { headers: person.headers }), params({ id }));

  it('are made, changed, listed by name and deleted by whose they are', async () => {
    const response = await post({ name: ' Bugs ', query });
    expect(response.status).toBe(201);
    const view = reportView.parse(await response.json());
    expect(view).toMatchObject({ name: 'Bugs', query });
    await post({ name: 'All', query: {} });
    const changed = reportView.parse(await (await patch(view.id, { query: { range: 'today' } })).json());
    expect(changed).toMatchObject({ name: 'Bugs', query: { range: 'today' } });
    const { items } = reportViewList.parse(await (await get(listViews, '', bo)).json());
    expect(items.map(({ name }) => name)).toEqual(['All', 'Bugs']);
    expect((await remove(view.id)).status).toBe(204);
    expect((await remove(view.id)).status).toBe(404);
  });

  it("are nobody else's, not even an admin's", async () => {
    const view = reportView.parse(await (await post({ name: 'Mine', query: {} })).json());
    expect((await patch(view.id, { name: 'Yours' }, ada)).status).toBe(404);
    expect((await remove(view.id, ada)).status).toBe(404);
    expect(reportViewList.parse(await (await get(listViews)).json()).items).toEqual([]);
  });

  it.each([
    [{ query: {} }, 'name'],
    [{ name: ' ', query: {} }, 'name'],
    [{ name: 'x'.repeat(81), query: {} }, 'name'],
    [{ name: 'x', query: { groupBy: [] } }, 'query.groupBy'],
    [{ name: 'x', query: { mood: 'good' } }, 'query.mood'],
    [{ name: 'x', query: {}, isPublic: true }, 'isPublic'],
  ])('refuse %j', async (body, path) => {
    const response = await post(body);
    expect(response.status).toBe(422);
    expect(problem.parse(await response.json()).errors?.map((error) => error.path)).toEqual([path]);
  });
});
