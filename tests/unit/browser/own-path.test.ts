import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ownPath } from '@/lib/browser/own-path';

it('goes on to a page of ours, with its query and its place on the page', () => {
  expect(ownPath('/tasks?status=todo#row-3', '/dashboard')).toBe('/tasks?status=todo#row-3');
});

it.each([
  undefined,
  null,
  '',
  'tasks',
  'https://evil.example/',
  'javascript:alert(1)',
  '//evil.example/',
  '///evil.example/',
  '/\\evil.example/',
  '/\t/evil.example/',
  '/.//evil.example/',
  '/..//evil.example/',
  '/%2e//evil.example/',
  '/sign-in?next=/tasks',
  '/api/auth/sign-out',
  '/join/abc',
])('does not go to %j', (next) => {
  expect(ownPath(next, '/dashboard')).toBe('/dashboard');
});

it('never leaves the site, whatever the address bar says', () => {
  const part = fc.constantFrom('/', '\\', '.', '..', '%2e', '%2f', '@', ':', '?', '#', '\t', '\n', 'evil.example', 'a');
  fc.assert(
    fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
      const goesTo = ownPath(`/${parts.join('')}`, '/dashboard');
      expect(new URL(goesTo, 'https://our.example').origin).toBe('https://our.example');
    }),
    { numRuns: 2_000 },
  );
});
