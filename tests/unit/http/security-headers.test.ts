import { expect, test } from 'vitest';
import { contentSecurityPolicy, setSecurityHeaders } from '@/lib/http/security-headers';

test('runs scripts by nonce only, and talks to no other host', () => {
  const policy = contentSecurityPolicy('abc', false);
  expect(policy).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic';");
  expect(policy).not.toContain('unsafe-eval');
  expect(policy).not.toMatch(/https?:|\*/);
  expect(policy.match(/script-src[^;]*unsafe-inline/)).toBeNull();
});

test('asks for https only where the page came over https', () => {
  const plain = new Headers();
  setSecurityHeaders(plain, false);
  expect(plain.has('strict-transport-security')).toBe(false);
  const secure = new Headers();
  setSecurityHeaders(secure, true);
  expect(secure.get('strict-transport-security')).toContain('max-age=');
});
