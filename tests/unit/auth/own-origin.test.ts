import { beforeEach, describe, expect, test } from 'vitest';
import { isOwnOrigin, isSecure, ownOrigin } from '@/lib/auth/own-origin';
import { readConfig, setConfig } from '@/lib/config/config';

const lan = new Headers({ host: '192.168.1.5:3000' });
const behindProxy = new Headers({ host: 'time.example.com', 'x-forwarded-proto': 'https' });
const rewrittenHost = new Headers({
  host: '10.0.0.7:3000',
  'x-forwarded-host': 'time.example.com',
  'x-forwarded-proto': 'https, http',
});

describe('without BASE_URL', () => {
  beforeEach(() => setConfig(readConfig({})));

  test('is the address that the person typed', () => {
    expect(ownOrigin(lan)).toBe('http://192.168.1.5:3000');
    expect(ownOrigin(behindProxy)).toBe('https://time.example.com');
    expect(ownOrigin(rewrittenHost)).toBe('https://time.example.com');
    expect(ownOrigin(new Headers())).toBe('http://localhost:3000');
  });

  test('knows its own pages on any host and port', () => {
    expect(isOwnOrigin('http://192.168.1.5:3000', lan)).toBe(true);
    expect(isOwnOrigin('https://time.example.com', behindProxy)).toBe(true);
    expect(isOwnOrigin('https://time.example.com', rewrittenHost)).toBe(true);
  });

  test('knows its own page behind a proxy that ends TLS and does not say so', () => {
    expect(isOwnOrigin('https://time.example.com', new Headers({ host: 'time.example.com' }))).toBe(true);
  });

  test.each([
    'http://192.168.1.5:4000',
    'http://192.168.1.6:3000',
    'https://evil.example',
    'http://192.168.1.5:3000.evil.example',
    'http://192.168.1.5:3000/path',
    'null',
    '',
    'file://',
  ])('does not take %j for its own', (origin) => {
    expect(isOwnOrigin(origin, lan)).toBe(false);
  });

  test('does not take plain http for its own on an https site', () => {
    expect(isOwnOrigin('http://time.example.com', behindProxy)).toBe(false);
  });

  test('makes cookies Secure on https only', () => {
    expect(isSecure(lan)).toBe(false);
    expect(isSecure(behindProxy)).toBe(true);
    expect(isSecure(rewrittenHost)).toBe(true);
  });
});

describe('with BASE_URL', () => {
  beforeEach(() => setConfig(readConfig({ BASE_URL: 'https://time.example.com/' })));

  test('is the given address', () => {
    expect(ownOrigin(lan)).toBe('https://time.example.com');
  });

  test('takes the given address and the one in use for its own', () => {
    expect(isOwnOrigin('https://time.example.com', new Headers({ host: 'app:3000' }))).toBe(true);
    expect(isOwnOrigin('http://192.168.1.5:3000', lan)).toBe(true);
    expect(isOwnOrigin('https://evil.example', lan)).toBe(false);
  });

  test('makes cookies Secure on the given name even when the proxy says nothing of https', () => {
    expect(isSecure(new Headers({ host: 'time.example.com' }))).toBe(true);
    expect(isSecure(lan)).toBe(false);
  });
});
