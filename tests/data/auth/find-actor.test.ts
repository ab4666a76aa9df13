import { afterAll, beforeAll, expect, test } from 'vitest';
import { findActor } from '@/lib/auth/find-actor';
import { makeAdmin, tokenHeaders } from '@/tests/support/people';
import { startTestDatabase, type TestDatabase } from '@/tests/support/test-database';

let database: TestDatabase;
beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(() => database.stop());

test('knows the person behind a session cookie and behind a token', async () => {
  const admin = await makeAdmin({ name: 'Ada', email: 'ada@example.com' });
  expect(admin.actor).toMatchObject({
    kind: 'person',
    name: 'Ada',
    email: 'ada@example.com',
    role: 'admin',
    scope: 'write',
    via: 'session',
    weekStart: 1,
    timerLimitMinutes: 480,
    weekTargetMinutes: 2400,
  });
  const { actor } = await findActor(new Headers(await tokenHeaders(admin, 'read')), new Date(), { prolong: false });
  expect(actor).toMatchObject({ userId: admin.id, role: 'admin', scope: 'read', via: 'token', sessionId: null });
});
