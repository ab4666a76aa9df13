import { expect, test } from 'vitest';
import { budgetNearEnd, type DemoEntry, listDaysUntil, planTime, secondsOf } from '@/scripts/demo-time.mjs';

const tasks = Array.from({ length: 14 }, (_, n) => ({ id: `task ${n}`, project: { id: `project ${n % 3}` } }));
const days = listDaysUntil('2026-11-20', 31);
const at = (day: string, minutes: number) => new Date(Date.parse(`${day}T00:00:00Z`) + minutes * 60_000);
const until = new Date('2026-11-20T14:20:00Z');
const plan = (seed: number) => planTime({ seed, days, tasks, until, at });
const seeds = Array.from({ length: 50 }, (_, seed) => seed);
const dayOf = ({ on, startedAt }: DemoEntry) => on ?? startedAt?.slice(0, 10) ?? '';

test('lists the days up to one', () => {
  expect(listDaysUntil('2026-03-01', 3)).toEqual(['2026-02-27', '2026-02-28', '2026-03-01']);
});

test('is the same for the same seed', () => {
  expect(plan(7)).toEqual(plan(7));
  expect(plan(7)).not.toEqual(plan(8));
});

test('is a month of working days, some of them off', () => {
  for (const seed of seeds) {
    const worked = new Set(plan(seed).map(dayOf));
    expect(worked.size).toBeGreaterThan(15);
    expect(worked.size).toBeLessThanOrEqual(23);
    for (const day of worked) expect(new Date(day).getUTCDay() % 6).not.toBe(0);
  }
});

test('never overlaps, and nothing is longer than the morning, earlier than the office or in the future', () => {
  for (const seed of seeds) {
    const spans = plan(seed).flatMap(({ startedAt, endedAt }) =>
      startedAt && endedAt ? [{ start: Date.parse(startedAt), end: Date.parse(endedAt) }] : [],
    );
    for (const [n, { start, end }] of spans.entries()) {
      expect(end).toBeGreaterThan(start);
      expect(end - start).toBeLessThan(3 * 3_600_000);
      expect(end).toBeLessThanOrEqual(spans[n + 1]?.start ?? until.getTime());
      expect(new Date(start).getUTCHours()).toBeGreaterThanOrEqual(8);
      expect(end % 86_400_000).toBeLessThan(18.5 * 3_600_000);
    }
  }
});

test('makes whole days of several entries on a few tasks, with meetings on the project alone', () => {
  for (const seed of seeds) {
    const entries = plan(seed);
    const tuesday = entries.filter((entry) => dayOf(entry) === '2026-11-10');
    const seconds = tuesday.reduce((sum, entry) => sum + secondsOf(entry), 0);
    if (tuesday.length > 0) {
      expect(tuesday.length).toBeGreaterThanOrEqual(4);
      expect(tuesday.length).toBeLessThanOrEqual(12);
      expect(seconds).toBeGreaterThan(6.5 * 3_600);
      expect(seconds).toBeLessThan(8.5 * 3_600);
    }
    const alone = entries.filter(({ projectId }) => projectId !== undefined);
    expect(alone.length).toBeGreaterThan(15);
    expect(alone.every(({ taskId, billable, tags }) => !taskId && billable === false && tags?.[0] === 'meeting')).toBe(
      true,
    );
  }
});

test('leaves the afternoon of the last working day before today to be reconstructed', () => {
  for (const seed of seeds) {
    const starts = plan(seed).flatMap(({ startedAt }) => startedAt ?? []);
    expect(starts.filter((start) => start > '2026-11-19T12:00' && start < '2026-11-20')).toEqual([]);
  }
  expect(plan(7).some((entry) => dayOf(entry) === '2026-11-19')).toBe(true);
});

test('has a budget of which about 85 % is used', () => {
  for (const hours of [12, 55.3, 140, 303.75]) {
    const share = (hours * 3_600) / budgetNearEnd(hours * 3_600);
    expect(share).toBeGreaterThan(0.8);
    expect(share).toBeLessThan(0.9);
  }
});
