import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { AppError } from '@/lib/errors/app-error';
import { linearError } from '@/lib/linear/linear-errors';
import { type FaultyServer, startFaultyServer, startUntrustedServer } from '@/tests/support/faulty-server';
import { findFreePort } from '@/tests/support/free-port';
import { countTasks, type Harness, startHarness } from '@/tests/support/sync-harness';

let harness: Harness;
let servers: FaultyServer[] = [];

beforeAll(async () => {
  harness = await startHarness({ issues: 20 });
});

afterAll(() => harness.stop());

afterEach(async () => {
  await Promise.all(servers.map((server) => server.stop()));
  servers = [];
});

type Code = Parameters<typeof linearError>[0];

/** The run must fail with this code and its own hint, leave no lease, keep what was there, and the next must succeed. */
async function failsAt(url: string, code: Code): Promise<void> {
  const { access, linear } = harness;
  linear.workspace.createIssue({ team: 'ENG', title: 'Made while Linear was away' });
  const before = await countTasks();
  const impatient = { ...access, url, retryBudgetMs: 40, timeoutMs: 400 };
  const failed = await harness.sync({}, { access: impatient });
  expect(failed).toMatchObject({ status: 'failed', error: { code, hint: hintOf(linearError(code)) }, resumesAt: null });
  expect(failed.finishedAt).not.toBeNull();
  expect(await countTasks()).toBe(before);
  const next = await harness.syncAll();
  expect(next.status).toBe('succeeded');
  expect(await countTasks()).toBe(linear.workspace.issues.size);
}

function hintOf(error: AppError): string {
  return error.hint ?? '';
}

async function serve(...args: Parameters<typeof startFaultyServer>): Promise<FaultyServer> {
  const server = await startFaultyServer(...args);
  servers.push(server);
  return server;
}

const html = { 'content-type': 'text/html; charset=utf-8' };

describe('when Linear cannot be reached', () => {
  it('says that the network is down when the name does not resolve', async () => {
    await failsAt('https://linear.invalid/graphql', 'linear_network');
  });

  it('says that the network is down when the connection is refused', async () => {
    await failsAt(`http://127.0.0.1:${await findFreePort()}/graphql`, 'linear_network');
  });

  it('says that TLS failed when the certificate is not trusted, and sends no key', async () => {
    const server = await startUntrustedServer({ body: '{}' });
    servers.push(server);
    await failsAt(server.url, 'linear_tls');
    expect(server.keys).toEqual([]);
  });

  it('says that TLS failed when the other side does not speak it', async () => {
    const server = await serve({ body: '{}' });
    await failsAt(server.url.replace('http:', 'https:'), 'linear_tls');
  });

  it('says that the connection was lost when it is reset', async () => {
    const server = await serve((_request, response) => response.socket?.resetAndDestroy());
    await failsAt(server.url, 'linear_network');
  });

  it('says that the connection was lost when it is cut in the middle of the answer', async () => {
    const server = await serve((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
      response.write('{"data":', () => response.destroy());
    });
    await failsAt(server.url, 'linear_network');
  });

  it('gives up on a server that never answers', async () => {
    const server = await serve(() => undefined);
    await failsAt(server.url, 'linear_timeout');
  });

  it('gives up on an answer that never ends', async () => {
    const server = await serve((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.write('{"data":');
    });
    await failsAt(server.url, 'linear_timeout');
  });
});

describe('when something else answers', () => {
  it('names the page of a proxy', async () => {
    const server = await serve({ headers: html, body: '<!DOCTYPE html><title>Sign in to the network</title>' });
    await failsAt(server.url, 'linear_proxy_page');
  });

  it.each([301, 302, 303, 307, 308])(
    'does not follow a redirect (%i), so the key reaches nobody else',
    async (status) => {
      const elsewhere = await serve({ body: '{"data":{}}' });
      const server = await serve({ status, headers: { location: elsewhere.url } });
      await failsAt(server.url, 'linear_proxy_page');
      expect(server.keys[0]).toBe(harness.apiKey);
      expect(elsewhere.keys).toEqual([]);
    },
  );

  it('names an empty answer', async () => {
    await failsAt((await serve({ body: '' })).url, 'linear_bad_answer');
  });

  it('names an answer that is not JSON, not GraphQL, or no object', async () => {
    for (const body of ['{"data":{"organization"', 'ok', 'null', '[]', '42', '{"data":{}}', '{"errors":["no"]}']) {
      const { url } = await serve({ body });
      const failed = await harness.sync({}, { access: { ...harness.access, url, retryBudgetMs: 0 } });
      expect(failed.error?.code, body).toBe('linear_bad_answer');
    }
    expect((await harness.syncAll()).status).toBe('succeeded');
  });

  it.each([
    [500, 'application/json', '{"errors":[{"message":"Internal"}]}'],
    [502, 'text/html', '<html>Bad Gateway</html>'],
    [503, 'text/plain', ''],
    [503, 'text/plain', 'upstream connect error or disconnect/reset before headers'],
    [504, 'application/json', '{}'],
  ])('names a server error %i with %s', async (status, type, body) => {
    const server = await serve({ status, headers: { 'content-type': type }, body });
    await failsAt(server.url, 'linear_server_error');
  });
});
