import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { ApiError } from '@/lib/browser/api-error';
import { deliverWaiting, type Outcome } from '@/lib/browser/deliver';
import { memoryShelf } from '@/lib/browser/memory-shelf';
import { Outbox, type Shelf } from '@/lib/browser/outbox';
import type { WaitingChange } from '@/lib/browser/waiting-change';
import { anEdit, aStart, aStop } from './waiting-changes';

const now = Date.parse('2026-11-20T09:00:00Z');
const nineOClock = '2026-11-20T09:00:00.000Z';
const ten = '2026-11-20T10:00:00.000Z';
const unreachable = { kind: 'unreachable', error: new ApiError({ status: 0, message: 'Gone.' }) } as const;
const refused = { kind: 'refused', error: new ApiError({ status: 422, message: 'Locked.' }) } as const;

/** Does each key once and answers it the same way again, as the server does. */
class Server {
  readonly done: WaitingChange[] = [];
  private readonly answers = new Map<string, unknown>();

  receive(change: WaitingChange): Outcome {
    if (!this.answers.has(change.key)) {
      this.done.push(change);
      const isStart = change.path.endsWith('/start');
      this.answers.set(change.key, isStart ? { entry: { id: `entry-${this.done.length}` } } : {});
    }
    return { kind: 'sent', answer: this.answers.get(change.key) };
  }
}

let shelf: Shelf;
let outbox: Outbox;
let server: Server;

beforeEach(() => {
  shelf = memoryShelf();
  outbox = new Outbox(shelf, 'ada');
  server = new Server();
});

function deliver(transmit: (change: WaitingChange) => Outcome, onOutcome: () => void = () => undefined) {
  // A tab that was closed knows nothing any more: each attempt begins with what is on the shelf.
  return deliverWaiting({ outbox: new Outbox(shelf, 'ada'), transmit: async (change) => transmit(change), onOutcome });
}

const waiting = () => new Outbox(shelf, 'ada').list();
const labels = () => server.done.map(({ label }) => label);

test('sends in order and keeps nothing of what was answered', async () => {
  outbox.add(aStart(nineOClock), now);
  outbox.add(aStop({ entryId: 'entry-9' }, ten), now + 1);
  expect(await deliver((change) => server.receive(change))).toBe(true);
  expect(labels()).toEqual(['Start', 'Stop']);
  expect(waiting()).toEqual([]);
});

test('stops where the network ends, and goes on there with the same key and body', async () => {
  const start = outbox.add(aStart(nineOClock), now);
  const stop = outbox.add(aStop({ entryId: 'entry-9' }, ten), now + 1);
  expect(await deliver((change) => (change.label === 'Stop' ? unreachable : server.receive(change)))).toBe(false);
  expect(waiting()).toEqual([stop]);
  await deliver((change) => server.receive(change));
  expect(server.done).toEqual([start, stop]);
});

test('sends a change again under its key when the tab died before it was taken out', async () => {
  const start = outbox.add(aStart(nineOClock), now);
  const died = deliver(
    (change) => server.receive(change),
    () => {
      throw new Error('The tab was closed.');
    },
  );
  await expect(died).rejects.toThrow('The tab was closed.');
  expect(waiting()).toEqual([start]);
  await deliver((change) => server.receive(change));
  expect(server.done).toEqual([start]);
  expect(waiting()).toEqual([]);
});

test('tells a stop and an edit which entry their start has made', async () => {
  const { place } = outbox.add(aStart(nineOClock), now);
  outbox.add(anEdit({ after: place }, 'Reading'), now + 1);
  outbox.add(aStop({ after: place }, ten), now + 2);
  await deliver((change) => server.receive(change));
  expect(server.done.map(({ path, body }) => ({ path, body })).slice(1)).toEqual([
    { path: '/api/v1/time-entries/entry-1', body: { description: 'Reading' } },
    { path: '/api/v1/timer/stop', body: { endedAt: ten, entryId: 'entry-1' } },
  ]);
});

test('goes past a refused change, but holds back what follows from it', async () => {
  const start = outbox.add(aStart(nineOClock), now);
  const stop = outbox.add(aStop({ after: start.place }, ten), now + 1);
  outbox.add(anEdit({ entryId: 'entry-9' }, 'Another day'), now + 2);
  expect(await deliver((change) => (change.label === 'Start' ? refused : server.receive(change)))).toBe(true);
  expect(labels()).toEqual(['Change']);
  expect(waiting()).toEqual([{ ...start, refusal: { status: 422, message: 'Locked.' } }, stop]);

  outbox.refresh();
  outbox.tryAgain(waiting()[0] ?? start);
  await deliver((change) => server.receive(change));
  expect(labels()).toEqual(['Change', 'Start', 'Stop']);
  expect(waiting()).toEqual([]);
});

test('tells it also to a stop that is asked for while the answer to its start is being taken in', async () => {
  const { place } = outbox.add(aStart(nineOClock), now);
  const stopMeanwhile = () => {
    if (server.done.length === 1 && waiting().length === 1) outbox.add(aStop({ after: place }, ten), now + 1);
  };
  await deliver((change) => server.receive(change), stopMeanwhile);
  expect(server.done.at(-1)?.body).toEqual({ endedAt: ten, entryId: 'entry-1' });
  expect(waiting()).toEqual([]);
});

test('keeps in sight what follows from a start that was dropped in another tab', async () => {
  const { place } = outbox.add(aStart(nineOClock), now);
  const stop = outbox.add(aStop({ after: place }, ten), now + 1);
  new Outbox(shelf, 'ada').remove([place]);
  expect(await deliver((change) => server.receive(change))).toBe(true);
  expect(server.done).toEqual([]);
  expect(waiting()).toEqual([{ ...stop, refusal: { status: 0, message: expect.any(String) } }]);
});

type Mishap = 'none' | 'request lost' | 'answer lost' | 'tab closed';
const mishap = fc.constantFrom<Mishap>('none', 'request lost', 'answer lost', 'tab closed');

test('does each change once and in order, whatever gets lost on the way', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.nat(2), { maxLength: 8 }),
      fc.array(mishap, { maxLength: 30 }),
      async (kinds, trip) => {
        shelf = memoryShelf();
        server = new Server();
        outbox = new Outbox(shelf, 'ada');
        const made: WaitingChange[] = [];
        for (const [index, kind] of kinds.entries()) made.push(outbox.add(changeOf(kind, made, index), now + index));
        const mishaps = [...trip];
        while (waiting().length > 0) await attempt(mishaps);
        expect(server.done.map(({ key }) => key)).toEqual(made.map(({ key }) => key));
        expect(server.done.filter(({ path }) => path.includes('{entry}'))).toEqual([]);
      },
    ),
    { numRuns: 1_000 },
  );
});

function changeOf(kind: number, before: readonly WaitingChange[], index: number) {
  const start = before.findLast(({ label }) => label === 'Start');
  const about = start ? { after: start.place } : { entryId: 'entry-0' };
  return [aStop(about, ten), anEdit(about, `${index}`)][kind] ?? aStart(nineOClock);
}

async function attempt(mishaps: Mishap[]): Promise<void> {
  let now: Mishap = 'none';
  const sent = deliver(
    (change) => {
      now = mishaps.shift() ?? 'none';
      if (now === 'request lost') return unreachable;
      const outcome = server.receive(change);
      return now === 'answer lost' ? unreachable : outcome;
    },
    () => {
      if (now === 'tab closed') throw new Error('The tab was closed.');
    },
  );
  await sent.catch((error: Error) => expect(error.message).toBe('The tab was closed.'));
}
