import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  assigneeChoices,
  estimateChoices,
  labelChoices,
  none,
  stateChoices,
  toggledLabel,
} from '@/app/(signed-in)/_issue/issue-choices';
import type { TeamOptions } from '@/lib/contracts/linear-write';

const label = (id: string, group: string | null = null, isGroup = false) => ({
  id,
  name: id,
  color: '#fff',
  group,
  isGroup,
});
const state = (id: string, type: string, position: number) => ({ id, name: id, type, color: '#fff', position });
const user = (id: string, name: string) => ({ id, name, displayName: name, email: `${id}@northwind.example` });

const team: TeamOptions = {
  team: { id: 't', key: 'ENG', name: 'Engineering' },
  states: [state('done', 'completed', 3), state('todo', 'unstarted', 1), state('later', 'unstarted', 2)],
  labels: [label('kind', null, true), label('bug', 'kind'), label('feature', 'kind'), label('late')],
  users: [user('b', 'Bruno'), user('a', 'Ada'), user('c', 'Chiara')],
  cycles: [],
  milestones: [],
  estimation: { type: 'fibonacci', allowZero: false },
  viewer: { id: 'a', name: 'Ada' },
};
const values = (options: { value: string }[]) => options.map(({ value }) => value);

describe('what an issue can be set to', () => {
  it('lists states in the order of work, and then of the team', () => {
    expect(values(stateChoices(team))).toEqual(['todo', 'later', 'done']);
  });

  it('offers oneself first, then nobody, then the others by name', () => {
    expect(values(assigneeChoices(team, 'C@Northwind.example'))).toEqual(['c', none, 'a', 'b']);
  });

  it('leaves out labels that are groups', () => {
    expect(values(labelChoices(team))).toEqual(['late', 'bug', 'feature']);
  });

  it('keeps an estimate that the scale of the team has not', () => {
    expect(values(estimateChoices(team, 4))).toEqual([none, '1', '2', '3', '4', '5', '8', '13', '21']);
    expect(values(estimateChoices({ ...team, estimation: { type: 'notUsed', allowZero: true } }, null))).toEqual([
      none,
      '0',
    ]);
  });
});

describe('a label that is chosen', () => {
  it('takes the place of the other one of its group', () => {
    expect(toggledLabel(team, ['bug', 'late'], 'feature')).toEqual({
      addLabelIds: ['feature'],
      removeLabelIds: ['bug'],
    });
  });

  it('never leaves two of one group, and changes back when chosen again', () => {
    const ids = ['bug', 'feature', 'late'];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...ids)), fc.constantFrom(...ids), (chosen, last) => {
        const toggle = (on: string[], id: string) => {
          const { addLabelIds, removeLabelIds } = toggledLabel(team, on, id);
          return [...on.filter((each) => !removeLabelIds.includes(each)), ...addLabelIds];
        };
        const on = chosen.reduce<string[]>(toggle, []);
        expect(on.includes('bug') && on.includes('feature')).toBe(false);
        const again = toggle(on, last);
        expect(again.includes(last)).toBe(!on.includes(last));
        expect(new Set(again).size).toBe(again.length);
      }),
    );
  });
});
