import { describe, expect, it } from 'vitest';
import { type IssueActivity, turnsOf } from '@/lib/linear/activity-turns';

const me = 'me';

function turns(given: Partial<IssueActivity>) {
  const issue: IssueActivity = {
    id: 'issue',
    identifier: 'ENG-1',
    createdAt: 0,
    archivedAt: null,
    assigneeId: me,
    stays: [],
    changes: [],
    ...given,
  };
  return turnsOf(issue, me).map(({ start, end, began }) => [start, end, began]);
}
const stay = (type: string | null, start: number, end: number | null) => ({ type, start, end });
const handover = (at: number, fromAssigneeId: string | null, toAssigneeId: string | null) => ({
  at,
  actorId: null,
  fromAssigneeId,
  toAssigneeId,
});

describe('the turns of a person at an issue', () => {
  it('are its stays in started states, those that follow one another as one', () => {
    const stays = [
      stay('started', 30, 40),
      stay('unstarted', 0, 10),
      stay('started', 20, 30),
      stay('completed', 40, 50),
      stay('started', 50, null),
    ];
    expect(turns({ stays })).toEqual([
      [20, 40, 'state'],
      [50, null, 'state'],
    ]);
  });

  it('are none in a state of which Linear no longer says what it was', () => {
    expect(turns({ stays: [stay(null, 0, null)] })).toEqual([]);
  });

  it('begin and end with the assignment', () => {
    const changes = [handover(30, me, 'other'), handover(20, 'other', me)];
    expect(turns({ stays: [stay('started', 10, null)], changes, assigneeId: 'other' })).toEqual([[20, 30, 'assigned']]);
  });

  it('begin with the state where that came after the assignment', () => {
    expect(turns({ stays: [stay('started', 20, 40)], changes: [handover(10, null, me)] })).toEqual([[20, 40, 'state']]);
  });

  it('begin with the creation for whoever it was taken from first', () => {
    const changes = [handover(25, me, null)];
    expect(turns({ createdAt: 5, stays: [stay('started', 5, null)], changes, assigneeId: null })).toEqual([
      [5, 25, 'state'],
    ]);
  });

  it('do not end when it is given to the one who has it', () => {
    const changes = [handover(10, null, me), handover(20, me, me)];
    expect(turns({ stays: [stay('started', 10, null)], changes })).toEqual([[10, null, 'state']]);
  });

  it('know nothing of changes that are no handover', () => {
    const changes = [handover(10, null, null)];
    expect(turns({ stays: [stay('started', 5, 20)], changes })).toEqual([[5, 20, 'state']]);
  });

  it('end when it is archived', () => {
    expect(turns({ stays: [stay('started', 5, null)], archivedAt: 50 })).toEqual([[5, 50, 'state']]);
    expect(turns({ stays: [stay('started', 60, null)], archivedAt: 50 })).toEqual([]);
  });
});
