import { expect, test } from 'vitest';
import { type Person, requireAdmin, requirePerson, requireSession, scheduler } from '@/lib/auth/actor';

const member: Person = {
  kind: 'person',
  userId: 'u1',
  name: 'Bo',
  email: 'bo@example.com',
  role: 'member',
  timeZone: 'UTC',
  weekStart: 1,
  timerLimitMinutes: 480,
  weekTargetMinutes: 2400,
  scope: 'write',
  via: 'session',
  sessionId: 's1',
};

test('lets admins and the scheduler do what admins do', () => {
  expect(requireAdmin({ ...member, role: 'admin' })).toMatchObject({ userId: 'u1' });
  expect(requireAdmin(scheduler)).toBe(scheduler);
});

test('refuses members what admins do', () => {
  expect(() => requireAdmin(member)).toThrow('Only admins');
});

test('does not take the scheduler for a person', () => {
  expect(() => requirePerson(scheduler)).toThrow('Sign in');
});

test('refuses a token what only a session may do', () => {
  expect(() => requireSession(requirePerson({ ...member, via: 'token', sessionId: null }))).toThrow('API token');
  expect(requireSession(requirePerson(member)).sessionId).toBe('s1');
});
