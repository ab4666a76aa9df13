import { beforeAll, expect, test } from 'vitest';
import { readConfig, setConfig } from '@/lib/config/config';
import { refuseForeignOrigin } from '@/lib/http/refuse-foreign-origin';

beforeAll(() => setConfig(readConfig({})));

const cookie = 'trackline.session_token=x';

function refuses(headers: Record<string, string>): boolean {
  try {
    refuseForeignOrigin(new Headers({ host: 'localhost:3000', ...headers }));
    return false;
  } catch (error) {
    expect(error).toMatchObject({ code: 'origin_refused' });
    return true;
  }
}

test.each([
  ['our page with a cookie', { origin: 'http://localhost:3000', cookie }],
  ['our page by fetch metadata', { 'sec-fetch-site': 'same-origin', cookie }],
  ['a script without a cookie', {}],
])('lets %s through', (_who, headers) => {
  expect(refuses(headers as unknown as Record<string, string>)).toBe(false);
});

test.each([
  ['another site with a cookie', { origin: 'https://evil.example', cookie }],
  ['another site without a cookie', { origin: 'https://evil.example' }],
  ['another port of this machine', { origin: 'http://localhost:4000', cookie }],
  ['a sandboxed frame', { origin: 'null', cookie }],
  ['a cookie from nowhere', { cookie }],
  ['a sister site', { 'sec-fetch-site': 'same-site', cookie }],
  ['another site that hides its origin', { 'sec-fetch-site': 'cross-site' }],
  ['a typed address', { 'sec-fetch-site': 'none', cookie }],
])('refuses %s', (_who, headers) => {
  expect(refuses(headers as unknown as Record<string, string>)).toBe(true);
});
