import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { browsedCollections, hasTeams } from '@/app/(signed-in)/linear/collection-words';
import { linearCollections } from '@/lib/contracts/values';
import type { Dialect } from '@/lib/db/linear-dialect';
import { listSource } from '@/lib/db/linear-list-source';
import { viewColumns } from '@/lib/db/linear-view-columns';
import { linearViews, viewName } from '@/lib/db/linear-views';

const kinds = { text: '', number: ' (number)', boolean: ' (0 or 1)', json: ' (JSON)' };

it('documents every view with its columns and their types', () => {
  const listed = readFileSync('docs/sql-views.md', 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('- **linear_'));
  const made = linearCollections.map((collection) => {
    const columns = viewColumns(collection).map(({ name, type }) => `\`${name}\`${kinds[type]}`);
    return `- **${viewName(collection)}**: ${columns.join(', ')}`;
  });
  expect(listed).toEqual(made);
});

it('names no column twice', () => {
  for (const collection of linearCollections) {
    const names = ['workspace', 'connection_id', ...viewColumns(collection).map(({ name }) => name)];
    expect(new Set(names).size, collection).toBe(names.length);
  }
});

it('says everything that PostgreSQL would say otherwise through the dialect', () => {
  const postgres: Dialect = {
    json: (column, path) => `(${column}::jsonb #>> '{${path.join(',')}}')`,
    listHolds: (column, text) => `${column}::jsonb ? '${text}'`,
  };
  for (const { sql } of linearViews(postgres)) expect(sql).not.toMatch(/json_extract|json_each|CAST/);
});

it('offers the team filter on the screens where the API has it', () => {
  const filterable = browsedCollections.filter((collection) => listSource(collection).isOfTeam !== null);
  expect(browsedCollections.filter(hasTeams)).toEqual(filterable);
});
