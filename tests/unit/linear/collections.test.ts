import { parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { linearObjects } from '@/lib/contracts/linear-collection';
import { fullPage } from '@/lib/linear/client';
import { objectFilter, pageDocument } from '@/lib/linear/collections';
import { definitions } from '@/lib/linear/collections-fields';
import { lookAtCollectionsDocument, lookRows } from '@/lib/linear/collections-look';
import { parseObject } from '@/lib/linear/collections-page';
import { mirroredCollections } from '@/lib/linear/collections-types';
import { scoreQuery, UNMULTIPLIED_CONNECTIONS } from '@/tests/fakes/linear/complexity';
import { buildLinearSchema } from '@/tests/fakes/linear/schema';

const schema = buildLinearSchema();
const unmultiplied = new Set(UNMULTIPLIED_CONNECTIONS);
const pages = Object.entries(definitions);

describe('the documents of collections', () => {
  it.each(pages)('ask for %s within the schema, a full page under 10,000 points', (_name, definition) => {
    const document = parse(pageDocument(definition));
    expect(validate(schema, document)).toEqual([]);
    expect(scoreQuery(schema, document, { first: fullPage }, unmultiplied)).toBeLessThan(9_000);
  });

  it('look at all of them together under 10,000 points', () => {
    const document = parse(lookAtCollectionsDocument([...mirroredCollections]));
    expect(validate(schema, document)).toEqual([]);
    expect(scoreQuery(schema, document, { first: lookRows }, unmultiplied)).toBeLessThan(5_000);
  });

  it.each(mirroredCollections)('look at %s alone', (collection) => {
    expect(validate(schema, parse(lookAtCollectionsDocument([collection])))).toEqual([]);
  });

  it('include archived objects and people who left', () => {
    const document = lookAtCollectionsDocument([...mirroredCollections]);
    expect(document.match(/includeArchived: true/g)).toHaveLength(mirroredCollections.length - 1);
    expect(document).toContain('includeDisabled: true');
  });
});

describe('the filter of a range', () => {
  const range = { teamIds: null, by: 'createdAt' } as const;

  it('is nothing where nothing is wanted', () => {
    expect(objectFilter(definitions.comments, range)).toEqual({});
    expect(objectFilter(definitions.comments, { ...range, exceptIds: [] })).toEqual({});
  });

  it('cuts by the stamp that the page is ordered by', () => {
    const stamps = { from: '2026-01-01T00:00:00.000Z', before: '2026-02-01T00:00:00.000Z', exceptIds: ['a'] };
    expect(objectFilter(definitions.users, { ...range, by: 'updatedAt', ...stamps })).toEqual({
      updatedAt: { gte: stamps.from, lt: stamps.before },
      id: { nin: ['a'] },
    });
  });

  it.each([
    ['cycles', { team: { id: { in: ['t'] } } }],
    ['labels', { or: [{ team: { id: { in: ['t'] } } }, { team: { null: true } }] }],
    ['users', {}],
    ['attachments', {}],
  ] as const)('narrows %s to the teams as far as Linear can', (collection, filter) => {
    expect(objectFilter(definitions[collection], { ...range, teamIds: ['t'] })).toEqual(filter);
  });
});

const stamps = {
  createdAt: '2026-01-01T00:00:00Z',
  updatedAt: '2026-01-02T00:00:00.000Z',
  archivedAt: null,
};
const comment = {
  id: 'c',
  body: 'A\u0000 word \ud800',
  url: 'https://linear.app/c',
  user: null,
  issue: { id: 'i', identifier: 'ENG-1', team: { id: 't' } },
  project: null,
  parent: null,
  editedAt: null,
  resolvedAt: null,
  ...stamps,
};

describe('one object', () => {
  it('comes in the published shape, with what it is found by beside it', () => {
    const object = parseObject('comments', comment);
    expect(object).toMatchObject({
      id: 'c',
      teamId: 't',
      issueId: 'i',
      projectId: null,
      createdAt: '2026-01-01T00:00:00.000Z',
    });
    const data = 'data' in object ? object.data : {};
    expect(linearObjects.comments.strict().parse(data)).toEqual(data);
    expect(data).toMatchObject({ body: 'A word \ufffd', issue: { id: 'i', identifier: 'ENG-1' } });
  });

  it('that is broken is named with what is wrong with it', () => {
    expect(parseObject('comments', { ...comment, body: null })).toMatchObject({
      id: 'c',
      updatedAt: '2026-01-02T00:00:00.000Z',
      message: expect.stringContaining('body'),
    });
  });

  it('without an id is no object at all', () => {
    expect(() => parseObject('comments', { ...comment, id: null })).toThrow('an object without id');
  });

  it('of a kind of notification that nobody knows yet has no more than all kinds have', () => {
    const known = { id: 'n', type: 'somethingNew', readAt: null, snoozedUntilAt: null, actor: null, ...stamps };
    expect(parseObject('notifications', known)).toMatchObject({
      ofTeams: null,
      data: { issue: null, project: null, comment: null, projectUpdate: null },
    });
  });

  it('of two teams is of no single one, and a relation is of both its ends', () => {
    const end = (id: string) => ({ id, identifier: id, team: { id: `team of ${id}` } });
    const relation = { id: 'r', type: 'blocks', issue: end('a'), relatedIssue: end('b'), ...stamps };
    expect(parseObject('issue-relations', relation)).toMatchObject({
      ofTeams: ['team of a', 'team of b'],
      issueId: 'a',
    });
  });

  it('shows the newest of what Linear counts day by day', () => {
    const cycle = {
      id: 'y',
      number: 3,
      name: null,
      description: null,
      startsAt: stamps.createdAt,
      endsAt: stamps.createdAt,
      completedAt: null,
      progress: 0.5,
      scopeHistory: [1, 5],
      completedScopeHistory: [],
      team: { id: 't', name: 'Team', key: 'T' },
      ...stamps,
    };
    expect(parseObject('cycles', cycle)).toMatchObject({ data: { scope: 5, completedScope: 0 } });
  });
});
