import { describe, expect, it } from 'vitest';
import { Pacing } from '@/lib/linear/pacing';
import { LinearWriter } from '@/lib/linear/write-client';
import { versionFour } from '@/lib/sync/write/write-ids';
import { findFreePort } from '@/tests/support/free-port';

const now = () => new Date('2026-11-21T10:00:00.000Z');

describe('a writer', () => {
  it('says that nothing was sent when nobody listens', async () => {
    const pacing = new Pacing({ now });
    const url = `http://127.0.0.1:${await findFreePort()}/graphql`;
    const writer = new LinearWriter({ url, apiKey: 'key', now, pacing });
    expect(await writer.send('mutation { x }', {})).toMatchObject({
      kind: 'refused',
      error: { code: 'linear_network' },
    });
  });

  it('sends nothing while the limit is used up, and says until when', async () => {
    const pacing = new Pacing({ now, reserve: 0, longestWaitMs: 0 });
    const resetAt = new Date('2026-11-21T10:30:00.000Z');
    pacing.learn({ requests: { limit: 2_500, remaining: 0, resetAt }, complexity: null });
    const writer = new LinearWriter({ url: 'http://127.0.0.1:1/graphql', apiKey: 'key', now, pacing });
    await expect(writer.waitForRoom()).rejects.toMatchObject({ code: 'linear_rate_limited', resetAt });
  });
});

describe('the id of what is made at Linear', () => {
  it('is a UUID of version 4, the same for the same call and another for another', () => {
    const [first, second] = [versionFour('0192f0c4-call-1'), versionFour('0192f0c4-call-2')];
    expect(first).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(versionFour('0192f0c4-call-1')).toBe(first);
    expect(second).not.toBe(first);
  });
});
