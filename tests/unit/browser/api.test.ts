import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { api } from '@/lib/browser/api';
import { ApiError } from '@/lib/browser/api-error';
import { setSigningOut } from '@/lib/browser/go-to-sign-in';

interface Reply {
  status?: number;
  body?: string;
  type?: string;
  /** Ends the connection in the middle of the body. */
  breaksOff?: boolean;
}

let server: Server;
let reply: Reply;
let received: { method: string; url: string; type: string | undefined; body: string }[];
const assign = vi.fn<(url: string) => void>();

beforeEach(async () => {
  received = [];
  server = createServer(async (request, response) => {
    received.push({
      method: request.method ?? '',
      url: request.url ?? '',
      type: request.headers['content-type'],
      body: await bodyOf(request),
    });
    const { status = 200, body = '', type = 'application/json', breaksOff = false } = reply;
    const headers = { 'content-type': type, 'x-request-id': 'req-1' };
    response.writeHead(status, breaksOff ? { ...headers, 'content-length': '1000' } : headers);
    response.write(body);
    if (breaksOff) setImmediate(() => response.destroy());
    else response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const realFetch = globalThis.fetch;
  // What a browser does with a path, and node does not.
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => realFetch(`http://127.0.0.1:${port}${path}`, init));
  vi.stubGlobal('window', { location: { pathname: '/tasks', search: '?status=todo', assign } });
});

afterEach(async () => {
  vi.unstubAllGlobals();
  assign.mockReset();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

async function failureOf(call: Promise<unknown>): Promise<ApiError> {
  const error = await call.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof ApiError) return error;
  throw new Error(`Expected an ApiError, got ${String(error)}`);
}

const problem = (given: object) =>
  JSON.stringify({
    type: 'urn:trackline:problem:x',
    title: 'Not accepted',
    status: 422,
    detail: 'Some values are not right.',
    code: 'validation_failed',
    requestId: 'req-2',
    ...given,
  });

it('sends JSON and gives back the answer', async () => {
  reply = { body: '{"id":"1"}' };
  await expect(api.post('/api/v1/things', { name: 'a' })).resolves.toEqual({ id: '1' });
  expect(received).toEqual([{ method: 'POST', url: '/api/v1/things', type: 'application/json', body: '{"name":"a"}' }]);
});

it('asks with the query and without a body', async () => {
  reply = { body: '{"id":"1"}' };
  await api.get('/api/v1/things', { query: { search: 'a b', limit: 5 } });
  expect(received).toEqual([{ method: 'GET', url: '/api/v1/things?search=a+b&limit=5', type: undefined, body: '' }]);
});

it('takes an empty answer where none is expected', async () => {
  reply = { status: 204 };
  await expect(api.delete('/api/v1/things/1')).resolves.toBeUndefined();
});

it('says what the API refused, what to do, and at which fields', async () => {
  const errors = [
    { path: 'name', message: 'Enter a name.' },
    { path: 'name', message: 'A second one.' },
  ];
  reply = { status: 422, body: problem({ hint: 'Correct them.', errors }) };
  const error = await failureOf(api.post('/api/v1/things', {}));
  expect(error).toMatchObject({
    status: 422,
    code: 'validation_failed',
    requestId: 'req-2',
    message: 'Some values are not right. Correct them.',
    fieldErrors: { name: 'Enter a name.' },
  });
});

it('explains a page of a proxy that stands where the answer should be', async () => {
  reply = { status: 502, body: '<html>Bad Gateway</html>', type: 'text/html' };
  const error = await failureOf(api.get('/api/v1/things'));
  expect(error).toMatchObject({ status: 502, problem: null, requestId: 'req-1' });
  expect(error.message).toContain('Try again');
});

it('refuses an answer that is no JSON, and keeps the request id', async () => {
  reply = { body: '<html>Welcome to the hotel</html>', type: 'text/html' };
  const error = await failureOf(api.get('/api/v1/things'));
  expect(error).toMatchObject({ status: 200, requestId: 'req-1' });
  expect(error.message).toContain('Reload the page');
});

it('says that no answer came when the network is down', async () => {
  reply = {};
  await new Promise((resolve) => server.close(resolve));
  const error = await failureOf(api.get('/api/v1/things'));
  expect(error).toMatchObject({ status: 0, problem: null });
  expect(error.message).toContain('did not answer');
});

it('says that the answer broke off in the middle', async () => {
  reply = { body: '{"id":', breaksOff: true };
  const error = await failureOf(api.get('/api/v1/things'));
  expect(error).toMatchObject({ status: 0 });
});

it('leaves an aborted call to the one who aborted it', async () => {
  reply = {};
  const call = api.get('/api/v1/things', { signal: AbortSignal.abort() });
  await expect(call).rejects.toMatchObject({ name: 'AbortError' });
});

it('goes to sign-in and remembers the way back when the session has ended', async () => {
  reply = { status: 401, body: problem({ status: 401, code: 'unauthenticated', detail: 'Sign in first.' }) };
  await failureOf(api.get('/api/v1/things'));
  expect(assign).toHaveBeenCalledWith('/sign-in?next=%2Ftasks%3Fstatus%3Dtodo');
});

it('leaves to signing out where to go, whatever is refused meanwhile', async () => {
  reply = { status: 401, body: problem({ status: 401, code: 'unauthenticated', detail: 'Sign in first.' }) };
  setSigningOut(true);
  await failureOf(api.get('/api/v1/things')).finally(() => setSigningOut(false));
  expect(assign).not.toHaveBeenCalled();
});

it('stays at the door when the password is wrong', async () => {
  window.location.pathname = '/sign-in';
  const detail = 'The e-mail address or the password is not right.';
  reply = { status: 401, body: problem({ status: 401, code: 'unauthenticated', detail }) };
  expect((await failureOf(api.post('/api/auth/sign-in/email', {}))).message).toBe(detail);
  expect(assign).not.toHaveBeenCalled();
});
