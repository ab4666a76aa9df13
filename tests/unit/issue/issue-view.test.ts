import { describe, expect, it } from 'vitest';
import { fieldsAfter, touchedFields, viewAfter } from '@/app/(signed-in)/_issue/issue-view';
import type { IssueFields, TeamOptions } from '@/lib/contracts/linear-write';

const fields: IssueFields = {
  title: 'Fix',
  description: null,
  stateId: 'todo',
  assigneeId: null,
  priority: 3,
  estimate: null,
  dueDate: '2026-12-01',
  cycleId: null,
  labelIds: ['bug'],
};
const shown = {
  state: { id: 'todo', name: 'Todo', type: 'unstarted', color: '#eee' },
  assignee: { name: 'Somebody who left', email: 'left@northwind.example' },
  priority: 3,
  estimate: null,
  dueDate: '2026-12-01',
  labels: [{ name: 'Bug', color: '#e55' }],
  cycle: 'Cycle 7',
};
const team: TeamOptions = {
  team: { id: 't', key: 'ENG', name: 'Engineering' },
  states: [{ id: 'done', name: 'Done', type: 'completed', color: '#55e', position: 1 }],
  labels: [{ id: 'late', name: 'Late', color: '#5e5', group: null, isGroup: false }],
  users: [{ id: 'ada', name: 'Ada', displayName: 'ada', email: 'ada@northwind.example' }],
  cycles: [],
  milestones: [],
  estimation: { type: 'notUsed', allowZero: false },
  viewer: { id: 'ada', name: 'Ada' },
};

describe('what is on its way', () => {
  it('is added up in the order in which it was chosen', () => {
    const pending = [
      { addLabelIds: ['late'] },
      { set: { priority: 1 } },
      { removeLabelIds: ['bug'] },
      { set: { priority: 0 } },
    ];
    expect(fieldsAfter(fields, pending)).toEqual({ ...fields, labelIds: ['late'], priority: 0 });
    expect(fields.labelIds).toEqual(['bug']);
  });

  it('names the fields that it touches', () => {
    expect(touchedFields({ set: { priority: 1 }, addLabelIds: ['late'] })).toEqual(['priority', 'labelIds']);
    expect(touchedFields({ set: { title: 'x' }, addLabelIds: [] })).toEqual(['title']);
  });
});

describe('what is shown', () => {
  it('is the stored task where nothing is on its way, also what the team no longer has', () => {
    expect(viewAfter(shown, fields, [], team)).toEqual(shown);
  });

  it('is what was chosen, in the words of the team', () => {
    const pending = [{ set: { stateId: 'done', assigneeId: 'ada', dueDate: null, cycleId: null } }];
    expect(viewAfter(shown, fieldsAfter(fields, pending), pending, team)).toMatchObject({
      state: { name: 'Done' },
      assignee: { name: 'Ada' },
      dueDate: null,
      cycle: null,
      priority: 3,
      labels: [{ name: 'Bug' }],
    });
  });
});
