import { expect, it } from 'vitest';
import { issueChange } from '@/lib/contracts/linear-write';
import { planUpdate } from '@/lib/sync/write/write-plan';

const [label, state] = ['0f8fad5b-d9cb-469f-a165-70867728950e', '7c9e6679-7425-40de-944b-e07fc1f90ae7'];
const now = {
  ...{ title: 'Login', description: null, stateId: state, assigneeId: null, priority: 0 },
  ...{ estimate: null, dueDate: null, cycleId: null, labelIds: [label] },
};
const plan = (change: object) => planUpdate(issueChange.parse(change), now);

it('ids are compared without regard to case', () => {
  expect(plan({ removeLabelIds: [label.toUpperCase()] })).toEqual({ removedLabelIds: [label] });
  expect(plan({ addLabelIds: [label.toUpperCase()] })).toEqual({});
  expect(plan({ set: { stateId: state.toUpperCase(), labelIds: [label.toUpperCase()] } })).toEqual({});
  expect(issueChange.parse({ base: { stateId: state.toUpperCase() } }).base).toEqual({ stateId: state });
});
