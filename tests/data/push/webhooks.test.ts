import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { GET as show } from '@/app/api/v1/connections/[id]/push/route';
import { POST as rotate } from '@/app/api/v1/connections/[id]/webhooks/[webhookId]/rotate/route';
import { DELETE as remove } from '@/app/api/v1/connections/[id]/webhooks/[webhookId]/route';
import { POST as create } from '@/app/api/v1/connections/[id]/webhooks/route';
import { config, setConfig } from '@/lib/config/config';
import type { PushView, WebhookRemoval } from '@/lib/contracts/push';
import { db } from '@/lib/db/client';
import { must } from '@/lib/kit/must';
import { ConnectionsRig, type Reply } from '@/tests/data/api/connections-rig';
import { ApiServer } from '@/tests/support/api-server';

const baseUrl = 'https://time.example.com';
let rig: ConnectionsRig;
let api: ApiServer;
let id: string;
beforeEach(async () => {
  rig = await ConnectionsRig.start({ issues: 6 });
  api = await ApiServer.start();
  // The public address that Linear is told leads here.
  rig.linear.webhooks.options = { origins: { [baseUrl]: api.url } };
  setConfig({ ...config(), baseUrl });
  id = (await rig.create({ schedule: { enabled: true, cron: '0 0 1 1 *' } })).body.id;
  await rig.syncToEnd(id);
});
afterEach(async () => {
  await api.stop();
  await rig.stop();
});

const headers = () => ({ ...rig.admin.headers, origin: baseUrl });
const add = <T = PushView>(body: unknown): Promise<Reply<T>> =>
  rig.call<T>(create, 'POST', `/api/v1/connections/${id}/webhooks`, { params: { id }, body, headers: headers() });
const view = async () =>
  (await rig.call<PushView>(show, 'GET', `/api/v1/connections/${id}/push`, { params: { id } })).body;
const drop = (webhookId: string) =>
  rig.call<WebhookRemoval>(remove, 'DELETE', '/x', { params: { id, webhookId }, headers: headers() });
const atLinear = () => [...rig.workspace.webhooks.values()];

/** A change at Linear becomes visible here by a push alone. */
async function pushes(title: string): Promise<void> {
  rig.workspace.updateIssue('ENG-1', { title });
  for (const giveUpAt = Date.now() + 10_000; ; ) {
    if ((await db().task.findFirst({ where: { identifier: 'ENG-1' } }))?.title === title) return;
    if (Date.now() > giveUpAt) throw new Error(`Not told: ${JSON.stringify(await view())}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe('the webhook that one button makes', () => {
  it('is for all public teams, has a secret that nobody is shown, and works', async () => {
    expect(await view()).toMatchObject({
      state: 'off',
      isReachable: true,
      url: `${baseUrl}/api/webhooks/linear/${id}`,
    });
    const made = await add({ scope: 'all_public_teams' });
    expect(made).toMatchObject({ status: 201, body: { state: 'waiting', canCreate: true } });
    expect(made.body.webhooks).toMatchObject([{ origin: 'created', team: null }]);
    const [webhook] = atLinear();
    expect(webhook).toMatchObject({ url: made.body.url, allPublicTeams: true, resourceTypes: made.body.resourceTypes });
    const secret = must(webhook?.secret);
    expect(secret).toMatch(/^[0-9a-f]{64}$/);
    expect(JSON.stringify([made.body, await view(), await db().linearWebhook.findMany()])).not.toContain(secret);
    await pushes('Told by Linear');
    expect(await view()).toMatchObject({ state: 'ok', deliveries: 1, refusals: 0 });
  });

  it('is made once, however often it is asked for', async () => {
    await add({ scope: 'all_public_teams' });
    await add({ scope: 'all_public_teams' });
    expect(atLinear()).toHaveLength(1);
  });

  it('can be one for each chosen team; a private team has its own in any case', async () => {
    const teams = (await rig.get(id)).body.teams;
    await db().teamScope.updateMany({ where: { key: 'ENG' }, data: { private: true } });
    await add({ scope: 'all_public_teams' });
    expect(atLinear().map(({ team }) => team?.key ?? null)).toEqual([null, 'ENG']);
    const made = await add({ scope: 'chosen_teams' });
    const keys = teams.map(({ key }) => key).sort();
    expect(made.body.webhooks.flatMap(({ team }) => team?.key ?? []).sort()).toEqual(keys);
  });

  it('is kept when the answer got lost after Linear had made it, and works', async () => {
    rig.linear.faults.add({ kind: 'reset' }, { contains: 'CreateWebhook' });
    expect((await add({ scope: 'all_public_teams' })).status).toBe(201);
    expect(atLinear()).toHaveLength(1);
    await pushes('Told all the same');
  });

  it('is not kept when Linear had a fault and did not make it', async () => {
    rig.linear.faults.add({ kind: 'internal-error' }, { contains: 'CreateWebhook' });
    const refused = await add<{ code: string }>({ scope: 'all_public_teams' });
    expect(refused).toMatchObject({ status: 422, body: { code: 'linear_server_error' } });
    expect([await db().linearWebhook.count(), atLinear().length]).toEqual([0, 0]);
  });

  it('takes the key of an admin; without one the screen offers the other way', async () => {
    rig.linear.faults.add({ kind: 'forbidden' }, { contains: 'CreateWebhook' });
    const refused = await add<{ code: string; hint: string }>({ scope: 'all_public_teams' });
    expect(refused).toMatchObject({ status: 422, body: { code: 'linear_scope_missing' } });
    expect(refused.body.hint).toContain('paste its secret');
    expect(await view()).toMatchObject({ canCreate: false, webhooks: [] });
  });

  it('takes an address that Linear can reach', async () => {
    setConfig({ ...config(), baseUrl: 'http://localhost:3000' });
    const local = { ...rig.admin.headers, origin: 'http://localhost:3000' };
    const given = { params: { id }, body: { scope: 'all_public_teams' }, headers: local };
    const refused = await rig.call(create, 'POST', '/x', given);
    expect(refused).toMatchObject({ status: 422, body: { code: 'webhook_unreachable' } });
    expect((await view()).isReachable).toBe(false);
    expect(atLinear()).toHaveLength(0);
  });
});

describe('its end', () => {
  it('by a button deletes it at Linear', async () => {
    const { webhooks } = (await add({ scope: 'all_public_teams' })).body;
    expect((await drop(must(webhooks[0]).id)).body).toEqual({ atLinear: 'removed', message: null });
    expect([atLinear(), (await view()).state]).toEqual([[], 'off']);
  });

  it('is told when Linear cannot be reached, and comes here all the same', async () => {
    const { webhooks } = (await add({ scope: 'all_public_teams' })).body;
    rig.linear.faults.add({ kind: 'cut' }, { contains: 'DeleteWebhook' });
    const { body } = await drop(must(webhooks[0]).id);
    expect(body.atLinear).toBe('failed');
    expect(body.message).toContain('Delete the webhook called Trackline');
    expect((await view()).webhooks).toEqual([]);
  });

  it('is no failure when somebody deleted it at Linear before', async () => {
    const { webhooks } = (await add({ scope: 'all_public_teams' })).body;
    for (const webhook of atLinear()) rig.workspace.webhooks.delete(webhook);
    expect((await drop(must(webhooks[0]).id)).body.atLinear).toBe('removed');
  });

  it('comes with the connection, whether Linear can be reached or not', async () => {
    await add({ scope: 'all_public_teams' });
    await rig.remove(id);
    expect([atLinear().length, await db().linearWebhook.count()]).toEqual([0, 0]);
    id = (await rig.create()).body.id;
    await add({ scope: 'all_public_teams' });
    rig.linear.faults.always({ kind: 'cut' });
    expect((await rig.remove(id)).status).toBe(204);
    expect(await db().connection.count()).toBe(0);
  });

  it('is not another connection’s business', async () => {
    const { webhooks } = (await add({ scope: 'all_public_teams' })).body;
    const given = { params: { id: randomUUID(), webhookId: must(webhooks[0]).id }, headers: headers() };
    expect((await rig.call(remove, 'DELETE', '/x', given)).status).toBe(404);
    expect(atLinear()).toHaveLength(1);
  });
});

describe('a secret', () => {
  it('that is rotated signs from then on', async () => {
    const { webhooks } = (await add({ scope: 'all_public_teams' })).body;
    const before = must(atLinear()[0]).secret;
    const given = { params: { id, webhookId: must(webhooks[0]).id }, headers: headers() };
    expect((await rig.call(rotate, 'POST', '/x', given)).status).toBe(200);
    expect(must(atLinear()[0]).secret).not.toBe(before);
    await pushes('Signed anew');
    rig.linear.faults.add({ kind: 'reset' }, { contains: 'RotateWebhook' });
    expect((await rig.call(rotate, 'POST', '/x', given)).status).toBe(200);
    await pushes('Signed anew, though the answer got lost');
  });

  it('of a webhook made by hand is pasted, kept once, and works', async () => {
    const { url } = await view();
    const webhook = rig.linear.webhooks.register({ url });
    expect((await add({ secret: ` ${webhook.secret} ` })).body.webhooks).toMatchObject([{ origin: 'pasted' }]);
    expect((await add({ secret: webhook.secret })).body.webhooks).toHaveLength(1);
    await pushes('Pasted');
    const [pasted] = (await view()).webhooks;
    const given = { params: { id, webhookId: must(pasted).id }, headers: headers() };
    expect(await rig.call(rotate, 'POST', '/x', given)).toMatchObject({ status: 409, body: { code: 'conflict' } });
    expect((await drop(must(pasted).id)).body.atLinear).toBe('made_by_hand');
    expect(atLinear()).toHaveLength(1);
  });

  it('that is too short is asked for again', async () => {
    expect(await add({ secret: 'short' })).toMatchObject({ status: 422 });
  });

  it('is for admins', async () => {
    const given = { params: { id }, headers: rig.member.headers };
    expect((await rig.call(show, 'GET', '/x', given)).status).toBe(403);
  });
});
