import type { TimeEntry } from '@/lib/contracts/time-entry';

const project = { id: 'p1', name: 'Engineering', color: '#5b5bd6' };

/** An entry as the API answers it; what a test does not care about is plain. */
export function makeEntry(own: Partial<TimeEntry>): TimeEntry {
  const { startedAt = '2026-11-20T08:00:00.000Z', endedAt = '2026-11-20T09:00:00.000Z' } = own;
  const isDone = startedAt !== null && endedAt !== null;
  return {
    id: 'e1',
    user: { id: 'u1', name: 'Ada Whitfield' },
    task: {
      id: 't1',
      name: 'ENG-42: Fix login',
      identifier: 'ENG-42',
      url: null,
      status: 'todo',
      sourceState: 'live',
    },
    project,
    madeInProject: project,
    on: '2026-11-20',
    timeZone: 'UTC',
    durationSeconds: isDone ? (Date.parse(endedAt) - Date.parse(startedAt)) / 1000 : 0,
    description: '',
    billable: true,
    tags: [],
    rate: null,
    amount: null,
    source: 'manual',
    review: null,
    isLocked: false,
    createdAt: '2026-11-20T09:00:00.000Z',
    updatedAt: '2026-11-20T09:00:00.000Z',
    ...own,
    startedAt,
    endedAt,
  };
}
