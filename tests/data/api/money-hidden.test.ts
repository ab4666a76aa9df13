import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GET as getProject, PATCH as patchProject } from '@/app/api/v1/projects/[id]/route';
import { GET as listProjects } from '@/app/api/v1/projects/route';
import { GET as getEntry, PATCH as patchEntry } from '@/app/api/v1/time-entries/[id]/route';
import { POST as postEntry } from '@/app/api/v1/time-entries/route';
import { project } from '@/lib/contracts/project';
import { timeEntry } from '@/lib/contracts/time-entry';
import { changeInstallation } from '@/lib/tracking/installation';
import { saveRate } from '@/lib/tracking/rates';
import { makeProject } from '@/tests/data/tracking/make-task';
import { makeAdmin, makeMember, params, request, type TestAdmin, type TestPerson } from '@/tests/support/people';
import { startTestDatabase, type TestDatabase } from '@/tests/support/test-database';

let database: TestDatabase;
let ada: TestAdmin;
let bob: TestPerson;
let projectId: string;

beforeAll(async () => {
  database = await startTestDatabase();
  ada = await makeAdmin();
  bob = await makeMember();
  projectId = await makeProject();
  await saveRate(ada.actor, { kind: 'installation', amount: 77_777_701, effectiveFrom: '2026-01-01' }, new Date());
});
afterAll(() => database.stop());

const patch = (body: unknown, person: TestPerson = ada) =>
  patchProject(
    request('PATCH', `/api/v1/projects/${projectId}`, { headers: person.headers, body }),
    params({ id: projectId }),
  );

describe('PATCH /api/v1/projects/:id', () => {
  it('sets billable and budget, and takes the budget away', async () => {
    const set = await patch({ billable: false, budget: { kind: 'money', amount: 100_000 } });
    expect(project.parse(await set.json())).toMatchObject({
      billable: false,
      budget: { kind: 'money', amount: 100_000, used: 0, level: 'ok' },
    });
    expect(await (await patch({ billable: true, budget: null })).json()).toMatchObject({
      billable: true,
      budget: null,
    });
  });

  it.each([{ billable: false }, { budget: null }, { budget: { kind: 'hours', amount: 1 } }])(
    'is for admins: %o',
    async (body) => {
      expect((await patch(body, bob)).status).toBe(403);
    },
  );

  it.each([
    ['a budget of nothing', { kind: 'hours', amount: 0 }, 'budget.amount'],
    ['a budget in parts of a second', { kind: 'hours', amount: 0.5 }, 'budget.amount'],
    ['a budget past counting', { kind: 'money', amount: 2_000_000_001 }, 'budget.amount'],
    ['a budget of another kind', { kind: 'tasks', amount: 5 }, 'budget.kind'],
    ['a budget without an amount', { kind: 'hours' }, 'budget.amount'],
  ])('refuses %s', async (_name, budget, field) => {
    const response = await patch({ budget });
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ code: 'validation_failed', errors: [{ path: field }] });
  });
});

describe('money', () => {
  const entryPath = '/api/v1/time-entries';
  const input = { on: '2026-11-02', durationSeconds: 5400 };

  it('is in nothing that members are answered, until they may see it', async () => {
    await patch({ budget: { kind: 'money', amount: 1_999_999_973 } });
    const { headers } = bob;
    const made = await postEntry(request('POST', entryPath, { headers, body: { ...input, projectId } }));
    const { id, ...shown } = timeEntry.parse(await made.json());
    expect(shown).toMatchObject({ billable: true, rate: null, amount: null });
    const answers = async () => {
      const entry = `${entryPath}/${id}`;
      const all = await Promise.all([
        getEntry(request('GET', entry, { headers }), params({ id })),
        patchEntry(request('PATCH', entry, { headers, body: { description: 'More' } }), params({ id })),
        getProject(request('GET', `/api/v1/projects/${projectId}`, { headers }), params({ id: projectId })),
        listProjects(request('GET', '/api/v1/projects', { headers })),
      ]);
      return Promise.all(all.map((response) => response.text()));
    };
    for (const text of await answers()) expect(text).not.toMatch(/77777701|116666552|1999999973/);
    await changeInstallation(ada.actor, { membersSeeMoney: true }, new Date());
    const [entry, changed, one, many] = await answers();
    expect([entry, changed].map((text) => timeEntry.parse(JSON.parse(text ?? '')).amount)).toEqual([
      116_666_552, 116_666_552,
    ]);
    for (const text of [one, many]) expect(text).toContain('"used":116666552');
  });
});
