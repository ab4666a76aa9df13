import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { memoryShelf } from '@/lib/browser/memory-shelf';
import type { Shelf } from '@/lib/browser/outbox';
import { anEdit, aStart, aStop } from './waiting-changes';

const nine = '2026-11-20T09:00:00.000Z';
const ten = '2026-11-20T10:00:00.000Z';
const start = aStart(nine);

interface Received {
  method: string;
  path: string;
  key: string | undefined;
  body: unknown;
}
type Reply = (request: Received) => Response | Promise<Response>;

let shelf: Shelf;
let received: Received[];
let reply: Reply;
let queue: typeof import('@/lib/browser/queued-send');
let reach: typeof import('@/lib/browser/sending').reach;
const assign = vi.fn<(url: string) => void>();

const answer = (body: unknown, status = 200) => Response.json(body, { status });
const problem = (status: number, code: string) =>
  answer({ type: '', title: '', status, detail: `Refused: ${code}.`, code, requestId: 'r' }, status);
const started: Reply = () => answer({ entry: { id: 'entry-1' } });

beforeEach(async () => {
  shelf = memoryShelf();
  received = [];
  reply = started;
  vi.stubGlobal('navigator', {});
  vi.stubGlobal('window', {
    localStorage: shelf,
    location: { pathname: '/tasks', search: '', assign },
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  });
  vi.stubGlobal('fetch', async (path: string, { method = 'GET', headers, body }: RequestInit) => {
    const key = new Headers(headers).get('idempotency-key') ?? undefined;
    const request = { method, path, key, body: JSON.parse(String(body)) };
    received.push(request);
    return reply(request);
  });
  await openTab();
});

afterEach(() => {
  vi.unstubAllGlobals();
  assign.mockReset();
});

/** A page of its own: nothing of another one is in its memory. */
async function openTab(): Promise<void> {
  vi.resetModules();
  queue = await import('@/lib/browser/queued-send');
  ({ reach } = await import('@/lib/browser/sending'));
  queue.openOutbox('ada');
}

const noNetwork: Reply = () => {
  throw new TypeError('Failed to fetch');
};

test('answers like a plain call when the network is there', async () => {
  expect(await queue.sendOrQueue(start)).toEqual({ isQueued: false, answer: { entry: { id: 'entry-1' } } });
  expect(received).toMatchObject([{ method: 'POST', path: '/api/v1/timer/start', body: start.body }]);
  expect(received[0]?.key).toMatch(/^[0-9a-f-]{36}$/);
  expect(queue.waiting.read()).toEqual([]);
});

test('throws a refusal in front of the person, and keeps nothing of it', async () => {
  reply = () => problem(422, 'day_locked');
  const error = await queue.sendOrQueue(start).catch((reason: unknown) => reason);
  expect(error).toMatchObject({ name: 'ApiError', status: 422, code: 'day_locked' });
  expect(queue.waiting.read()).toEqual([]);
});

test.each([
  ['no network', noNetwork],
  ['a proxy without a server', () => new Response('Bad gateway', { status: 502 })],
  ['a busy server', () => problem(503, 'database_busy')],
  ['a server that still works on the same call', () => problem(409, 'idempotency_in_progress')],
])('keeps a change through %s, and sends it once in the next tab', async (_, outage) => {
  reply = outage;
  expect(await queue.sendOrQueue(start)).toMatchObject({ isQueued: true });
  expect(reach.read()).toBe(false);

  await openTab();
  expect(queue.waiting.read()).toHaveLength(1);
  reply = started;
  await queue.deliver();
  await queue.deliver();
  expect(received).toHaveLength(2);
  expect(received[1]).toEqual(received[0]);
  expect(queue.waiting.read()).toEqual([]);
  expect(reach.read()).toBe(true);
});

test('keeps a change of somebody who is signed out until they are back', async () => {
  reply = () => problem(401, 'unauthenticated');
  expect(await queue.sendOrQueue(start)).toMatchObject({ isQueued: true });
  expect(assign).toHaveBeenCalledWith('/sign-in?next=%2Ftasks');
  expect(queue.waiting.read()).toHaveLength(1);
});

test('names the entry in a stop that was quicker than the answer to its start', async () => {
  const [, stopped] = await Promise.all([
    queue.sendOrQueue(start),
    queue.sendOrQueue(aStop({ after: queue.waiting.read()[0]?.place ?? '' }, ten)),
  ]);
  expect(stopped.isQueued).toBe(false);
  expect(received.map(({ body }) => body)).toEqual([start.body, { endedAt: ten, entryId: 'entry-1' }]);
});

test('names the entry in a stop that was clicked before its start had left the screen', async () => {
  let place = '';
  queue.waiting.subscribe(() => {
    place ||= queue.waiting.read()[0]?.place ?? '';
  });
  await queue.sendOrQueue(start);
  await queue.sendOrQueue(anEdit({ after: place }, 'Reading'));
  expect(received[1]).toMatchObject({ path: '/api/v1/time-entries/entry-1', body: { description: 'Reading' } });
});

test('refuses what was to follow from a refused start along with it', async () => {
  reply = () => problem(409, 'entry_overlaps');
  const first = queue.sendOrQueue(start);
  const second = queue.sendOrQueue(aStop({ after: queue.waiting.read()[0]?.place ?? '' }, ten));
  await expect(first).rejects.toBeInstanceOf(Error);
  await expect(second).rejects.toMatchObject({ code: 'entry_overlaps' });
  expect(received).toHaveLength(1);
  expect(queue.waiting.read()).toEqual([]);
});

test('holds a change that is refused later for the person to see, to drop or to try again', async () => {
  reply = noNetwork;
  await queue.sendOrQueue(start);
  reply = () => problem(409, 'entry_overlaps');
  await queue.deliver();
  const [refused] = queue.waiting.read();
  expect(refused?.refusal).toEqual({ status: 409, message: 'Refused: entry_overlaps.' });
  if (!refused) return;
  const dropped = queue.dropWaiting(refused);
  expect(queue.waiting.read()).toEqual([]);
  queue.putBackWaiting(dropped);
  reply = started;
  await queue.retryWaiting(refused);
  expect(queue.waiting.read()).toEqual([]);
  expect(received.at(-1)?.key).not.toBe(refused.key);
});

test('takes a deletion for done when there is nothing to delete any more', async () => {
  reply = () => problem(404, 'not_found');
  const deletion = { method: 'DELETE', path: '/api/v1/time-entries/entry-1', label: 'Delete', body: {} } as const;
  expect(await queue.sendOrQueue(deletion)).toMatchObject({ isQueued: false });
});

test('tells what came of a change before it leaves the outbox', async () => {
  const seen: number[] = [];
  queue.onSent(() => void seen.push(queue.waiting.read().length));
  await queue.sendOrQueue(start);
  expect(seen).toEqual([1]);
});
