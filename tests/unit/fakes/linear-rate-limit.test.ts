import { afterEach, describe, expect, test } from 'vitest';
import { type Rig, startRig } from './ask-linear';

let rig: Rig;

afterEach(() => rig.simulator.stop());

const CHEAP = '{ viewer { id } }';
const NAMES = [
  'x-complexity',
  'x-ratelimit-requests-limit',
  'x-ratelimit-requests-remaining',
  'x-ratelimit-requests-reset',
  'x-ratelimit-complexity-limit',
  'x-ratelimit-complexity-remaining',
  'x-ratelimit-complexity-reset',
];

describe('rate limits', () => {
  test('stand in seven headers on every reply, with resets in epoch milliseconds', async () => {
    rig = await startRig({ clock: () => new Date() });
    const replies = [await rig.ask(CHEAP), await rig.ask(CHEAP, {}, null), await rig.ask('{ nonsense }')];
    for (const { headers } of replies) {
      for (const name of NAMES) expect(headers.get(name), name).toMatch(/^\d+$/);
      expect(Number(headers.get('x-ratelimit-requests-reset'))).toBeGreaterThan(Date.now());
      expect(headers.get('x-ratelimit-requests-reset')).toHaveLength(13);
    }
    expect(replies[0]?.headers.get('x-ratelimit-requests-limit')).toBe('2500');
    expect(replies[0]?.headers.get('x-ratelimit-complexity-limit')).toBe('3000000');
  });

  test('refuse with HTTP 400 and RATELIMITED when the requests are used up, and refill steadily', async () => {
    rig = await startRig({ rateLimit: { requests: 2 } });
    await rig.ask(CHEAP);
    await rig.ask(CHEAP);
    const { status, headers, body } = await rig.ask(CHEAP);
    expect(status).toBe(400);
    expect(headers.get('x-ratelimit-requests-remaining')).toBe('0');
    expect(body).not.toHaveProperty('data');
    expect(body.errors?.[0]?.extensions).toMatchObject({
      type: 'ratelimited',
      code: 'RATELIMITED',
      statusCode: 429,
      meta: { rateLimitResult: { allowed: false, requested: 1, remaining: 0, duration: 3_600_000, limit: 2 } },
      http: { status: 400 },
    });
    rig.tick(1_800_000);
    expect((await rig.ask(CHEAP)).status).toBe(200);
    expect((await rig.ask(CHEAP)).status).toBe(400);
  });

  test('refuse when the points are used up', async () => {
    rig = await startRig({ rateLimit: { complexity: 500 } });
    const query = '{ projects(first: 250) { nodes { id name } } }';
    expect((await rig.ask(query)).status).toBe(200);
    const { status, body } = await rig.ask(query);
    expect(status).toBe(400);
    expect(body.errors?.[0]?.extensions.code).toBe('RATELIMITED');
  });

  test('are shared by all keys of a user, and by nobody else', async () => {
    rig = await startRig({ rateLimit: { requests: 1 } });
    const { workspace } = rig.simulator;
    const second = workspace.createKey().value;
    const other = workspace.createKey({ user: workspace.makeUser({ name: 'Bruno Castellan' }) }).value;
    expect((await rig.ask(CHEAP)).status).toBe(200);
    expect((await rig.ask(CHEAP, {}, second)).status).toBe(400);
    expect((await rig.ask(CHEAP, {}, other)).status).toBe(200);
  });

  test('can refuse with HTTP 429 and Retry-After instead', async () => {
    rig = await startRig({ rateLimit: { requests: 0, refusal: 'too-many-requests' } });
    const response = await fetch(rig.simulator.url, {
      method: 'POST',
      headers: { authorization: rig.apiKey },
      body: JSON.stringify({ query: CHEAP }),
    });
    expect(response.status).toBe(429);
    expect(response.headers.get('retry-after')).toBe('60');
  });

  test('can be spent from outside, as by another tool of the same person', async () => {
    rig = await startRig();
    rig.simulator.limiter.setRemaining(rig.simulator.workspace.user('Ada Whitfield').id, 'requests', 10);
    expect((await rig.ask(CHEAP)).headers.get('x-ratelimit-requests-remaining')).toBe('9');
  });
});
