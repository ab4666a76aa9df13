import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { describeApi } from '@/lib/http/openapi';
import { operations } from '@/lib/http/operations';

const root = 'app/api';
const catchAll = `${root}/[...path]/route.ts`;
const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .map((file) => `${root}/${file}`)
  .filter((file) => file.endsWith('/route.ts') && file !== catchAll);

const apiPath = (file: string) =>
  `/${file.replace(/^app\//, '').replace('/route.ts', '')}`.replaceAll(/\[(\w+)\]/g, '{$1}');

const served = files.flatMap((file) => {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(/^export (?:const|async function|function) (GET|POST|PATCH|PUT|DELETE)\b/gm)].map(
    ([, method]) => `${method} ${apiPath(file)}`,
  );
});
const registered = operations.map(({ method, path }) => `${method} ${path}`);

test('lists every operation once', () => {
  expect(new Set(registered).size).toBe(registered.length);
});

test('describes every route, and nothing that there is no route for', () => {
  expect(served.toSorted()).toEqual(registered.toSorted());
});

test('checks every route with the contract that it is described by', async () => {
  for (const file of files) {
    const module: Record<string, { contract?: unknown }> = await import(`${process.cwd()}/${file}`);
    for (const operation of operations.filter(({ path }) => path === apiPath(file))) {
      expect(module[operation.method]?.contract, `${operation.method} ${operation.path}`).toBe(operation);
    }
  }
  // It loads all of them.
}, 60_000);

test('gives every operation an id of its own and a place for each parameter', () => {
  const { paths } = describeApi();
  const described = Object.values(paths).flatMap((path) => Object.values(path as Record<string, Described>));
  expect(new Set(described.map(({ operationId }) => operationId)).size).toBe(operations.length);
  for (const { path, params } of operations) {
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    const inContract = params ? Object.keys((params as unknown as { shape: object }).shape) : [];
    expect(inContract, path).toEqual(inPath);
  }
});

interface Described {
  operationId: string;
}
