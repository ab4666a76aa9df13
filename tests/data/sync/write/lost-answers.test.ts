import { describe, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { must } from '@/lib/kit/must';
import { newId } from '@/lib/kit/new-id';
import { checkWrite, sweepWrites } from '@/lib/sync/write/write-ledger';
import type { Fault } from '@/tests/fakes/linear/faults';
import { provideHarness } from '@/tests/support/sync-start';
import { startWriting, type WriteHarness } from './write-harness';

const start = provideHarness();
const mutation = (next = 1) => ({ next, contains: 'mutation ' });
const later = (at: WriteHarness) => ({ ...at.access, now: () => new Date(Date.now() + 180_000) });

async function codeOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'done',
    (error: { code?: string }) => error.code ?? String(error),
  );
}

describe('an answer that is lost after Linear took the write', () => {
  const lost: [string, Fault][] = [
    ['never comes', { kind: 'hang' }],
    ['is cut off', { kind: 'reset' }],
    ['is a gateway’s time-out', { kind: 'gateway-timeout' }],
    ['is half a text', { kind: 'truncated-json' }],
  ];

  it.each(lost)('is looked up and taken as done when it %s', async (_what, fault) => {
    const at = await startWriting(start);
    at.linear.faults.add(fault, mutation());
    expect(await codeOf(at.change({ priority: 1, title: 'Written' }))).toBe('done');
    expect(at.issue.title).toBe('Written');
    expect(await at.task()).toMatchObject({ title: 'Written', priority: 1 });
    expect(at.sent()).toBe(1);
    expect(await at.ledger()).toEqual([{ status: 'done', errorCode: null }]);
  });

  it('is told as unknown when it cannot be looked up either, and settled by a later sweep, once', async () => {
    const at = await startWriting(start);
    at.linear.faults.add({ kind: 'reset' }, mutation());
    at.linear.faults.add({ kind: 'html-error' }, { next: 1, contains: 'query CommentById' });
    const writeId = newId();
    expect(await codeOf(at.comment('Lost', writeId))).toBe('linear_write_unknown');
    expect(await at.ledger()).toMatchObject([{ status: 'unknown', errorCode: 'linear_network' }]);
    await sweepWrites(at.access);
    expect(await at.ledger()).toMatchObject([{ status: 'unknown' }]);
    await sweepWrites(later(at));
    await sweepWrites(later(at));
    expect(await at.ledger()).toEqual([{ status: 'done', errorCode: null }]);
    expect(at.linear.workspace.commentsOfIssue.of(at.issue)).toHaveLength(1);
    const events = await db().taskEvent.findMany({ where: { taskId: at.taskId } });
    expect(events).toMatchObject([{ userId: at.admin.id, kind: 'edited' }]);
  });

  it('can be looked up by the person at once', async () => {
    const at = await startWriting(start);
    at.linear.faults.add({ kind: 'reset' }, mutation());
    at.linear.faults.add({ kind: 'html-error' }, { next: 1, contains: 'query CommentById' });
    const writeId = newId();
    await codeOf(at.comment('Lost', writeId));
    const calling = { access: at.access, signal: new AbortController().signal };
    expect(await checkWrite(at.admin.actor, writeId, calling)).toMatchObject({ status: 'done', kind: 'comment' });
  });

  it('is not made twice when the same call is sent again', async () => {
    const at = await startWriting(start);
    at.linear.faults.add({ kind: 'hang' }, mutation());
    at.linear.faults.add({ kind: 'html-error' }, { next: 1, contains: 'query CommentById' });
    const writeId = newId();
    expect(await codeOf(at.comment('Again', writeId))).toBe('linear_write_unknown');
    expect(await codeOf(at.comment('Again', writeId))).toBe('done');
    expect(at.sent()).toBe(1);
    expect(at.linear.workspace.commentsOfIssue.of(at.issue)).toHaveLength(1);
  });
});

describe('a write that Linear never took', () => {
  it('is refused at once when Linear says that it has a fault, and changes nothing here', async () => {
    const at = await startWriting(start);
    const before = await at.task();
    at.linear.faults.add({ kind: 'internal-error' }, mutation());
    expect(await codeOf(at.change({ title: 'Never' }))).toBe('linear_refused');
    expect(await at.task()).toEqual(before);
    expect(at.sent()).toBe(1);
  });

  it('stays unknown while it may still be on its way, and is given up when that time is over', async () => {
    const at = await startWriting(start);
    at.linear.faults.add({ kind: 'cut' }, mutation());
    expect(await codeOf(at.change({ title: 'Never' }))).toBe('linear_write_unknown');
    await sweepWrites(later(at));
    expect(await at.ledger()).toMatchObject([{ status: 'refused', errorCode: 'linear_refused' }]);
    expect((await at.task()).title).toBe(at.issue.title);
  });

  it('is sent anew when the same call comes again', async () => {
    const at = await startWriting(start);
    at.linear.faults.add({ kind: 'cut' }, mutation());
    const writeId = newId();
    expect(await codeOf(at.comment('Second time', writeId))).toBe('linear_write_unknown');
    expect(await codeOf(at.comment('Second time', writeId))).toBe('done');
    expect(at.linear.workspace.commentsOfIssue.of(at.issue)).toHaveLength(1);
    expect(await at.ledger()).toEqual([{ status: 'done', errorCode: null }]);
  });

  it('is looked up after a crash between sending and hearing', async () => {
    const at = await startWriting(start);
    const writeId = newId();
    await at.comment('Heard', writeId);
    await db().linearWrite.updateMany({ data: { status: 'pending', answeredAt: null } });
    await sweepWrites(later(at));
    expect(await at.ledger()).toEqual([{ status: 'done', errorCode: null }]);
  });
});

describe('a refusal', () => {
  it('is shown in Linear’s own words, and changes nothing here', async () => {
    const at = await startWriting(start);
    const before = await at.task();
    const presentable = 'The workspace is in read-only mode.';
    at.linear.faults.add({ kind: 'refused', message: 'ReadOnly', presentable }, mutation());
    await expect(at.change({ title: 'No' })).rejects.toMatchObject({
      code: 'linear_refused',
      message: `Linear refused: ${presentable}`,
    });
    expect(await at.task()).toEqual(before);
    expect(await at.ledger()).toEqual([{ status: 'refused', errorCode: 'linear_refused' }]);
  });

  it('for the rate limit comes before anything is sent, with the time', async () => {
    const at = await startWriting(start);
    const resetMs = Date.now() + 1_800_000;
    at.linear.faults.add({ kind: 'rate-limited', resetMs }, { next: 1 });
    await expect(at.change({ title: 'No' })).rejects.toMatchObject({
      code: 'linear_rate_limited',
      details: { retryAt: expect.stringMatching(/^\d{4}-/) },
    });
    expect(at.sent()).toBe(0);
    expect(await at.ledger()).toEqual([]);
  });

  it('for the rate limit comes before the write where the look has used up what was left', async () => {
    const at = await startWriting(start);
    at.linear.limiter.setRemaining(must(at.linear.workspace.keys[0], 'a key').user.id, 'requests', 1);
    expect(await codeOf(at.change({ title: 'No' }))).toBe('linear_rate_limited');
    expect(at.sent()).toBe(0);
    expect(await at.ledger()).toEqual([]);
  });

  it('for the rate limit of the write itself is told the same way', async () => {
    const at = await startWriting(start);
    at.linear.faults.add({ kind: 'rate-limited' }, mutation());
    expect(await codeOf(at.change({ title: 'No' }))).toBe('linear_rate_limited');
    expect(at.issue.title).not.toBe('No');
    expect(await at.ledger()).toEqual([{ status: 'refused', errorCode: 'linear_rate_limited' }]);
  });

  it('for a revoked key says so', async () => {
    const at = await startWriting(start);
    at.linear.faults.add({ kind: 'revoked-key' }, mutation());
    expect(await codeOf(at.change({ title: 'No' }))).toBe('linear_auth_failed');
  });

  it('is told when Linear cannot be reached at all: nothing was sent', async () => {
    const at = await startWriting(start);
    await at.linear.stop();
    expect(await codeOf(at.change({ title: 'No' }))).toBe('linear_network');
    expect(await at.ledger()).toEqual([]);
  });
});
