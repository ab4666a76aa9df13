import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { countAttempt, forgetAttempts, giveBackAttempt, TooManyAttempts } from '@/lib/auth/limit-attempts';
import { minutes, seconds } from '@/lib/kit/sleep';

const limit = { attempts: 3, perMilliseconds: minutes(1) };
const start = new Date('2026-01-05T09:00:00Z');
const later = (milliseconds: number) => new Date(start.getTime() + milliseconds);

function usedUp(): string {
  const key = randomUUID();
  for (let attempt = 0; attempt < limit.attempts; attempt += 1) countAttempt(key, limit, start);
  return key;
}

test('refuses beyond the limit and says how long to wait', () => {
  const key = usedUp();
  expect(() => countAttempt(key, limit, later(seconds(20)))).toThrow(TooManyAttempts);
  expect(() => countAttempt(key, limit, later(seconds(20)))).toThrow('40 seconds');
});

test('starts anew when the time is over', () => {
  const key = usedUp();
  expect(() => countAttempt(key, limit, later(minutes(1)))).not.toThrow();
});

test('counts each key for itself', () => {
  usedUp();
  expect(() => countAttempt(randomUUID(), limit, start)).not.toThrow();
});

test('forgets failures after a success', () => {
  const key = usedUp();
  forgetAttempts(key);
  expect(() => countAttempt(key, limit, start)).not.toThrow();
});

test('gives one attempt back without forgetting the others', () => {
  const key = usedUp();
  giveBackAttempt(key);
  expect(() => countAttempt(key, limit, start)).not.toThrow();
  expect(() => countAttempt(key, limit, start)).toThrow(TooManyAttempts);
});

test('keeps its memory small when keys are made up', () => {
  const victim = usedUp();
  for (let made = 0; made < 15_000; made += 1) countAttempt(`made-up-${made}`, limit, start);
  expect(() => countAttempt(victim, limit, start)).toThrow(TooManyAttempts);
  for (let made = 0; made < 30_000; made += 1) countAttempt(`more-${made}`, limit, start);
  const shared = globalThis as typeof globalThis & { tracklineAttempts?: Map<string, unknown> };
  expect(shared.tracklineAttempts?.size).toBeLessThanOrEqual(20_000);
});
