import { NextRequest } from 'next/server';
import { beforeAll, describe, expect, it } from 'vitest';
import { GET as health } from '@/app/api/health/route';
import { readConfig, setConfig } from '@/lib/config/config';
import { proxy, config as proxyConfig } from '@/proxy';
import { request } from '@/tests/support/people';

beforeAll(() => setConfig(readConfig({})));

function page(headers: Record<string, string> = {}, path = '/tasks') {
  return proxy(new NextRequest(`http://localhost:3000${path}`, { headers: { host: 'localhost:3000', ...headers } }));
}

function policyOf(headers: Headers): Map<string, string[]> {
  const policy = headers.get('content-security-policy') ?? '';
  return new Map(policy.split('; ').map((line) => [line.split(' ')[0] ?? '', line.split(' ').slice(1)]));
}

describe('every page', () => {
  it('runs scripts by a nonce of its own alone', () => {
    const [one, two] = [page(), page()].map(({ headers }) => policyOf(headers).get('script-src') ?? []);
    expect(one).toContain("'strict-dynamic'");
    expect(one?.join(' ')).not.toMatch(/unsafe/);
    const nonces = [one, two].map((sources) => sources?.find((source) => source.startsWith("'nonce-")));
    expect(String(nonces[0]).length).toBeGreaterThan(25);
    expect(nonces[0]).not.toBe(nonces[1]);
  });

  it('hands the nonce and the policy to Next in the request', () => {
    const { headers } = page();
    const nonce = policyOf(headers)
      .get('script-src')
      ?.find((source) => source.startsWith("'nonce-"))
      ?.slice(7, -1);
    expect(headers.get('x-middleware-request-x-nonce')).toBe(nonce);
    expect(headers.get('x-middleware-request-content-security-policy')).toBe(headers.get('content-security-policy'));
  });

  it('loads from and talks to this site alone, and stands in no frame', () => {
    const policy = policyOf(page().headers);
    expect(policy.get('default-src')).toEqual(["'self'"]);
    expect(policy.get('connect-src')).toEqual(["'self'"]);
    for (const name of ['frame-ancestors', 'base-uri', 'object-src']) expect(policy.get(name)).toEqual(["'none'"]);
    expect([...policy.values()].flat().filter((source) => /[a-z]\.[a-z]|https?:|\*/.test(source))).toEqual([]);
    expect(page().headers.get('x-frame-options')).toBe('DENY');
    expect(page().headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('asks for https only where it came over it', () => {
    expect(page().headers.has('strict-transport-security')).toBe(false);
    expect(page({ 'x-forwarded-proto': 'https' }).headers.get('strict-transport-security')).toMatch(/max-age=\d{8}/);
  });

  it('is what the proxy is for: API and static files are left to themselves', () => {
    const [matcher] = proxyConfig.matcher;
    const matches = (path: string) => new RegExp(`^${String(matcher)}$`).test(path);
    expect(['/', '/tasks', '/sign-in', '/apis'].map(matches)).toEqual([true, true, true, true]);
    expect(['/api/v1/tasks', '/_next/static/x.js'].map(matches)).toEqual([false, false]);
  });
});

describe('every answer of the API', () => {
  it('runs nothing, even shown as a page, and is not kept', async () => {
    const { headers } = await health(request('GET', '/api/health'));
    expect(policyOf(headers).get('default-src')).toEqual(["'none'"]);
    expect(headers.get('cache-control')).toContain('no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });
});
