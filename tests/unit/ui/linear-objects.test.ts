import fc from 'fast-check';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { columnsOf, titleOf } from '@/app/(signed-in)/linear/[collection]/columns';
import { inWords } from '@/app/(signed-in)/linear/[collection]/in-words';
import { ObjectFields } from '@/app/(signed-in)/linear/[collection]/object-fields';
import { browsedCollections } from '@/app/(signed-in)/linear/collection-words';
import { reportHref } from '@/app/(signed-in)/linear/report-href';
import { anyObjectOf } from '@/tests/support/linear-arbitrary';
import { makeMirrorObjects } from '@/tests/support/linear-made';

const { comment, project } = makeMirrorObjects();

describe('an object of the mirror on the screen', () => {
  it.each(browsedCollections)('has a title, cells and fields, whatever Linear says of it: %s', (collection) => {
    for (const object of fc.sample(anyObjectOf(collection), { numRuns: 50, seed: 4 })) {
      const title = titleOf(collection, object);
      expect(title).not.toBe('');
      for (const { show } of columnsOf(collection)) renderToStaticMarkup(createElement('td', null, show(object)));
      expect(renderToStaticMarkup(createElement(ObjectFields, { object, title }))).toContain(object.id);
    }
  });

  it('says what the title says once, but never cuts a long text', () => {
    const shown = (body: string) =>
      renderToStaticMarkup(createElement(ObjectFields, { object: comment({ body }), title: body }));
    expect(shown('Agreed.')).not.toContain('Agreed.');
    const long = 'It fails '.repeat(20);
    expect(shown(long)).toContain(long);
  });

  it('takes no text for a time because it begins like one', () => {
    const body = '2026-99-20T10:00:00 it broke'.padEnd(100, '.');
    expect(renderToStaticMarkup(createElement(ObjectFields, { object: comment({ body }), title: '' }))).toContain(body);
  });

  it('leaves out what says nothing', () => {
    const shown = renderToStaticMarkup(createElement(ObjectFields, { object: project(), title: 'Checkout' }));
    expect(shown).not.toMatch(/Trashed|Archived|Lead|Name/);
    expect(shown).toContain('25%');
  });
});

it('names fields in words', () => {
  expect(['updatedAt', 'avatarUrl', 'id', 'name'].map(inWords)).toEqual(['Updated at', 'Avatar URL', 'Id', 'Name']);
});

describe('the report of the hours', () => {
  const item = {
    id: 'c1',
    name: 'Cycle 7',
    team: null,
    state: 'active',
    startsOn: '2026-11-16',
    endsOn: '2026-11-30',
    progress: 0,
    issues: 0,
    doneIssues: 0,
    scope: 0,
    doneScope: 0,
    trackedSeconds: 0,
  };

  it('is of the days of a cycle, and of the year of a project', () => {
    expect(reportHref('cycles', item)).toBe('/reports?cycle=c1&from=2026-11-16&to=2026-11-30&by=person');
    expect(reportHref('projects', item)).toBe('/reports?linearProject=c1&range=thisYear&by=person');
  });
});
