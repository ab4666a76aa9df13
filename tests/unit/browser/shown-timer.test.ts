import { expect, test } from 'vitest';
import { memoryShelf } from '@/lib/browser/memory-shelf';
import { Outbox } from '@/lib/browser/outbox';
import { shownEntry } from '@/lib/browser/shown-timer';
import type { TimeEntry } from '@/lib/contracts/time-entry';
import { anEdit, aProject, aStart, aStop, aTask } from './waiting-changes';

const nine = '2026-11-20T09:00:00.000Z';
const ten = '2026-11-20T10:00:00.000Z';
const other = { task: { ...aTask, id: 'task-2', name: 'ENG-43: Logout', identifier: 'ENG-43' }, project: aProject };

const entry: TimeEntry = {
  id: 'entry-1',
  user: { id: 'ada', name: 'Ada' },
  task: aTask,
  project: aProject,
  madeInProject: aProject,
  startedAt: nine,
  endedAt: null,
  on: '2026-11-20',
  timeZone: 'UTC',
  durationSeconds: 0,
  description: 'Reading',
  billable: true,
  tags: ['review'],
  rate: null,
  amount: null,
  source: 'timer',
  review: null,
  isLocked: false,
  createdAt: nine,
  updatedAt: nine,
};

function anOutbox() {
  return new Outbox(memoryShelf(), 'ada');
}
const now = Date.parse(ten);

test('shows what the server says while nothing waits', () => {
  expect(shownEntry(null, [])).toBeNull();
  expect(shownEntry(entry, [])).toMatchObject({
    id: 'entry-1',
    description: 'Reading',
    startedAt: nine,
    billable: true,
  });
});

test('shows a start before the server has heard of it, and its stop', () => {
  const outbox = anOutbox();
  const { place } = outbox.add(aStart(ten), now);
  expect(shownEntry(null, outbox.list())).toMatchObject({
    id: null,
    startPlace: place,
    startedAt: ten,
    billable: null,
  });
  outbox.add(aStop({ after: place }, ten), now);
  expect(shownEntry(null, outbox.list())).toBeNull();
});

test('shows a switch at once', () => {
  const outbox = anOutbox();
  outbox.add(aStart(ten, other), now);
  expect(shownEntry(entry, outbox.list())).toMatchObject({ id: null, task: { identifier: 'ENG-43' } });
});

test('shows an edit of the running one, and of one that has still to be sent', () => {
  const outbox = anOutbox();
  outbox.add(anEdit({ entryId: 'entry-1' }, 'Writing'), now);
  expect(shownEntry(entry, outbox.list())).toMatchObject({ description: 'Writing', tags: ['review'] });
  const { place } = outbox.add(aStart(ten, other), now);
  outbox.add(anEdit({ after: place }, 'Calling'), now);
  expect(shownEntry(entry, outbox.list())).toMatchObject({ description: 'Calling', task: { id: 'task-2' } });
});

test('takes what another device runs now for what it is', () => {
  const outbox = anOutbox();
  outbox.add(aStop({ entryId: 'entry-0' }, ten), now);
  outbox.add(anEdit({ entryId: 'entry-0' }, 'Writing'), now);
  expect(shownEntry(entry, outbox.list())).toMatchObject({ id: 'entry-1', description: 'Reading' });
});

test('shows neither a refused start nor what was to follow from it', () => {
  const outbox = anOutbox();
  const start = outbox.add(aStart(ten, other), now);
  outbox.add(aStop({ after: start.place }, ten), now);
  outbox.refuse(start, { status: 409, message: 'No.' });
  expect(shownEntry(entry, outbox.list())).toMatchObject({ id: 'entry-1' });
});

test('keeps the entry of the server when its start is still in the outbox', () => {
  const outbox = anOutbox();
  outbox.add(aStart(nine), now);
  expect(shownEntry(entry, outbox.list())).toMatchObject({ id: 'entry-1', description: 'Reading' });
});
