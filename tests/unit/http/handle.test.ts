import { beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { readConfig, setConfig } from '@/lib/config/config';
import { AppError } from '@/lib/errors/app-error';
import { answer } from '@/lib/http/answer';
import { handle, handleStream } from '@/lib/http/handle';

beforeAll(() => setConfig(readConfig({ LOG_LEVEL: 'silent' })));

const output = z.object({ count: z.number() });
const contract = { auth: 'public', output } as const;
const get = (query = '') => new Request(`http://localhost:3000/api/v1/x${query}`);

test('answers what the rule gives, and nothing that the contract does not name', async () => {
  const secret = { count: 1, passwordHash: 'x' };
  const response = await handle(contract, async () => secret)(get());
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({ count: 1 });
});

test('answers 204 when there is nothing to say', async () => {
  const response = await handle({ auth: 'public' }, () => Promise.resolve())(get());
  expect(response.status).toBe(204);
  expect(await response.text()).toBe('');
});

test('lets a rule choose the status and add headers', async () => {
  const made = { status: 202, headers: { Location: '/api/v1/x/1' }, cookies: ['a=1', 'b=2'] };
  const response = await handle(contract, async () => answer({ count: 2 }, made))(get());
  expect(response.status).toBe(202);
  expect(response.headers.get('location')).toBe('/api/v1/x/1');
  expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
});

test('answers a result that breaks its contract as a plain 500', async () => {
  const wrong = { count: 'private text' } as unknown as { count: number };
  const response = await handle(contract, async () => wrong)(get());
  expect(response.status).toBe(500);
  const body = await response.text();
  expect(body).not.toContain('private text');
  expect(JSON.parse(body)).toMatchObject({ code: 'internal', requestId: response.headers.get('x-request-id') });
});

test('answers an unknown error as a plain 500', async () => {
  const response = await handle(contract, async () => {
    throw new Error('at /home/secret');
  })(get());
  expect(response.status).toBe(500);
  expect(await response.text()).not.toContain('secret');
});

test('answers a refusal with its own status', async () => {
  const response = await handle(contract, async () => {
    throw new AppError('run_not_active', 'This run is over.');
  })(get());
  expect(response.status).toBe(409);
  expect(await response.json()).toMatchObject({ code: 'run_not_active', detail: 'This run is over.' });
});

test('gives the rule its parameters and query, parsed', async () => {
  const params = z.object({ id: z.coerce.number() });
  const query = z.strictObject({ state: z.array(z.string()) });
  const route = handle({ ...contract, params, query }, async (call) => ({
    count: call.params.id + call.query.state.length,
  }));
  const response = await route(get('?state=a&state=b'), { params: Promise.resolve({ id: '40' }) });
  expect(await response.json()).toEqual({ count: 42 });
  expect((await route(get('?state=a&state=b'), { params: Promise.resolve({ id: 'x' }) })).status).toBe(404);
  expect((await route(get('?state=a&state=b&other=1'), { params: Promise.resolve({ id: '1' }) })).status).toBe(422);
});

test('hands a stream through with the headers of every answer', async () => {
  const stream = async () => new Response('data: {}\n\n', { headers: { 'Content-Type': 'text/event-stream' } });
  const response = await handleStream({ auth: 'public' }, stream)(get());
  expect(response.headers.get('content-type')).toBe('text/event-stream');
  expect(response.headers.get('x-request-id')).toBeTruthy();
  expect(response.headers.get('cache-control')).toBe('no-store');
});
