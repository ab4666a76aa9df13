import { expect, test } from 'vitest';
import { startAt } from '@/app/(signed-in)/_timer/start-at';
import { timerAfter } from '@/app/(signed-in)/_timer/take-answer';
import { bookmarklet } from '@/app/(signed-in)/settings/shortcuts/bookmarklet';
import type { Timer } from '@/lib/contracts/timer';

const timeZone = 'Europe/Berlin';
const now = new Date('2026-11-20T09:30:00Z');

test.each([
  ['9:15', '2026-11-20T08:15:00.000Z', 'today'],
  ['0915', '2026-11-20T08:15:00.000Z', 'as it is typed quickly'],
  ['23:50', '2026-11-19T22:50:00.000Z', 'on the day before, because it has not come yet today'],
])('takes %s for %s: %s', (typed, instant) => {
  expect(startAt(typed, timeZone, now)?.toISOString()).toBe(instant);
});

test('takes the last such time that has passed, on either side of midnight', () => {
  const atNight = new Date('2026-11-20T00:10:00Z');
  expect(startAt('22:30', timeZone, atNight)?.toISOString()).toBe('2026-11-19T21:30:00.000Z');
  expect(startAt('0:40', timeZone, atNight)?.toISOString()).toBe('2026-11-19T23:40:00.000Z');
});

test('takes no nonsense for a time', () => {
  expect(startAt('soon', timeZone, now)).toBeNull();
});

// Only what is looked at.
const entry = (id: string, endedAt: string | null = null) => ({ id, startedAt: '2026-11-20T09:00:00Z', endedAt });
const timer = (id: string | null) =>
  ({ entry: id === null ? null : entry(id), now: now.toISOString(), askAt: null, stopsAt: null }) as Timer;

test('takes in what a start, a stop and a change of the running timer answer', () => {
  expect(timerAfter(timer('a'), 'start', { ...timer('b'), stopped: null })).toEqual(timer('b'));
  expect(timerAfter(timer('a'), 'end', entry('a', '2026-11-20T09:30:00Z')).entry).toBeNull();
  expect(timerAfter(timer('a'), 'edit', { ...entry('a'), description: 'x' }).entry).toMatchObject({ description: 'x' });
  expect(timerAfter(timer(null), 'start', entry('a')).entry).toMatchObject({ id: 'a' });
});

test('leaves the running timer alone when the answer is about another one', () => {
  expect(timerAfter(timer('b'), 'end', entry('a', '2026-11-20T09:30:00Z'))).toEqual(timer('b'));
  expect(timerAfter(timer('b'), 'edit', entry('a'))).toEqual(timer('b'));
  expect(timerAfter(timer('b'), 'edit', undefined)).toEqual(timer('b'));
});

test('brings back no timer that was ended meanwhile', () => {
  expect(timerAfter(timer(null), 'start', entry('a', '2026-11-20T09:30:00Z')).entry).toBeNull();
});

function clickBookmarklet(pathname: string, title: string): { opened: string[]; alerts: string[] } {
  const opened: string[] = [];
  const alerts: string[] = [];
  const code = bookmarklet('https://time.example').replace(/^javascript:/, '');
  const run = new Function('location', 'document', 'open', 'alert', code);
  run(
    { pathname },
    { title },
    (url: string) => opened.push(url),
    (text: string) => alerts.push(text),
  );
  return { opened, alerts };
}

test.each([
  ['/acme/issue/ENG-42/fix-login', 'ENG-42 Fix login'],
  ['/acme/team/ENG/active', 'ENG-42 Fix login'],
])('opens the task of the Linear issue at %s', (pathname, title) => {
  expect(clickBookmarklet(pathname, title)).toEqual({ opened: ['https://time.example/t/ENG-42'], alerts: [] });
});

test('says so where there is no Linear issue', () => {
  expect(clickBookmarklet('/acme/inbox', 'Inbox')).toEqual({ opened: [], alerts: ['Open a Linear issue first.'] });
});
