import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RemoteIssue } from '@/lib/linear/types';
import { type PlanContext, plan } from '@/lib/sync/plan';
import { makeIssue, makeStored } from '@/tests/support/sync-issue';

const context: PlanContext = {
  connectionId: 'connection-1',
  mapping: { preset: 'todo_done', states: {} },
  descriptions: false,
  projectOfTeam: new Map([
    ['team-eng', 'project-eng'],
    ['team-mob', 'project-mob'],
  ]),
  now: new Date('2026-03-01T09:02:00.000Z'),
};
const mobile = { id: 'team-mob', key: 'MOB', name: 'Mobile' };
const outside = { id: 'team-ops', key: 'OPS', name: 'Operations' };
const archivedAt = '2026-03-02T00:00:00.000Z';

describe('plan', () => {
  it('creates a task for an issue that has none', () => {
    expect(plan(makeIssue(), undefined, context, false)).toMatchObject({
      kind: 'create',
      projectId: 'project-eng',
      status: 'todo',
    });
  });

  it('skips an issue that is as stored', () => {
    const issue = makeIssue();
    expect(plan(issue, makeStored(issue), context, false)).toMatchObject({ kind: 'skip', seenAgain: false });
    expect(plan(issue, makeStored(issue, { missingSince: new Date(0) }), context, false)).toMatchObject({
      kind: 'skip',
      seenAgain: true,
    });
  });

  it.each<[Partial<RemoteIssue>, Partial<RemoteIssue>, string]>([
    [{}, { title: 'Other' }, 'updated'],
    [{}, { team: mobile, identifier: 'MOB-7' }, 'moved'],
    [{}, { archivedAt }, 'archived'],
    [{}, { archivedAt, trashed: true }, 'trashed'],
    [{ archivedAt }, { archivedAt: null }, 'restored'],
    [{ archivedAt, trashed: true }, { archivedAt: null, trashed: false }, 'restored'],
    [{ archivedAt }, { archivedAt, trashed: true }, 'trashed'],
    [{}, { archivedAt, team: mobile }, 'archived'],
  ])('tells what happened from %o to %o: %s', (before, after, change) => {
    const local = makeStored(makeIssue(before));
    expect(plan(makeIssue({ ...before, ...after }), local, context, false)).toMatchObject({ kind: 'update', change });
  });

  it('updates when only the mapping or the project differs', () => {
    const issue = makeIssue();
    expect(plan(issue, makeStored(issue, { status: 'done' }), context, false)).toMatchObject({
      kind: 'update',
      status: 'todo',
    });
    expect(plan(issue, makeStored(issue, { projectId: 'another' }), context, false)).toMatchObject({
      kind: 'update',
      projectId: 'project-eng',
    });
  });

  describe('of a page that was on its way while something newer was stored', () => {
    const stale = makeIssue({ title: 'As it was', updatedAt: '2026-03-01T08:59:59.999Z' });
    const local = makeStored(makeIssue());

    it('lets the newer stand', () => {
      expect(plan(stale, local, context, false)).toMatchObject({ kind: 'skip' });
      expect(plan({ ...stale, team: outside }, local, context, false)).toMatchObject({ kind: 'skip' });
    });

    it('takes what differs under the same stamp: a label that got another name stamps no issue', () => {
      const labelled = makeIssue({ labels: [{ id: 'label-1', name: 'Bug', color: '#f00' }] });
      const renamed = makeIssue({ labels: [{ id: 'label-1', name: 'Defect', color: '#f00' }] });
      expect(plan(renamed, makeStored(labelled), context, false)).toMatchObject({ kind: 'update' });
    });

    it('takes an issue that went back in time, once no page can be as old as what is stored', () => {
      const later = { ...context, now: new Date('2026-03-01T09:06:00.000Z') };
      expect(plan(stale, local, later, false)).toMatchObject({ kind: 'update' });
    });

    it('takes anything for a task that no connection holds', () => {
      expect(plan(stale, { ...local, connectionId: null }, context, false)).toMatchObject({ kind: 'update' });
    });
  });

  it('adopts the task of a connection that is no more', () => {
    const issue = makeIssue();
    expect(plan(issue, makeStored(issue, { connectionId: null }), context, false)).toMatchObject({ kind: 'update' });
  });

  it('marks the task of an issue that left the synced teams as gone, in the project where it was', () => {
    const local = makeStored(makeIssue());
    const action = plan(makeIssue({ team: outside, identifier: 'OPS-1' }), local, context, false);
    expect(action).toMatchObject({
      kind: 'update',
      change: 'gone',
      projectId: 'project-eng',
      fields: { sourceState: 'gone', identifier: 'OPS-1' },
    });
  });

  it('ignores issues of teams that are not synced: never ours, left behind by their team, or known as gone', () => {
    const issue = makeIssue({ team: outside });
    for (const local of [undefined, makeStored(issue), makeStored(makeIssue(), { sourceState: 'gone' })]) {
      expect(plan(issue, local, context, false)).toEqual({ kind: 'ignore' });
    }
  });

  it('leaves an issue of a team that is too new to the next run, when all teams are synced', () => {
    const issue = makeIssue({ team: outside });
    expect(plan(issue, undefined, context, true)).toEqual({ kind: 'postpone', issue });
  });

  it('has nothing to do for what it would itself have stored', () => {
    const issues = fc.record({
      title: fc.string(),
      priority: fc.integer({ min: 0, max: 4 }),
      trashed: fc.boolean(),
      estimate: fc.option(fc.nat(20)),
      dueDate: fc.option(fc.constant('2026-05-01')),
    });
    fc.assert(
      fc.property(issues, (changes) => {
        const issue = makeIssue(changes);
        expect(plan(issue, makeStored(issue), context, false).kind).toBe('skip');
      }),
    );
  });
});
