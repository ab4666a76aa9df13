import { expect, test } from 'vitest';
import { hashPassword, isPassword } from '@/lib/auth/password';
import { hashSecretToken, makeSecretToken } from '@/lib/auth/secret-token';

test('makes tokens of 40 random characters behind their prefix', () => {
  const tokens = new Set(Array.from({ length: 200 }, () => makeSecretToken('tl_')));
  expect(tokens.size).toBe(200);
  for (const token of tokens) expect(token).toMatch(/^tl_[\w-]{40}$/);
});

test('stores SHA-256 of a token', () => {
  expect(hashSecretToken('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});

test('hashes passwords with a salt of their own, and knows the right one', async () => {
  const [first, second] = await Promise.all([hashPassword('correct horse'), hashPassword('correct horse')]);
  expect(first).not.toBe(second);
  expect(first).not.toContain('horse');
  expect(await isPassword('correct horse', first)).toBe(true);
  expect(await isPassword('correct hors', first)).toBe(false);
});
