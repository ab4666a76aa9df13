import { expect, test } from 'vitest';
import { ChildServer } from '@/tests/support/child-server';

const keys = ['good', 'other', 'revoked', 'odd'].map((name) => `lin_api_${name}Secret${'k3y'.repeat(10)}`);
const odd = `${keys[3]}é\u{1f600}`;

test('no key stands in a log, an answer, an error or the database, whatever goes wrong', async () => {
  const child = new ChildServer(['--import', 'tsx', 'tests/support/faulty-leaks.ts', ...keys.slice(0, 3), odd], {
    BASE_URL: '',
  });
  await child.waitFor('everything that can go wrong', () => child.printed.includes('all is said') || undefined);
  const { printed } = child;
  await child.kill();
  // It did talk: faults were logged, and the answers and tables are there.
  expect(printed).toContain('A call failed');
  expect(printed).toContain('linear_auth_failed');
  expect(printed).toContain('v1.x.y.z');
  for (const key of keys) {
    // Half of a key is too much as well; the last four signs are the hint that people know it by.
    for (let at = 8; at + 12 <= key.length - 4; at += 4) expect(printed).not.toContain(key.slice(at, at + 12));
  }
  expect(printed).not.toContain('lin_api_good');
}, 60_000);
