import { describe, expect, it } from 'vitest';
import { changeLines, eventTitle } from '@/app/(signed-in)/tasks/[id]/event-words';
import type { TaskEvent } from '@/lib/contracts/task';

const event = (change: Partial<TaskEvent>): TaskEvent => ({
  id: 'e',
  at: '2026-11-21T10:00:00.000Z',
  kind: 'updated',
  by: 'Bruno',
  runId: null,
  changes: [{ field: 'priority', from: 'Low', to: 'High' }],
  ...change,
});
const as = { writesAs: 'Ada' };

describe('who wrote to Linear', () => {
  it('is told with the name that Linear shows', () => {
    expect(eventTitle(event({}), as)).toBe('Changed by Bruno, in Linear as Ada');
    expect(eventTitle(event({ kind: 'archived', changes: [] }), as)).toBe('Archived by Bruno, in Linear as Ada');
  });

  it('is told once when it is the same person, or the other is not known', () => {
    expect(eventTitle(event({ by: 'Ada' }), as)).toBe('Changed by Ada, in Linear');
    expect(eventTitle(event({}), { writesAs: undefined })).toBe('Changed by Bruno, in Linear');
  });

  it('is not told of what stays here', () => {
    const notes = event({ kind: 'edited', changes: [{ field: 'notes', from: null, to: null }] });
    expect(eventTitle(notes, as)).toBe('Notes edited by Bruno');
    const archived = event({ kind: 'edited', changes: [{ field: 'archived', from: 'no', to: 'yes' }] });
    expect(eventTitle(archived, as)).toBe('Archived by Bruno');
    expect(eventTitle(event({ by: null, runId: 'r' }), as)).toBe('Changed in Linear');
    expect(eventTitle(event({ by: null, runId: null }), as)).toBe('Changed in Linear');
  });

  it('shows a comment as it was written, without a before', () => {
    const comment = event({ kind: 'edited', changes: [{ field: 'comment', from: null, to: 'Done.' }] });
    expect(eventTitle(comment, as)).toBe('Commented by Bruno, in Linear as Ada');
    expect(changeLines(comment)).toEqual([{ field: 'Comment', from: null, to: 'Done.' }]);
  });
});
