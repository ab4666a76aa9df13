import { describe, expect, it } from 'vitest';
import type { RemoteIssue } from '@/lib/linear/types';
import { describeChanges } from '@/lib/sync/describe-changes';
import { syncedFields } from '@/lib/sync/synced-fields';
import { makeIssue, makeStored } from '@/tests/support/sync-issue';

function changed(before: Partial<RemoteIssue>, after: Partial<RemoteIssue>) {
  return describeChanges(makeStored(makeIssue(before)), syncedFields(makeIssue({ ...before, ...after })));
}

const bug = { id: 'l1', name: 'Bug', color: '#f00' };
const ui = { id: 'l2', name: 'UI', color: '#0f0' };

describe('describeChanges', () => {
  it.each<[Partial<RemoteIssue>, Partial<RemoteIssue>, { field: string; from: string | null; to: string | null }]>([
    [{}, { title: 'Other' }, { field: 'title', from: 'Fix login', to: 'Other' }],
    [{}, { identifier: 'MOB-3' }, { field: 'identifier', from: 'ENG-1', to: 'MOB-3' }],
    [{}, { team: { id: 't', key: 'ENG', name: 'Platform' } }, { field: 'team', from: 'Engineering', to: 'Platform' }],
    [
      {},
      { state: { id: 's', name: 'Done', type: 'completed', color: '#000' } },
      { field: 'state', from: 'Todo', to: 'Done' },
    ],
    [{}, { archivedAt: '2026-03-02T00:00:00.000Z' }, { field: 'source state', from: 'live', to: 'archived' }],
    [
      {},
      { assignee: { id: 'u', name: 'Ada', email: 'ada@example.com' } },
      { field: 'assignee', from: null, to: 'Ada' },
    ],
    [{}, { priority: 1 }, { field: 'priority', from: 'High', to: 'Urgent' }],
    [{ estimate: 1 }, { estimate: 2.5 }, { field: 'estimate', from: '1', to: '2.5' }],
    [{ dueDate: '2026-05-01' }, { dueDate: null }, { field: 'due date', from: '2026-05-01', to: null }],
    [{ labels: [ui] }, { labels: [ui, bug] }, { field: 'labels', from: 'UI', to: 'Bug, UI' }],
    [{}, { project: { id: 'p', name: 'Launch' } }, { field: 'Linear project', from: null, to: 'Launch' }],
    [{}, { cycle: { id: 'c', number: 7, name: null } }, { field: 'cycle', from: null, to: '7' }],
    [{ cycle: { id: 'c', number: 7, name: 'May' } }, { cycle: null }, { field: 'cycle', from: 'May', to: null }],
    [{}, { parent: { id: 'i', identifier: 'ENG-9' } }, { field: 'parent', from: null, to: 'ENG-9' }],
  ])('from %o to %o', (before, after, expected) => {
    expect(changed(before, after)).toEqual([expected]);
  });

  it('says nothing of stamps, of the order of labels, or when nothing changed', () => {
    expect(changed({}, {})).toEqual([]);
    expect(changed({}, { updatedAt: '2026-03-05T00:00:00.000Z' })).toEqual([]);
    expect(changed({ labels: [ui, bug] }, { labels: [bug, ui] })).toEqual([]);
  });

  it('shortens long text', () => {
    const [change] = changed({}, { title: 'x'.repeat(5_000) });
    expect(change?.to).toHaveLength(201);
  });

  it('counts metadata that a person broke as unset', () => {
    const issue = makeIssue({ parent: { id: 'i', identifier: 'ENG-9' } });
    const broken = makeStored(issue, { customFields: '{"integration":"mine"}' });
    expect(describeChanges(broken, syncedFields(issue))).toEqual([
      { field: 'team', from: null, to: 'Engineering' },
      { field: 'parent', from: null, to: 'ENG-9' },
    ]);
  });
});
