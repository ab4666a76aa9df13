import { describe, expect, it } from 'vitest';
import { summarizeChanges } from '@/lib/tracking/summarize-changes';

describe('a change in one line', () => {
  it('says what it was and what it is', () => {
    const changes = [
      { field: 'state', from: 'Todo', to: 'Done' },
      { field: 'assignee', from: null, to: 'Ada' },
      { field: 'due date', from: '2026-01-01', to: null },
    ];
    expect(summarizeChanges('updated', changes)).toBe(
      'State: Todo → Done · Assignee: Ada · Due date: 2026-01-01 removed',
    );
  });

  it('says plainly what happened at Linear', () => {
    expect(summarizeChanges('archived', [])).toBe('Archived in Linear');
    expect(summarizeChanges('gone', [])).toBe('No longer imported');
    expect(summarizeChanges('restored', [{ field: 'source state', from: 'archived', to: 'live' }])).toBe(
      'Back in Linear',
    );
  });

  it('has words for a change without details', () => {
    expect(summarizeChanges('moved', [])).toBe('Moved');
    expect(summarizeChanges('updated', [])).toBe('Changed');
    expect(summarizeChanges('edited', [{ field: 'notes', from: null, to: null }])).toBe('Notes: changed');
  });

  it('shortens long values between characters', () => {
    const summary = summarizeChanges('updated', [{ field: 'title', from: null, to: '🚀'.repeat(100) }]);
    expect(summary).toBe(`Title: ${'🚀'.repeat(60)}…`);
  });
});
