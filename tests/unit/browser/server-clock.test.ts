import { afterEach, beforeEach, expect, test, vi } from 'vitest';

const serverTime = Date.parse('2026-11-20T09:00:00Z');
let clock: typeof import('@/lib/browser/server-clock');

beforeEach(async () => {
  vi.useFakeTimers();
  vi.resetModules();
  clock = await import('@/lib/browser/server-clock');
});
afterEach(() => vi.useRealTimers());

const iso = (at: number) => new Date(at).toISOString();

test('counts by the server’s clock when the browser’s is hours off', () => {
  const browserTime = serverTime - 3 * 3_600_000;
  vi.setSystemTime(browserTime);
  clock.noteServerTime(iso(serverTime), browserTime - 20, browserTime + 20);
  expect(clock.serverNow()).toBe(serverTime);
  vi.setSystemTime(browserTime + 65_000);
  expect(clock.serverNow()).toBe(serverTime + 65_000);
});

test('lets no slow answer move the time that a quick one has told', () => {
  vi.setSystemTime(serverTime);
  clock.noteServerTime(iso(serverTime), serverTime - 10, serverTime + 10);
  // Four seconds on the way, most of them on the way back.
  clock.noteServerTime(iso(serverTime), serverTime, serverTime + 4_000);
  expect(clock.serverNow()).toBe(serverTime);
});

test('follows at the next answer when the browser’s clock is set', () => {
  vi.setSystemTime(serverTime);
  clock.noteServerTime(iso(serverTime), serverTime - 10, serverTime + 10);
  const setBack = serverTime - 600_000;
  vi.setSystemTime(setBack);
  clock.noteServerTime(iso(serverTime + 5_000), setBack - 50, setBack + 50);
  expect(clock.serverNow()).toBe(serverTime + 5_000);
});

test('learns from a quicker answer', () => {
  vi.setSystemTime(serverTime);
  clock.noteServerTime(iso(serverTime), serverTime - 3_000, serverTime + 1_000);
  clock.noteServerTime(iso(serverTime), serverTime - 10, serverTime + 10);
  expect(clock.serverNow()).toBe(serverTime);
});
