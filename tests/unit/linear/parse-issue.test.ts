import { describe, expect, it } from 'vitest';
import { parseIssue } from '@/lib/linear/parse-issue';

const node = {
  id: 'b5a5c7a0-0000-4000-8000-000000000001',
  identifier: 'ENG-1',
  previousIdentifiers: [],
  title: 'Fix the login',
  url: 'https://linear.app/x/issue/ENG-1',
  priority: 0,
  estimate: null,
  dueDate: null,
  createdAt: '2026-11-21T10:00:00.000Z',
  updatedAt: '2026-11-21T10:00:00.000Z',
  archivedAt: null,
  completedAt: null,
  trashed: null,
  team: { id: 't', key: 'ENG', name: 'Engineering' },
  state: { id: 's', name: 'Todo', type: 'unstarted', color: '#fff' },
  assignee: null,
  labels: { nodes: [], pageInfo: { hasNextPage: false, endCursor: null } },
  project: null,
  cycle: null,
  parent: null,
};

function read(changes: Record<string, unknown>) {
  return parseIssue({ ...node, ...changes });
}

describe('one issue of a page', () => {
  it.each(['title', 'state', 'team', 'createdAt', 'updatedAt', 'labels', 'identifier', 'priority'])(
    'is set aside by its id when its %s is null',
    (field) => {
      expect(read({ [field]: null })).toMatchObject({ kind: 'unreadable', issue: { id: node.id } });
    },
  );

  it('is nothing at all without an id', () => {
    for (const broken of [null, 'x', [], {}, { ...node, id: null }, { ...node, id: '' }]) {
      expect(parseIssue(broken)).toBeNull();
    }
  });

  it('has its instants brought to one form, and is set aside when one is none', () => {
    expect(read({ updatedAt: '2026-11-21T11:00:00+01:00' })).toMatchObject({ issue: { updatedAt: node.createdAt } });
    expect(read({ updatedAt: 'yesterday' })).toMatchObject({ kind: 'unreadable', issue: { updatedAt: null } });
  });

  it('is set aside when its due date is no day, which no list of tasks could show', () => {
    expect(read({ dueDate: '2026-11-21' })).toMatchObject({ kind: 'issue' });
    expect(read({ dueDate: '12026-11-21' })).toMatchObject({ kind: 'unreadable', issue: { id: node.id } });
  });

  it('keeps every sign of its title but NUL and half surrogates', () => {
    const title = '👩‍👩‍👧 =HYPERLINK("x") <script>alert(1)</script> Ünïcödé \u202e';
    expect(read({ title })).toMatchObject({ issue: { title } });
    expect(read({ title: 'a\0b \ud83d c \udc00' })).toMatchObject({ issue: { title: 'ab \ufffd c \ufffd' } });
    expect(read({ state: { ...node.state, name: 'To\0do' } })).toMatchObject({ issue: { state: { name: 'Todo' } } });
  });

  it('takes an unknown state type and a field it did not ask for', () => {
    const state = { ...node.state, type: 'levitating' };
    expect(read({ state, surprise: 1 })).toMatchObject({ kind: 'issue', issue: { state } });
  });
});
