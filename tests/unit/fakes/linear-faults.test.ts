import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type IssuePage, identifiers, makeIssues, type Rig, startRig } from './ask-linear';

let rig: Rig;

beforeEach(async () => {
  rig = await startRig();
  makeIssues(rig, 4);
});

afterEach(() => rig.simulator.stop());

const CHEAP = '{ viewer { id } }';
const ISSUES =
  '{ issues(first: 2) { nodes { id title assignee { id } state { id } } pageInfo { hasNextPage endCursor } } }';

function post(query: string, signal?: AbortSignal): Promise<Response> {
  const headers = { authorization: rig.apiKey, 'content-type': 'application/json' };
  const init = { method: 'POST', headers, body: JSON.stringify({ query }) };
  return fetch(rig.simulator.url, signal === undefined ? init : { ...init, signal });
}

async function issuesOf(query = ISSUES): Promise<IssuePage> {
  return (await rig.ask(query)).body.data?.issues as IssuePage;
}

describe('scripted faults', () => {
  test('strike the next requests only, and as many as were asked for', async () => {
    rig.simulator.faults.next({ kind: 'html-error', status: 503 }, 2);
    const statuses = [await post(CHEAP), await post(CHEAP), await post(CHEAP)].map((response) => response.status);
    expect(statuses).toEqual([503, 503, 200]);
    expect(rig.simulator.faults.pending).toBe(0);
  });

  test('strike the nth request, or those that a test picks', async () => {
    rig.simulator.faults.nth(2, { kind: 'html-error' });
    rig.simulator.faults.add({ kind: 'usage-limit' }, { contains: 'issues' });
    expect((await post(CHEAP)).status).toBe(200);
    expect((await post(CHEAP)).status).toBe(502);
    expect((await rig.ask(ISSUES)).body.errors?.[0]?.extensions.type).toBe('usage limit exceeded');
    rig.simulator.faults.clear();
    expect((await rig.ask(ISSUES)).status).toBe(200);
  });

  test('answer a page of HTML, with a 5xx or as a proxy with 200', async () => {
    rig.simulator.faults.next({ kind: 'proxy-page' });
    const response = await post(CHEAP);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain('text/html');
    expect(await response.text()).toContain('<html>');
  });

  test('answer an empty or a cut body', async () => {
    rig.simulator.faults.next({ kind: 'empty-body' });
    expect(await (await post(CHEAP)).text()).toBe('');
    rig.simulator.faults.next({ kind: 'truncated-json' });
    const text = await (await post(CHEAP)).text();
    expect(text).not.toBe('');
    expect(() => JSON.parse(text) as unknown).toThrow();
  });

  test('hang until the caller gives up', async () => {
    rig.simulator.faults.next({ kind: 'hang' });
    await expect(post(CHEAP, AbortSignal.timeout(100))).rejects.toThrow('timeout');
    expect(rig.simulator.requests[0]?.status).toBeUndefined();
  });

  test('reset the connection', async () => {
    rig.simulator.faults.next({ kind: 'reset' });
    await expect(post(CHEAP)).rejects.toThrow('fetch failed');
  });

  test('refuse as rate limited, as 429 with Retry-After, as revoked and as forbidden', async () => {
    const { faults } = rig.simulator;
    faults.next({ kind: 'rate-limited' });
    const limited = await rig.ask(CHEAP);
    expect([limited.status, limited.body.errors?.[0]?.extensions.code]).toEqual([400, 'RATELIMITED']);
    expect(limited.headers.get('x-ratelimit-requests-remaining')).toBe('0');
    faults.next({ kind: 'too-many-requests', retryAfterSeconds: 7 });
    const busy = await post(CHEAP);
    expect([busy.status, busy.headers.get('retry-after')]).toEqual([429, '7']);
    faults.next({ kind: 'revoked-key' });
    expect((await rig.ask(CHEAP)).status).toBe(401);
    faults.next({ kind: 'forbidden' });
    expect((await rig.ask(CHEAP)).status).toBe(403);
    faults.next({ kind: 'internal-error' });
    expect((await rig.ask(CHEAP)).body.errors?.[0]?.extensions.code).toBe('INTERNAL_SERVER_ERROR');
  });

  test('give data and an error for one nullable field', async () => {
    rig.simulator.faults.next({ kind: 'partial-error', nodeIndex: 1 });
    const { status, body } = await rig.ask(ISSUES);
    expect(status).toBe(200);
    expect(body.data?.issues).toMatchObject({ nodes: [{}, { assignee: null }] });
    expect(body.errors?.[0]?.path).toEqual(['issues', 'nodes', 1, 'assignee']);
  });

  test('put a null where the schema forbids it, in one issue', async () => {
    const { id } = rig.simulator.workspace.issue('ENG-3');
    rig.simulator.faults.always({ kind: 'null-field', field: 'state', issueId: id });
    const page = await issuesOf();
    expect(page.nodes.map((node) => node.state === null)).toEqual([false, true]);
  });

  test('claim a next page without a cursor', async () => {
    rig.simulator.faults.next({ kind: 'lost-cursor' });
    expect((await issuesOf()).pageInfo).toEqual({ hasNextPage: true, endCursor: null });
  });

  test('give the same page again', async () => {
    const first = await rig.page({ first: 2 });
    rig.simulator.faults.next({ kind: 'same-page' });
    const second = await rig.page({ first: 2, after: first.pageInfo.endCursor });
    expect(identifiers(second)).toEqual(identifiers(first));
  });

  test('delete the row that the cursor names', async () => {
    const first = await rig.page({ first: 2 });
    rig.simulator.faults.next({ kind: 'delete-anchor' });
    await rig.page({ first: 2, after: first.pageInfo.endCursor });
    expect(rig.simulator.workspace.findIssue('ENG-3')).toBeUndefined();
  });

  test('delete it whatever kind of row it is, and the walk goes on from where it stood', async () => {
    const { workspace } = rig.simulator;
    for (const related of ['ENG-1', 'ENG-2']) {
      rig.tick();
      workspace.relate('ENG-3', 'related', related);
    }
    const query = `query ($after: String) { issueRelations(first: 1, after: $after) {
      nodes { relatedIssue { identifier } } pageInfo { endCursor } } }`;
    const first = (await rig.ask(query)).body.data?.issueRelations as { pageInfo: { endCursor: string } };
    rig.simulator.faults.next({ kind: 'delete-anchor' });
    const { body } = await rig.ask(query, { after: first.pageInfo.endCursor });
    expect(body.data?.issueRelations).toMatchObject({ nodes: [{ relatedIssue: { identifier: 'ENG-1' } }] });
    expect(workspace.relations.size).toBe(1);
  });

  test('change the workspace between two requests', async () => {
    rig.simulator.faults.next({ kind: 'run', at: 'after', run: (workspace) => workspace.createIssue({ team: 'ENG' }) });
    expect(identifiers(await rig.page({ first: 1 }))).toEqual(['ENG-4']);
    expect(identifiers(await rig.page({ first: 1 }))).toEqual(['ENG-5']);
  });
});

describe('the server', () => {
  test('answers at the deadline of the latency, its own work included', async () => {
    rig.simulator.latencyMs = 200;
    const workMs = 120;
    const busy = () => {
      const untilMs = performance.now() + workMs;
      while (performance.now() < untilMs);
    };
    const tookMs: number[] = [];
    for (let round = 0; round < 3; round += 1) {
      rig.simulator.faults.next({ kind: 'run', run: busy });
      const startedMs = performance.now();
      await rig.page();
      tookMs.push(performance.now() - startedMs);
    }
    // The best of three: other work on the machine can only make an answer later.
    expect(Math.min(...tookMs)).toBeGreaterThan(195);
    expect(Math.min(...tookMs)).toBeLessThan(200 + workMs - 10);
  });

  test('logs every request with its variables, cost and status', async () => {
    await rig.page({ first: 2 });
    await rig.ask('{ nonsense }');
    expect(rig.simulator.requests.map(({ number, operationName, status }) => [number, operationName, status])).toEqual([
      [1, 'Page', 200],
      [2, undefined, 400],
    ]);
    expect(rig.simulator.requests[0]).toMatchObject({ variables: { first: 2 }, cost: 7 });
    rig.simulator.reset();
    expect(rig.simulator.requests).toHaveLength(0);
  });

  test('sends the real date, or the workspace clock when asked', async () => {
    const real = Date.parse((await rig.ask(CHEAP)).headers.get('date') ?? '');
    expect(Math.abs(real - Date.now())).toBeLessThan(5000);
    const other = await startRig({ dateHeader: 'clock' });
    expect((await other.ask(CHEAP)).headers.get('date')).toBe('Sun, 01 Mar 2026 00:00:00 GMT');
    await other.simulator.stop();
  });

  test('knows only POST /graphql and its control door', async () => {
    expect((await fetch(rig.simulator.url)).status).toBe(404);
    expect((await fetch(rig.simulator.url.replace('graphql', 'rest'), { method: 'POST' })).status).toBe(404);
  });
});
