import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GET as deletePreview } from '@/app/api/v1/connections/[id]/delete-preview/route';
import { PATCH as change, GET as get, DELETE as remove } from '@/app/api/v1/connections/[id]/route';
import { GET as runs } from '@/app/api/v1/connections/[id]/runs/route';
import { POST as sync } from '@/app/api/v1/connections/[id]/sync/route';
import { POST as testStored } from '@/app/api/v1/connections/[id]/test/route';
import { GET as workflowStates } from '@/app/api/v1/connections/[id]/workflow-states/route';
import { POST as create, GET as list } from '@/app/api/v1/connections/route';
import { POST as testKey } from '@/app/api/v1/connections/test/route';
import { GET as preview } from '@/app/api/v1/cron/preview/route';
import { POST as cancel } from '@/app/api/v1/runs/[id]/cancel/route';
import { GET as events } from '@/app/api/v1/runs/[id]/events/route';
import { GET as getRun } from '@/app/api/v1/runs/[id]/route';
import { problem } from '@/lib/contracts/common';
import type { RouteHandler } from '@/lib/http/handle';
import { tokenHeaders } from '@/tests/support/people';
import { ConnectionsRig } from './connections-rig';

let rig: ConnectionsRig;
beforeAll(async () => {
  rig = await ConnectionsRig.start({ issues: 3 });
});
afterAll(() => rig.stop());

type Line = [name: string, handler: RouteHandler, method: string, body?: unknown];

const id = 'no-such-id';
const ofOne: Line[] = [
  ['get a connection', get, 'GET'],
  ['change a connection', change, 'PATCH', { name: 'x' }],
  ['delete a connection', remove, 'DELETE'],
  ['preview a deletion', deletePreview, 'GET'],
  ['list workflow states', workflowStates, 'GET'],
  ['test a stored key', testStored, 'POST'],
  ['sync', sync, 'POST', {}],
  ['list runs', runs, 'GET'],
  ['get a run', getRun, 'GET'],
  ['follow a run', events, 'GET'],
  ['cancel a run', cancel, 'POST'],
];
const all: Line[] = [
  ...ofOne,
  ['test a key', testKey, 'POST', { apiKey: 'x' }],
  ['list connections', list, 'GET'],
  ['create a connection', create, 'POST', { apiKey: 'x', teamKeys: [] }],
  ['preview a schedule', preview, 'GET'],
];

function call([, handler, method, body]: Line, headers?: Record<string, string>) {
  const given = { params: { id }, ...(body === undefined ? {} : { body }), ...(headers ? { headers } : {}) };
  return rig.call(handler, method, '/api/v1/x?cron=0+0+*+*+*', given);
}

describe('every call about connections and runs', () => {
  it.each(all)('wants a sign-in: %s', async (...line) => {
    const { status, body, headers } = await call(line, {});
    expect(status).toBe(401);
    expect(problem.parse(body)).toMatchObject({ code: 'unauthenticated', status: 401 });
    expect(headers.get('content-type')).toBe('application/problem+json');
    expect(headers.get('x-request-id')).toBe(body.requestId);
  });

  it.each(all)('is for admins alone: %s', async (...line) => {
    const { status, body } = await call(line, rig.member.headers);
    expect(status).toBe(403);
    expect(problem.parse(body).code).toBe('forbidden');
  });

  it.each(all.filter(([, , method]) => method !== 'GET'))(
    'is refused to a token that may only read: %s',
    async (...line) => {
      const { status, body } = await call(line, await tokenHeaders(rig.admin, 'read'));
      expect(status).toBe(403);
      expect(body.code).toBe('token_read_only');
    },
  );

  it.each(all.filter(([, , method]) => method !== 'GET'))('is refused from a foreign page: %s', async (...line) => {
    const { status, body } = await call(line, { ...rig.admin.headers, origin: 'https://evil.example' });
    expect(status).toBe(403);
    expect(body.code).toBe('origin_refused');
  });

  it.each(ofOne)('says that what it names does not exist: %s', async (...line) => {
    const [, handler, method, body] = line;
    const { status, body: said } = await rig.call(handler, method, '/api/v1/x', {
      params: { id },
      ...(body === undefined ? {} : { body }),
    });
    expect(status).toBe(404);
    expect(problem.parse(said).code).toBe('not_found');
  });

  it('takes a token that may write', async () => {
    const headers = await tokenHeaders(rig.admin, 'write');
    expect((await rig.call(list, 'GET', '/api/v1/connections', { headers })).status).toBe(200);
    expect((await rig.call(sync, 'POST', '/x', { headers, params: { id }, body: {} })).status).toBe(404);
  });
});

describe('a body that is not right', () => {
  const schedule = { enabled: true, cron: '*/5 * * * *' };
  const fine = { apiKey: 'lin_api_x', teamKeys: [] };
  it.each([
    [create, {}, ['apiKey', 'teamKeys']],
    [create, { ...fine, apiKey: '   ' }, ['apiKey']],
    [create, { ...fine, apiKey: 'x'.repeat(501) }, ['apiKey']],
    [create, { ...fine, teamKeys: 'ENG' }, ['teamKeys']],
    [create, { ...fine, teamKeys: ['ENG', ''] }, ['teamKeys.1']],
    [create, { ...fine, name: '' }, ['name']],
    [create, { ...fine, schedule: { ...schedule, cron: 'whenever' } }, ['schedule.cron']],
    [create, { ...fine, schedule: { ...schedule, cron: '* * * * * *' } }, ['schedule.cron']],
    [create, { ...fine, schedule: { ...schedule, cron: '0 0 30 2 *' } }, ['schedule.cron']],
    [create, { ...fine, schedule: { ...schedule, cron: '5/15 * * * *' } }, ['schedule.cron']],
    [create, { ...fine, schedule: { ...schedule, cron: 'H * * * *' } }, ['schedule.cron']],
    [create, { ...fine, schedule: { ...schedule, timeZone: 'Mars/Base' } }, ['schedule.timeZone']],
    [create, { ...fine, statusMapping: { preset: 'other' } }, ['statusMapping.preset']],
    [create, { ...fine, statusMapping: { preset: 'detailed', states: { a: 'gone' } } }, ['statusMapping.states.a']],
    [create, { ...fine, maxPagesPerRun: 0 }, ['maxPagesPerRun']],
    [create, { ...fine, maxPagesPerRun: 501 }, ['maxPagesPerRun']],
    [create, { ...fine, maxPagesPerRun: 1.5 }, ['maxPagesPerRun']],
    [create, { ...fine, colour: 'red', schedule: { ...schedule, seconds: 1 } }, ['schedule.seconds', 'colour']],
    [testKey, { teamKeys: ['ENG'] }, ['apiKey']],
    [testKey, { apiKey: 'x', save: true }, ['save']],
    [change, { keyHint: 'x' }, ['keyHint']],
    [change, { health: 'ok', workspace: {} }, ['health', 'workspace']],
    [sync, { mode: 'fast' }, ['mode']],
    [sync, { dryRun: 'yes', force: true }, ['dryRun', 'force']],
    [create, [], ['']],
    [create, 'text', ['']],
  ])('is refused with each wrong path: %o %j', async (handler, body, paths) => {
    const { status, body: said } = await rig.call(handler as RouteHandler, 'POST', '/api/v1/x', {
      params: { id },
      body,
    });
    expect(status).toBe(422);
    expect(problem.parse(said).code).toBe('validation_failed');
    expect(said.errors?.map(({ path }) => path).sort()).toEqual([...paths].sort());
  });

  it('is refused when it is no JSON, without quoting it', async () => {
    const headers = { ...rig.admin.headers, 'content-type': 'application/json' };
    const sent = new Request('http://localhost:3000/x', {
      method: 'POST',
      headers,
      body: '{"apiKey": lin_api_secret}',
    });
    const response = await create(sent);
    expect(response.status).toBe(400);
    expect(await response.text()).not.toContain('lin_api');
  });

  it('is refused when the query holds what there is not', async () => {
    const removed = await rig.remove(id, '?tasks=burn');
    expect([removed.status, removed.body.errors?.[0]?.path]).toEqual([422, 'tasks']);
    const listed = await rig.call(runs, 'GET', '/x?limit=0&page=2', { params: { id } });
    expect(listed.body.errors?.map(({ path }) => path).sort()).toEqual(['limit', 'page']);
    const previewed = await rig.call(preview, 'GET', '/x?cron=never', {});
    expect([previewed.status, previewed.body.errors?.[0]?.path]).toEqual([422, 'cron']);
  });
});
