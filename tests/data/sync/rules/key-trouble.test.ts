import { describe, expect, it } from 'vitest';
import { scheduler } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import { must } from '@/lib/kit/must';
import { showConnection } from '@/lib/sync/connections';
import { listSchedules, queueDueWork } from '@/lib/sync/due-work';
import { changeConnection } from '@/lib/sync/save-connection';
import type { Fault } from '@/tests/fakes/linear/faults';
import type { Harness } from '@/tests/support/sync-harness';
import { provideHarness } from '@/tests/support/sync-start';

const start = provideHarness();

function show({ connection }: Harness) {
  return showConnection(scheduler, connection.id, new Date());
}

describe("a key's trouble is said plainly", () => {
  const faults: [Fault, string, RegExp, RegExp][] = [
    [{ kind: 'revoked-key' }, 'linear_auth_failed', /does not accept this API key/, /new personal API key/],
    [{ kind: 'forbidden' }, 'linear_scope_missing', /may not read/, /Read permission/],
    [{ kind: 'usage-limit' }, 'linear_plan_limit', /plan/, /Billing/],
    [{ kind: 'rate-limited' }, 'linear_rate_limited', /rate limit/, /by itself/],
    [{ kind: 'proxy-page' }, 'linear_proxy_page', /web page/, /proxy or login page/],
    [{ kind: 'html-error', status: 503 }, 'linear_server_error', /internal error/, /status page/],
    [{ kind: 'internal-error' }, 'linear_server_error', /internal error/, /status page/],
    [{ kind: 'empty-body' }, 'linear_bad_answer', /broken/, /proxy/],
    [{ kind: 'truncated-json' }, 'linear_bad_answer', /broken/, /proxy/],
    [{ kind: 'reset' }, 'linear_network', /cannot be reached/, /firewall/],
    [{ kind: 'hang' }, 'linear_timeout', /in time/, /network/],
  ];
  it.each(faults)('says of %o that it is %s, and what to do', async (fault, code, message, hint) => {
    const harness = await start({ access: { retryBudgetMs: 0, timeoutMs: fault.kind === 'hang' ? 1_500 : 30_000 } });
    harness.linear.faults.always(fault);
    const run = await harness.sync();
    expect(run.error).toEqual({ code, message: expect.stringMatching(message), hint: expect.stringMatching(hint) });
    expect(run.status).toBe(code === 'linear_rate_limited' ? 'partial' : 'failed');
    if (run.status === 'failed')
      expect(await show(harness)).toMatchObject({ health: 'attention', healthReason: run.error });
    harness.linear.faults.clear();
    expect((await harness.sync()).status).toBe('succeeded');
    expect(await show(harness)).toMatchObject({ health: 'ok', healthReason: null });
  });

  it('says that the key lost the read permission', async () => {
    const harness = await start();
    must(harness.linear.workspace.keys[0]).scopes = ['write'];
    expect((await harness.sync()).error?.code).toMatch(/linear_(scope_missing|forbidden)/);
  });

  it('says that the key is of another workspace now', async () => {
    const harness = await start();
    await harness.sync();
    const { organization } = harness.linear.workspace;
    Object.assign(organization, { id: '11111111-1111-4111-8111-111111111111' });
    expect((await harness.sync()).error).toMatchObject({ code: 'linear_wrong_workspace' });
  });

  it('names the teams that the key no longer sees', async () => {
    const harness = await start();
    const { workspace } = harness.linear;
    await harness.sync();
    workspace.setVisibility('ENG', 'private');
    workspace.setMembers('ENG', []);
    expect((await harness.sync()).status).toBe('succeeded');
    expect((await show(harness)).healthReason).toMatchObject({
      code: 'team_not_visible',
      message: expect.stringContaining('ENG'),
    });
  });

  it('pauses the schedule after three refusals of the key in a row, and says so', async () => {
    const harness = await start();
    harness.linear.workspace.revokeKey(harness.apiKey);
    for (const paused of [false, false, true]) {
      expect(await listSchedules()).toHaveLength(1);
      await harness.sync();
      expect((await show(harness)).health).toBe(paused ? 'paused' : 'attention');
    }
    expect(await listSchedules()).toEqual([]);
    expect(await queueDueWork(new Date())).toEqual([]);
    expect(await show(harness)).toMatchObject({
      healthReason: { code: 'linear_auth_failed', message: expect.stringContaining('three times') },
      schedule: { nextRunAt: null },
    });
  });

  it('counts anew after a success, and goes on by itself when the key works again', async () => {
    const harness = await start();
    const { workspace } = harness.linear;
    for (const works of [false, false, true, false, false]) {
      if (works) workspace.restoreKey(harness.apiKey);
      else workspace.revokeKey(harness.apiKey);
      await harness.sync();
    }
    expect((await show(harness)).health).toBe('attention');
    await harness.sync();
    expect((await show(harness)).health).toBe('paused');
    workspace.restoreKey(harness.apiKey);
    await harness.sync();
    expect(await show(harness)).toMatchObject({ health: 'ok', healthReason: null });
    expect(await listSchedules()).toHaveLength(1);
  });

  it('goes on when the key is replaced', async () => {
    const harness = await start();
    const { workspace } = harness.linear;
    workspace.revokeKey(harness.apiKey);
    for (let run = 0; run < 3; run++) await harness.sync();
    const { value } = workspace.createKey({ user: must(workspace.keys[0]).user });
    await changeConnection(
      scheduler,
      harness.connection.id,
      { apiKey: value },
      { access: harness.access, signal: new AbortController().signal },
    );
    expect((await show(harness)).health).not.toBe('paused');
    expect(await listSchedules()).toHaveLength(1);
    expect((await harness.sync()).status).toBe('succeeded');
    expect(await db().task.count()).toBe(30);
  });

  it('never shows or stores the key itself', async () => {
    const harness = await start();
    harness.linear.workspace.revokeKey(harness.apiKey);
    const run = await harness.sync();
    const stored = [await db().connection.findMany(), await db().syncRun.findMany(), run, await show(harness)];
    expect(JSON.stringify(stored)).not.toContain(harness.apiKey);
  });
});
