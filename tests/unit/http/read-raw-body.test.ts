import { expect, it } from 'vitest';
import { readRawBody, statedBytes } from '@/lib/http/read-raw-body';

const url = 'http://localhost/x';
const post = (body: BodyInit, headers = {}) =>
  new Request(url, { method: 'POST', body, headers, duplex: 'half' } as RequestInit);

it('reads the bytes as they came, up to the limit, whether or not their number was said', async () => {
  expect(await readRawBody(post('abc'), 3)).toEqual(Buffer.from('abc'));
  expect(await readRawBody(post('abcd'), 3)).toBeNull();
  expect(await readRawBody(post('a', { 'content-length': '4' }), 3)).toBeNull();
  expect(await readRawBody(new Request(url), 3)).toEqual(Buffer.alloc(0));
  expect([statedBytes(post('a', { 'content-length': '4' })), statedBytes(new Request(url))]).toEqual([4, null]);
});

it('gives up on a body that does not end, and on none that came in time', async () => {
  const endless = new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode('a'));
    },
  });
  await expect(readRawBody(post(endless), 3, 20)).rejects.toMatchObject({ code: 'bad_request' });
});

it('takes a body that breaks off for a bad request, and for no fault of ours', async () => {
  const broken = new ReadableStream({ pull: (controller) => controller.error(new Error('aborted')) });
  await expect(readRawBody(post(broken), 3)).rejects.toMatchObject({ code: 'bad_request' });
});
