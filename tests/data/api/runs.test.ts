import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { GET as listRuns } from '@/app/api/v1/connections/[id]/runs/route';
import { POST as cancel } from '@/app/api/v1/runs/[id]/cancel/route';
import { GET as events } from '@/app/api/v1/runs/[id]/events/route';
import type { Problem } from '@/lib/contracts/common';
import { type Run, run as runContract } from '@/lib/contracts/run';
import { db } from '@/lib/db/client';
import { params, request, tokenHeaders } from '@/tests/support/people';
import { ConnectionsRig } from './connections-rig';

const issues = 600;
let rig: ConnectionsRig;
let id: string;
beforeAll(async () => {
  rig = await ConnectionsRig.start({ issues });
});
beforeEach(async () => {
  id = (await rig.create()).body.id;
});
afterEach(async () => {
  rig.linear.reset();
  rig.linear.latencyMs = 0;
  await db().task.deleteMany();
  await db().project.deleteMany();
  await db().connection.deleteMany();
});
afterAll(() => rig.stop());

const stop = (runId: string) => rig.call<Run>(cancel, 'POST', '/x', { params: { id: runId } });
const list = (query = '') =>
  rig.call<{ items: Run[]; nextCursor: string | null }>(listRuns, 'GET', `/x${query}`, { params: { id } });

/** The events of a run, read as a browser reads them. */
async function* follow(runId: string, signal?: AbortSignal): AsyncGenerator<Run> {
  const sent = new Request(request('GET', '/x', { headers: rig.admin.headers }), signal ? { signal } : {});
  const response = await events(sent, params({ id: runId }));
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('text/event-stream');
  expect(response.headers.get('cache-control')).toContain('no-store');
  let text = '';
  const decoder = new TextDecoder();
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    text += decoder.decode(chunk, { stream: true });
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const [name, data] = text.slice(0, end).split('\n');
      text = text.slice(end + 2);
      if (name === 'event: run') yield runContract.parse(JSON.parse(String(data).replace(/^data: /, '')));
    }
  }
}

describe('starting a run', () => {
  it('answers at once with 202 and the queued run, and carries it out without the browser', async () => {
    const { status, body } = await rig.sync(id);
    expect(status).toBe(202);
    expect(runContract.parse(body)).toEqual(body);
    expect(body).toMatchObject({
      connectionId: id,
      trigger: 'manual',
      mode: 'incremental',
      dryRun: false,
      status: 'queued',
      error: null,
    });
    const ended = await rig.until(body.id, ({ finishedAt }) => finishedAt !== null);
    expect(ended).toMatchObject({
      status: 'succeeded',
      pages: 3,
      counts: { created: issues, failed: 0 },
      progress: { done: issues, total: issues },
    });
    expect(ended.requests).toBeGreaterThanOrEqual(4);
    expect(ended.complexity).toBeGreaterThan(0);
    expect(await db().task.count()).toBe(issues);
  });

  it('takes no body at all for the defaults', async () => {
    expect((await rig.sync(id, undefined)).status).toBe(202);
  });

  it('shows the run under way with 200, however many press the button', async () => {
    rig.linear.latencyMs = 60;
    const replies = await Promise.all([rig.sync(id), rig.sync(id), rig.sync(id, { mode: 'full' })]);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 200, 202]);
    expect(new Set(replies.map(({ body }) => body.id)).size).toBe(1);
    const shown = await rig.get(id);
    expect(shown.body.activeRun?.id).toBe(replies[0]?.body.id);
    await rig.until(String(replies[0]?.body.id), ({ finishedAt }) => finishedAt !== null);
    expect(await db().syncRun.count()).toBe(1);
    expect((await rig.get(id)).body).toMatchObject({ activeRun: null, lastRun: { status: 'succeeded' } });
  });

  it('knows a script by its token', async () => {
    const headers = await tokenHeaders(rig.admin, 'write');
    const { POST } = await import('@/app/api/v1/connections/[id]/sync/route');
    const { body } = await rig.call<Run>(POST, 'POST', '/x', { headers, params: { id }, body: { dryRun: true } });
    expect(body).toMatchObject({ trigger: 'api', dryRun: true });
    const ended = await rig.until(body.id, ({ finishedAt }) => finishedAt !== null);
    expect(ended.preview?.length).toBe(issues);
    expect(ended.counts.created).toBe(issues);
    expect(await db().task.count()).toBe(0);
  });

  it('says why it failed, with a hint, on the run and on the connection', async () => {
    rig.linear.faults.always({ kind: 'forbidden' });
    const ended = await rig.syncToEnd(id);
    expect(ended).toMatchObject({
      status: 'failed',
      error: { code: 'linear_scope_missing', hint: expect.stringMatching(/\w/) },
    });
    expect((await rig.get(id)).body).toMatchObject({ health: 'attention', healthReason: ended.error });
  });
});

describe('following a run', () => {
  it('sends the run at every change and ends with its end', async () => {
    rig.linear.latencyMs = 450;
    const { body } = await rig.sync(id);
    const seen: Run[] = [];
    for await (const run of follow(body.id)) seen.push(run);
    expect(seen.length).toBeGreaterThanOrEqual(3);
    expect(new Set(seen.map((run) => JSON.stringify(run))).size).toBe(seen.length);
    expect(seen.map(({ counts }) => counts.created)).toEqual(
      seen.map(({ counts }) => counts.created).sort((a, b) => a - b),
    );
    expect(seen.slice(0, -1).every(({ finishedAt }) => finishedAt === null)).toBe(true);
    expect(seen.at(-1)).toMatchObject({ status: 'succeeded', counts: { created: issues } });
    expect(seen.at(-1)).toEqual(await rig.run(body.id));
  });

  it('sends one event for a run that has ended, and ends', async () => {
    const ended = await rig.syncToEnd(id);
    const seen: Run[] = [];
    for await (const run of follow(ended.id)) seen.push(run);
    expect(seen).toEqual([ended]);
  });

  it('stops looking when the browser leaves, and the run goes on', async () => {
    rig.linear.latencyMs = 100;
    const { body } = await rig.sync(id);
    const leaving = new AbortController();
    let count = 0;
    for await (const _ of follow(body.id, leaving.signal)) {
      count += 1;
      leaving.abort();
    }
    expect(count).toBe(1);
    expect((await rig.until(body.id, ({ finishedAt }) => finishedAt !== null)).status).toBe('succeeded');
  });
});

describe('canceling a run', () => {
  it('ends it within a page, keeps what it stored, and the next goes on from there', async () => {
    rig.linear.latencyMs = 300;
    const { body } = await rig.sync(id);
    await rig.until(body.id, ({ counts }) => counts.created > 0);
    const askedAt = performance.now();
    const { status } = await stop(body.id);
    expect(status).toBe(200);
    const ended = await rig.until(body.id, ({ finishedAt }) => finishedAt !== null);
    expect(performance.now() - askedAt).toBeLessThan(2_000);
    expect(ended).toMatchObject({ status: 'canceled', error: null, resumesAt: null });
    const kept = await db().task.count();
    expect(kept).toBe(ended.counts.created);
    expect(kept).toBeGreaterThan(0);
    expect(kept).toBeLessThan(issues);
    rig.linear.latencyMs = 0;
    const next = await rig.syncToEnd(id);
    expect(next).toMatchObject({ status: 'succeeded', counts: { created: issues - kept } });
    expect(await db().task.count()).toBe(issues);
  });

  it('ends one that waits for Linear to answer', async () => {
    rig.linear.faults.always({ kind: 'hang' });
    const { body } = await rig.sync(id);
    await rig.until(body.id, ({ status }) => status === 'running');
    await stop(body.id);
    expect((await rig.until(body.id, ({ finishedAt }) => finishedAt !== null)).status).toBe('canceled');
  });

  it('ends one that nobody has begun', async () => {
    await rig.scheduler.stop();
    const { body } = await rig.sync(id);
    expect((await stop(body.id)).body).toMatchObject({
      status: 'canceled',
      startedAt: null,
      finishedAt: expect.any(String),
    });
    await rig.scheduler.start();
    expect((await rig.syncToEnd(id)).status).toBe('succeeded');
  });

  it('refuses one that has ended', async () => {
    const ended = await rig.syncToEnd(id);
    const { status, body } = await rig.call<Problem>(cancel, 'POST', '/x', { params: { id: ended.id } });
    expect([status, body.code]).toEqual([409, 'run_not_active']);
  });
});

describe('the ledger', () => {
  it('lists runs newest first, page by page, each once', async () => {
    const ids: string[] = [];
    for (let index = 0; index < 5; index++) ids.unshift((await rig.syncToEnd(id)).id);
    const seen: string[] = [];
    for (let query = '?limit=2'; query !== ''; ) {
      const { body } = await list(query);
      expect(body.items.length).toBeLessThanOrEqual(2);
      seen.push(...body.items.map((run) => runContract.parse(run).id));
      query = body.nextCursor === null ? '' : `?limit=2&cursor=${body.nextCursor}`;
    }
    expect(seen).toEqual(ids);
    expect((await list()).body.items).toHaveLength(5);
  });

  it('says when unfinished work goes on, of the newest run alone', async () => {
    await rig.change(id, { maxPagesPerRun: 1 });
    const first = await rig.syncToEnd(id);
    expect(first.status).toBe('partial');
    expect(Date.parse(String(first.resumesAt)) - Date.now()).toBeGreaterThan(20_000);
    expect((await rig.get(id)).body.schedule.nextRunAt).toBe(first.resumesAt);
    await rig.syncToEnd(id);
    expect((await rig.run(first.id)).resumesAt).toBeNull();
  });
});
