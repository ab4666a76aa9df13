import fc from 'fast-check';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { columnsOf, titleOf } from '@/app/(signed-in)/linear/[collection]/columns';
import { inWords } from '@/app/(signed-in)/linear/[collection]/in-words';
import { ObjectDetails } from '@/app/(signed-in)/linear/[collection]/object-details';
import { factsOf } from '@/app/(signed-in)/linear/[collection]/object-facts';
import { browsedCollections } from '@/app/(signed-in)/linear/collection-words';
import { reportHref } from '@/app/(signed-in)/linear/report-href';
import { must } from '@/lib/kit/must';
import { anyObjectOf } from '@/tests/support/linear-arbitrary';
import { makeMirrorObjects } from '@/tests/support/linear-made';

const { comment, cycle, project } = makeMirrorObjects();

describe('an object of the mirror on the screen', () => {
  it.each(browsedCollections)('has a title, cells and fields, whatever Linear says of it: %s', (collection) => {
    for (const object of fc.sample(anyObjectOf(collection), { numRuns: 50, seed: 4 })) {
      const title = titleOf(collection, object);
      expect(title).not.toBe('');
      for (const { show } of columnsOf(collection)) renderToStaticMarkup(createElement('td', null, show(object)));
      expect(renderToStaticMarkup(createElement(ObjectDetails, { collection, object, title }))).toContain(object.id);
    }
  });

  it('says what the title says once', () => {
    const shown = (name: string, title: string) =>
      renderToStaticMarkup(createElement(ObjectDetails, { collection: 'projects', object: project({ name }), title }));
    expect(shown('Checkout', 'Checkout')).not.toContain('Checkout');
    const long = 'A project of many words '.repeat(10).trim();
    expect(shown(long, long)).toContain(long);
  });

  it('takes no text for a time because it begins like one', () => {
    const body = '2026-99-20T10:00:00 it broke'.padEnd(100, '.');
    const details = { collection: 'comments', object: comment({ body }), title: 'Comment' } as const;
    expect(renderToStaticMarkup(createElement(ObjectDetails, details))).toContain(body);
  });

  it('names a comment by its words, without the marks of Markdown', () => {
    const named = (body: string) => titleOf('comments', comment({ body }));
    expect(named('# Why\n\nPeople **lose** their `cart`, see [the report](https://example.com/report)')).toBe(
      'Why People lose their cart, see the report',
    );
    expect(named('- [ ] first\n- second\n> said')).toBe('first second said');
    expect(named('Fine.\n\n```ts\nlet a = 1\n```')).toBe('Fine. let a = 1');
    expect(named('a * b, snake_case_name, 2 ** 3')).toBe('a * b, snake_case_name, 2 ** 3');
  });

  it.each(['[', '[]('])('is held up by no comment: %s', (mark) => {
    const hostile = comment({ body: mark.repeat(60_000) });
    const began = performance.now();
    expect(titleOf('comments', hostile)).toContain(mark);
    expect(performance.now() - began).toBeLessThan(500);
  });

  it('leaves out what says nothing', () => {
    const details = { collection: 'projects', object: project(), title: 'Checkout' } as const;
    const shown = renderToStaticMarkup(createElement(ObjectDetails, details));
    expect(shown).not.toMatch(/trash|Archived|Lead|Name/);
    expect(shown).toContain('25%');
  });

  it('begins with what people look for, and ends with what programs do', () => {
    const { facts, details } = factsOf('projects', project(), 'Checkout');
    expect(facts[0]?.term).toBe('State');
    expect(facts.at(-1)?.term).toBe('Updated');
    expect(facts.map(({ name }) => name)).not.toContain('id');
    expect(details.at(-1)?.term).toBe('ID');
  });

  it('says nothing of the scope of a cycle of which Linear has counted no day', () => {
    const shown = (scope: number) => factsOf('cycles', cycle({ scope, completedScope: 0 }), 'Cycle 7').facts;
    expect(shown(0).map(({ term }) => term)).not.toContain('Scope');
    expect(shown(0).map(({ name }) => name)).not.toContain('completedScope');
    expect(shown(8)).toContainEqual({ name: 'points', term: 'Scope', value: '0 of 8 points done' });
  });
});

it("says what a notification is about, in Linear's words where it is of a type unknown here", () => {
  const type = anyObjectOf('notifications');
  const titled = (name: string) =>
    fc.sample(type, { numRuns: 1, seed: 4 }).map((each) => titleOf('notifications', { ...each, type: name }));
  expect(['issueNewComment', 'issueWentToMars'].flatMap(titled)).toEqual(['New comment', 'Issue went to mars']);
});

it('names the type of a workflow state in the list and in its details', () => {
  const [state] = fc.sample(anyObjectOf('workflow-states'), { numRuns: 1, seed: 4 });
  const object = { ...must(state, 'a state'), name: 'Doing', type: 'unstarted' };
  const cells = columnsOf('workflow-states').map(({ show }) =>
    renderToStaticMarkup(createElement('td', null, show(object))),
  );
  expect(cells.join('')).toContain('Unstarted');
  const details = createElement(ObjectDetails, { collection: 'workflow-states', object, title: 'Doing' });
  expect(renderToStaticMarkup(details)).toContain('Unstarted');
});

it('links to the workspace in the list and in its details, also where the address is its name', () => {
  const object = { id: 'w1', name: 'northwind', urlKey: 'northwind' };
  const cells = columnsOf('organization').map(({ show }) =>
    renderToStaticMarkup(createElement('td', null, show(object))),
  );
  const details = createElement(ObjectDetails, { collection: 'organization', object, title: 'northwind' });
  for (const shown of [cells.join(''), renderToStaticMarkup(details)]) {
    expect(shown).toContain('href="https://linear.app/northwind"');
    expect(shown).toContain('linear.app/northwind<');
  }
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
