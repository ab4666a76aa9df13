import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { hashOf } from '@/scripts/source-hash.mjs';

let folder: string;
const paths = ['app', 'lib', 'package.json', 'proxy.ts'];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'trackline-hash-'));
  write('app/page.tsx', 'page');
  write('lib/db/client.ts', 'client');
  write('package.json', '{}');
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

test('stays the same when nothing but a date changes', () => {
  const before = hashOf(folder, paths);
  utimesSync(join(folder, 'app/page.tsx'), new Date(), new Date(Date.now() + 86_400_000));
  expect(hashOf(folder, paths)).toBe(before);
});

test('stays the same when a file outside the sources changes', () => {
  const before = hashOf(folder, paths);
  write('README.md', 'words');
  write('lib/db/generated/client.ts', 'generated');
  write('app/.DS_Store', 'mac');
  expect(hashOf(folder, paths)).toBe(before);
});

test.each([
  ['is edited', () => write('app/page.tsx', 'another page')],
  ['is added', () => write('lib/kit/must.ts', 'must')],
  ['is added at the root', () => write('proxy.ts', 'proxy')],
  ['is removed', () => rmSync(join(folder, 'lib/db/client.ts'))],
])('changes when a source %s', (_what, change) => {
  const before = hashOf(folder, paths);
  change();
  expect(hashOf(folder, paths)).not.toBe(before);
});

test('changes when a file moves with its text', () => {
  const before = hashOf(folder, paths);
  rmSync(join(folder, 'app/page.tsx'));
  write('app/layout.tsx', 'page');
  expect(hashOf(folder, paths)).not.toBe(before);
});
