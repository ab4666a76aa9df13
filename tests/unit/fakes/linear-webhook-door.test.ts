import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeIssues, type Rig, startRig } from './ask-linear';
import { WebhookListener } from './webhook-listener';

let rig: Rig;
let listener: WebhookListener;

beforeEach(async () => {
  rig = await startRig();
  listener = await new WebhookListener().listen();
  makeIssues(rig, 3);
});

afterEach(async () => {
  await rig.simulator.stop();
  await listener.close();
});

async function control(op: string, args: unknown[] = [], as?: string) {
  const body = JSON.stringify({ op, args, ...(as === undefined ? {} : { as }) });
  const response = await fetch(rig.simulator.controlUrl, { method: 'POST', body });
  const { ok, result, error } = (await response.json()) as { ok: boolean; result: unknown; error?: string };
  if (!ok) throw new Error(error);
  return result;
}

async function register(): Promise<{ id: string; secret: string }> {
  return (await control('registerWebhook', [{ url: listener.url, resourceTypes: ['Issue'] }])) as {
    id: string;
    secret: string;
  };
}

describe('the control door', () => {
  test('registers a webhook, changes the workspace in somebody’s name and waits for the delivery', async () => {
    const { id, secret } = await register();
    expect(secret).toMatch(/^lin_wh_/);
    await control('archiveIssue', ['ENG-1'], 'Ada Whitfield');
    await control('settleWebhooks');
    expect(listener.received[0]?.payload).toMatchObject({ webhookId: id, actor: { name: 'Ada Whitfield' } });
    const log = await fetch(`${rig.simulator.controlUrl}/webhooks`);
    expect(await log.json()).toMatchObject([{ webhookId: id, status: 200, attempt: 1 }]);
    await control('updateWebhook', [id, { enabled: false }]);
    await control('archiveIssue', ['ENG-2']);
    await control('deleteWebhook', [id]);
    await control('settleWebhooks');
    expect(listener.received).toHaveLength(1);
    expect(await control('listWebhooks')).toEqual([]);
  });

  test('holds, lets go in another order, spoils, makes up and repeats', async () => {
    const { id } = await register();
    await control('setWebhookOptions', [{ retryDelaysMs: [] }]);
    await control('holdWebhooks');
    await control('archiveIssue', ['ENG-1']);
    await control('archiveIssue', ['ENG-2']);
    await control('releaseWebhooks', ['reversed']);
    await control('settleWebhooks');
    await control('addWebhookFault', [{ kind: 'drop' }, { type: 'Issue', next: 1 }]);
    await control('archiveIssue', ['ENG-3']);
    await control('sendWebhook', [id, { type: 'Issue', action: 'remove', data: { id: 'x', identifier: 'none' } }]);
    await control('settleWebhooks');
    await control('replayWebhook', [1]);
    const told = listener.received.map(({ payload }) => payload.data.identifier);
    expect(told).toEqual(['ENG-2', 'ENG-1', 'none', 'ENG-2']);
  });

  test('refuses a fault that it does not know, and a webhook that is not there', async () => {
    await expect(control('addWebhookFault', [{ kind: 'gremlin' }])).rejects.toThrow('kind');
    await expect(control('deleteWebhook', ['nobody'])).rejects.toThrow('no webhook "nobody"');
  });
});
