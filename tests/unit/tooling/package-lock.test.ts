import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { lackingPackages } from '@/scripts/lacking-packages.mjs';

test('package-lock.json holds the packages of every system, or npm ci refuses it (node scripts/complete-lock.mjs adds them)', async () => {
  const lock = JSON.parse(await readFile('package-lock.json', 'utf8'));
  expect(Object.keys(lackingPackages(lock))).toEqual([]);
});
