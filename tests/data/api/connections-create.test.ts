import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { POST as testStored } from '@/app/api/v1/connections/[id]/test/route';
import { GET as workflowStates } from '@/app/api/v1/connections/[id]/workflow-states/route';
import { GET as list } from '@/app/api/v1/connections/route';
import { POST as testKey } from '@/app/api/v1/connections/test/route';
import type { Problem } from '@/lib/contracts/common';
import {
  type Connection,
  connection,
  type TestResult,
  testResult,
  type WorkflowState,
} from '@/lib/contracts/connection';
import { db } from '@/lib/db/client';
import { ConnectionsRig } from './connections-rig';

let rig: ConnectionsRig;
beforeAll(async () => {
  rig = await ConnectionsRig.start({ issues: 60 });
});
afterEach(async () => {
  rig.linear.reset();
  await db().connection.deleteMany();
});
afterAll(() => rig.stop());

const test = (body: unknown) => rig.call<TestResult>(testKey, 'POST', '/api/v1/connections/test', { body });

/** The result of a test that must have gone well. */
async function tested(body: unknown) {
  const reply = await test(body);
  expect(reply.status).toBe(200);
  const result = testResult.parse(reply.body);
  if (!result.ok) throw new Error(result.error.message);
  return result;
}

describe('testing a key that is not saved', () => {
  it('tells who, which workspace, its teams with their counts, the quota and how long a first import takes', async () => {
    const result = await tested({ apiKey: rig.apiKey });
    expect(result.viewer).toEqual({ name: 'Ada Whitfield', email: expect.stringContaining('@') });
    expect(result.workspace).toEqual({
      id: rig.workspace.organization.id,
      name: 'Northwind Studio',
      urlKey: 'northwind',
    });
    expect(result.teams.map(({ key, selected }) => [key, selected])).toEqual(
      expect.arrayContaining([
        ['ENG', true],
        ['MOB', true],
        ['DES', true],
      ]),
    );
    expect(result.teams.reduce((sum, { issueCount }) => sum + issueCount, 0)).toBe(60);
    expect(result.quota.requests).toMatchObject({ limit: 2500, resetAt: expect.any(String) });
    expect(result.estimate).toMatchObject({ issues: 60, pages: 3 });
    expect(result.workflowStates.length).toBeGreaterThanOrEqual(18);
    expect(result.connectedAs).toBeNull();
    expect(rig.linear.requests).toHaveLength(1);
    expect(await db().connection.count()).toBe(0);
  });

  it('takes team keys in any case, spaced and twice, and names unknown ones with the nearest', async () => {
    const result = await tested({ apiKey: rig.apiKey, teamKeys: [' eng ', 'ENG', 'Eng', 'MOBB', 'zzzzzz'] });
    expect(result.teams.filter(({ selected }) => selected).map(({ key }) => key)).toEqual(['ENG']);
    expect(result.unknownTeamKeys).toEqual([
      { key: 'MOBB', nearest: 'MOB' },
      { key: 'zzzzzz', nearest: null },
    ]);
  });

  it.each([
    ['with spaces and line breaks', (key: string) => ` ${key.slice(0, 9)} \n${key.slice(9)}\t`],
    ['with Bearer before it', (key: string) => `Bearer ${key}`],
    ['in quotes', (key: string) => `"${key}"`],
    ['with invisible signs', (key: string) => `\u200b${key}\ufeff`],
  ])('takes a key pasted %s', async (_, paste) => {
    expect((await tested({ apiKey: paste(rig.apiKey) })).viewer.name).toBe('Ada Whitfield');
  });

  it.each(['lin_api_wrong', 'Bearer', '""', 'ключ', 'lin_api_😀'])(
    'says that %s is no good, with HTTP 200',
    async (apiKey) => {
      const { status, body } = await test({ apiKey });
      expect(status).toBe(200);
      expect(testResult.parse(body)).toMatchObject({ ok: false, error: { code: 'linear_auth_failed' } });
      expect(JSON.stringify(body)).not.toContain(apiKey.slice(-6));
    },
  );

  it('says so when the key is revoked, may not read, or the limit is reached', async () => {
    const revoked = rig.workspace.createKey();
    rig.workspace.revokeKey(revoked.value);
    const writer = rig.workspace.createKey({ scopes: ['write'] });
    expect((await test({ apiKey: revoked.value })).body).toMatchObject({ error: { code: 'linear_auth_failed' } });
    expect((await test({ apiKey: writer.value })).body).toMatchObject({ error: { code: 'linear_scope_missing' } });
    rig.linear.faults.next({ kind: 'rate-limited' });
    expect((await test({ apiKey: rig.apiKey })).body).toMatchObject({ error: { code: 'linear_rate_limited' } });
  });

  it('shows a key of one team only that team', async () => {
    const { value } = rig.workspace.createKey({ teams: ['MOB'] });
    expect((await tested({ apiKey: value })).teams.map(({ key }) => key)).toEqual(['MOB']);
  });

  it('asks once and does not try again, for somebody is waiting', async () => {
    rig.linear.faults.always({ kind: 'html-error', status: 503 });
    expect((await test({ apiKey: rig.apiKey })).body).toMatchObject({ error: { code: 'linear_server_error' } });
    expect(rig.linear.requests).toHaveLength(1);
  });
});

describe('connecting a workspace', () => {
  it('answers the connection as documented, with a hint of the key and never the key', async () => {
    const { status, body } = await rig.create({ apiKey: ` ${rig.apiKey}\n` });
    expect(status).toBe(201);
    expect(connection.parse(body)).toEqual(body);
    expect(body).toMatchObject({
      name: 'Northwind Studio',
      workspace: { name: 'Northwind Studio', urlKey: 'northwind' },
      keyHint: `…${rig.apiKey.slice(-4)}`,
      teamKeys: [],
      statusMapping: { preset: 'todo_done', states: {} },
      maxPagesPerRun: 40,
      lastRun: null,
      activeRun: null,
      schedule: { enabled: false, nextRunAt: null },
    });
    expect(body.teams.every(({ selected, backfill }) => selected && backfill.state === 'pending')).toBe(true);
    const shown = [body, (await rig.get(body.id)).body, (await rig.call(list, 'GET', '/api/v1/connections')).body];
    expect(JSON.stringify(shown)).not.toContain(rig.apiKey.slice(0, -4));
    expect(JSON.stringify(await db().connection.findMany())).not.toContain(rig.apiKey.slice(8, -4));
  });

  it('has a schedule of every 15 minutes in the zone of its maker unless told otherwise', async () => {
    const { body } = await rig.create({ schedule: undefined });
    expect(body.schedule).toMatchObject({ enabled: true, cron: '*/15 * * * *', timeZone: 'UTC' });
    expect(new Date(String(body.schedule.nextRunAt)).getMinutes() % 15).toBe(0);
    expect(body.health).toBe('ok');
  });

  it("keeps every field that is given, and the team keys in Linear's own spelling", async () => {
    const schedule = { enabled: true, cron: '0 3 * * *', timeZone: 'Asia/Tokyo' };
    const [state] = rig.workspace.statesOf('ENG');
    const statusMapping = { preset: 'detailed', states: { [String(state?.id)]: 'in_progress' } };
    const given = { name: 'Ours', teamKeys: ['eng', ' Mob', 'ENG'], schedule, statusMapping, maxPagesPerRun: 7 };
    const { body } = await rig.create(given);
    expect(body).toMatchObject({ name: 'Ours', schedule, statusMapping, maxPagesPerRun: 7 });
    expect([...body.teamKeys].sort()).toEqual(['ENG', 'MOB']);
    expect(body.teams.filter(({ selected }) => selected)).toHaveLength(2);
  });

  it('saves nothing when the key is bad', async () => {
    const { status, body } = await rig.create<Problem>({ apiKey: 'lin_api_wrong' });
    expect([status, body.code]).toEqual([422, 'linear_auth_failed']);
    expect(body.hint).toContain('Linear');
    expect(await db().connection.count()).toBe(0);
  });

  it('saves nothing when Linear cannot be asked', async () => {
    rig.linear.faults.always({ kind: 'proxy-page' });
    const { status, body } = await rig.create<Problem>();
    expect([status, body.code]).toEqual([422, 'linear_proxy_page']);
    expect(await db().connection.count()).toBe(0);
  });

  it('saves nothing when team keys are unknown, and lists each', async () => {
    const { status, body } = await rig.create<Problem>({ teamKeys: ['ENG', 'DSE', 'nope!'] });
    expect([status, body.code]).toEqual([422, 'unknown_team_keys']);
    expect(body.errors).toEqual([
      { path: 'teamKeys', message: expect.stringContaining('DSE: did you mean DES?') },
      { path: 'teamKeys', message: expect.stringContaining('nope!') },
    ]);
    expect(await db().connection.count()).toBe(0);
  });

  it('refuses a workspace that is connected already, with another key too, and tells in a test which it is', async () => {
    await rig.create({ name: 'The first' });
    const { value } = rig.workspace.createKey();
    const { status, body } = await rig.create<Problem>({ apiKey: value });
    expect([status, body.code]).toEqual([409, 'workspace_already_connected']);
    expect(body.detail).toContain('The first');
    expect((await tested({ apiKey: value })).connectedAs).toMatchObject({ name: 'The first' });
  });

  it('makes one connection when two people connect the same workspace at once', async () => {
    const replies = await Promise.all([rig.create(), rig.create(), rig.create()]);
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    expect(await db().connection.count()).toBe(1);
  });
});

describe('a stored connection', () => {
  it('tests its own key', async () => {
    const { body } = await rig.create({ teamKeys: ['DES'] });
    const path = { params: { id: body.id } };
    const ok = testResult.parse((await rig.call(testStored, 'POST', '/x', path)).body);
    expect(ok).toMatchObject({ ok: true, connectedAs: { id: body.id } });
    expect(ok.ok && ok.teams.filter(({ selected }) => selected).map(({ key }) => key)).toEqual(['DES']);
    rig.workspace.revokeKey(rig.apiKey);
    expect((await rig.call(testStored, 'POST', '/x', path)).body).toMatchObject({
      ok: false,
      error: { code: 'linear_auth_failed' },
    });
    rig.workspace.restoreKey(rig.apiKey);
  });

  it('lists the workflow states with the keys of their teams', async () => {
    const { body } = await rig.create();
    const states = await rig.call<{ items: WorkflowState[] }>(workflowStates, 'GET', '/x', { params: { id: body.id } });
    expect(states.body.items).toHaveLength(rig.workspace.states.size);
    expect(new Set(states.body.items.map(({ teamKey }) => teamKey))).toEqual(new Set(['ENG', 'MOB', 'DES']));
  });

  it('stands in the list of all', async () => {
    const { body } = await rig.create();
    const listed = await rig.call<{ items: Connection[]; nextCursor: null; total: number }>(list, 'GET', '/x');
    expect(listed.body).toEqual({ items: [body], nextCursor: null, total: 1 });
  });
});
