import dns from 'node:dns';
import { readdirSync, readFileSync } from 'node:fs';
import net from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { POST as testKey } from '@/app/api/v1/connections/test/route';
import { GET as openApi } from '@/app/api/v1/openapi.json/route';
import { GET as tasks } from '@/app/api/v1/tasks/route';
import { signIn } from '@/lib/auth/sign-in';
import { environment, readConfig } from '@/lib/config/config';
import { ConnectionsRig } from '@/tests/data/api/connections-rig';
import { browserHeaders, testPassword } from '@/tests/support/people';

const asked: string[] = [];
let rig: ConnectionsRig;
beforeAll(async () => {
  // Before the spies: the simulator's own `listen` looks up its address.
  rig = await ConnectionsRig.start({ issues: 30 });
  const connect = net.Socket.prototype.connect;
  vi.spyOn(net.Socket.prototype, 'connect').mockImplementation(function (this: net.Socket, ...args: unknown[]) {
    const [given] = args.flat() as [{ host?: string; port?: number; path?: string }];
    asked.push(given.path ?? `${given.host}:${given.port}`);
    return Reflect.apply(connect, this, args) as net.Socket;
  });
  for (const name of ['lookup', 'resolve', 'resolve4', 'resolve6'] as const) {
    vi.spyOn(dns, name).mockImplementation((...args: unknown[]) => {
      asked.push(`dns ${String(args[0])}`);
      throw new Error('Nothing here looks up a name');
    });
  }
});
afterAll(async () => {
  await rig.stop();
  vi.restoreAllMocks();
});

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(tsx?|css|m?js)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !file.includes('generated'));
}

describe('the server', () => {
  it('opens no connection but to LINEAR_API_URL, from sign-in to the last sync', async () => {
    for (const file of filesIn('app/api').filter((name) => name.endsWith('route.ts')))
      await import(join(process.cwd(), file));
    await signIn({ email: rig.admin.email, password: testPassword }, browserHeaders());
    await rig.call(testKey, 'POST', '/x', { body: { apiKey: rig.apiKey } });
    const { body } = await rig.create();
    for (const mode of ['incremental', 'full'] as const)
      expect((await rig.syncToEnd(body.id, { mode })).status).toBe('succeeded');
    await rig.syncToEnd(body.id, { dryRun: true });
    await rig.call(tasks, 'GET', '/x?search=a');
    await rig.call(openApi, 'GET', '/x');
    await rig.remove(body.id);
    expect(asked.length).toBeGreaterThan(0);
    expect([...new Set(asked)]).toEqual([`127.0.0.1:${rig.linear.port}`]);
  });

  it('has no address of anybody else in its source', () => {
    const allowed = /^(api\.linear\.app|linear\.app|localhost|127\.0\.0\.1|www\.w3\.org)$/;
    const found = ['app', 'lib']
      .flatMap(filesIn)
      .flatMap((file) =>
        [...readFileSync(file, 'utf8').matchAll(/https?:\/\/([a-z0-9.-]+)/gi)].map(([, host]) => `${file}: ${host}`),
      );
    expect(
      found.filter((line) => !allowed.test(line.split(': ')[1] ?? '') && !/(example\.(com|org)|\.invalid)$/.test(line)),
    ).toEqual([]);
  });
});

describe('LINEAR_API_URL', () => {
  const accepts = (value: string) => environment.shape.LINEAR_API_URL.safeParse(value).success;

  it('is https, or plain http on this machine alone', () => {
    for (const good of [
      'https://api.linear.app/graphql',
      'http://localhost:4100/graphql',
      'http://127.0.0.1:4100/',
      'http://[::1]:4100/graphql',
    ]) {
      expect(accepts(good), good).toBe(true);
    }
    for (const bad of [
      'http://api.linear.app/graphql',
      'http://localhost.evil.example/',
      'http://127.0.0.1.evil.example/',
      'http://localhost@evil.example/',
      'http://10.0.0.1/',
      'ftp://localhost/',
      'file:///etc/passwd',
      'localhost:4100',
      '',
    ]) {
      expect(accepts(bad), bad).toBe(false);
    }
  });

  it('carries no name and password: fetch would refuse them at every request', () => {
    expect(accepts('https://name:word@api.linear.app/graphql')).toBe(false);
    expect(() => readConfig({ LINEAR_API_URL: 'https://name:word@api.linear.app/graphql' })).toThrow('LINEAR_API_URL');
  });
});
