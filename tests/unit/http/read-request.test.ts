import { expect, test } from 'vitest';
import { z } from 'zod';
import { parse, parseParams, readJson, readQuery } from '@/lib/http/read-request';

const address = 'http://localhost/api/v1/x';
const post = (body: BodyInit, headers: Record<string, string> = { 'content-type': 'application/json' }) =>
  new Request(address, { method: 'POST', body, headers });

test('reads a parameter given once as text and one given more often as a list', () => {
  expect(readQuery(`${address}?status=todo&status=done&search=a%20b&empty=`)).toEqual({
    status: ['todo', 'done'],
    search: 'a b',
    empty: '',
  });
});

test('reads no body as an empty object', async () => {
  expect(await readJson(new Request(address, { method: 'POST' }))).toEqual({});
});

test.each(['{', '{"a":}', 'a=1', '"\\ud800'])('refuses %j as JSON', async (body) => {
  await expect(readJson(post(body))).rejects.toMatchObject({ code: 'invalid_json' });
});

test('refuses a form, which a foreign page could send without asking', async () => {
  await expect(readJson(post('{}', { 'content-type': 'text/plain' }))).rejects.toMatchObject({ code: 'invalid_json' });
});

test('refuses bytes that are not text', async () => {
  await expect(readJson(post(new Uint8Array([0x22, 0xff, 0x22])))).rejects.toMatchObject({ code: 'invalid_json' });
});

test('takes a body of 1 MiB and refuses a larger one', async () => {
  const fits = `"${'a'.repeat(1_048_574)}"`;
  expect(await readJson(post(fits))).toHaveLength(1_048_574);
  await expect(readJson(post(`${fits} `))).rejects.toMatchObject({ code: 'body_too_large' });
});

test('stops reading a body that does not say its length', async () => {
  let sent = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent += 1;
      controller.enqueue(new Uint8Array(65_536).fill(0x20));
    },
  });
  const headers = { 'content-type': 'application/json' };
  const request = new Request(address, { method: 'POST', body, headers, duplex: 'half' } as RequestInit);
  await expect(readJson(request)).rejects.toMatchObject({ code: 'body_too_large' });
  expect(sent).toBeLessThan(30);
});

test('names every wrong and every unknown field by its path', () => {
  const contract = z.strictObject({ name: z.string(), schedule: z.strictObject({ cron: z.string() }) });
  const check = () => parse(contract, { name: 1, schedule: { cron: 'x', extra: 1 }, other: 2 });
  expect(check).toThrow(expect.objectContaining({ code: 'validation_failed' }));
  try {
    check();
  } catch (error) {
    const paths = (error as { errors: { path: string }[] }).errors.map(({ path }) => path);
    expect(paths.sort()).toEqual(['name', 'other', 'schedule.extra']);
  }
});

test('answers a path that cannot be right as not found', () => {
  expect(() => parseParams(z.object({ id: z.string().max(3) }), { id: 'long' })).toThrow(
    expect.objectContaining({ code: 'not_found' }),
  );
});
