import { beforeEach, expect, test } from 'vitest';
import { memoryShelf } from '@/lib/browser/memory-shelf';
import { Outbox, type Shelf } from '@/lib/browser/outbox';
import { aStart, aStop } from './waiting-changes';

const now = Date.parse('2026-11-20T09:00:00Z');
const start = aStart('2026-11-20T09:00:00.000Z');
let shelf: Shelf;
let outbox: Outbox;

beforeEach(() => {
  shelf = memoryShelf();
  outbox = new Outbox(shelf, 'ada');
});

test('keeps changes in the order in which they were made, even when the clock is set back', () => {
  const places = [now, now, now - 3_600_000, now + 1].map((at) => outbox.add(start, at).place);
  expect(outbox.list().map(({ place }) => place)).toEqual(places);
  expect(new Set(outbox.list().map(({ key }) => key)).size).toBe(4);
});

test('keeps what another tab adds meanwhile, and follows it after a reload', () => {
  const other = new Outbox(shelf, 'ada');
  outbox.add(start, now);
  other.add(aStop({ entryId: 'e' }, '2026-11-20T10:00:00Z'), now + 1);
  outbox.add(start, now + 2);
  expect(new Outbox(shelf, 'ada').list()).toHaveLength(3);
  expect(new Outbox(shelf, 'ada').list()).toEqual(outbox.list());
});

test('tells its listeners of each change once, and answers the same list in between', () => {
  let told = 0;
  outbox.subscribe(() => told++);
  const before = outbox.list();
  outbox.refresh();
  expect(outbox.list()).toBe(before);
  outbox.add(start, now);
  outbox.refresh();
  expect(told).toBe(1);
});

test('leaves alone what is another person’s, and what it cannot read', () => {
  new Outbox(shelf, 'bo').add(start, now);
  shelf.setItem('trackline-waiting:ada:broken', '{"place":');
  shelf.setItem('trackline-waiting:ada:other', '{"version":9}');
  shelf.setItem('theme', 'dark');
  expect(new Outbox(shelf, 'ada').list()).toEqual([]);
  expect(shelf.length).toBe(4);
});

test('does not bring back what another tab has dropped', () => {
  const change = outbox.add(start, now);
  new Outbox(shelf, 'ada').remove([change.place]);
  outbox.refuse(change, { status: 409, message: 'No.' });
  expect(outbox.list()).toEqual([]);
});

test('tries a refused change again under a new key, but a failed one under its own', () => {
  const change = outbox.add(start, now);
  outbox.refuse(change, { status: 409, message: 'No.' });
  const [refused] = outbox.list();
  outbox.tryAgain(refused ?? change);
  const [again] = outbox.list();
  expect(again).toMatchObject({ place: change.place, refusal: null });
  expect(again?.key).not.toBe(change.key);

  outbox.tryAgain({ ...change, refusal: { status: 500, message: 'Something went wrong.' } });
  expect(outbox.list()[0]?.key).toBe(change.key);
});

test('puts back what was dropped, where it was', () => {
  const [first, second] = [outbox.add(start, now), outbox.add(start, now + 1)];
  outbox.remove([first.place]);
  outbox.putBack([first]);
  expect(outbox.list()).toEqual([first, second]);
});
