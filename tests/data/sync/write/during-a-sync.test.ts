import { describe, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { newId } from '@/lib/kit/new-id';
import { createIssue } from '@/lib/sync/write/write-new-issue';
import { listDifferences } from '@/tests/support/sync-expected';
import { provideHarness } from '@/tests/support/sync-start';
import { startWriting } from './write-harness';

const start = provideHarness();

describe('writing while a sync is under way', () => {
  it('shows at once, and the end is what Linear has', async () => {
    const at = await startWriting(start, { issues: 40, access: { pageSize: 5 } });
    const run = at.sync({ mode: 'full' });
    for (const priority of [1, 2, 3, 4]) {
      await at.change({ priority, title: `Round ${priority}` });
      expect(await at.task()).toMatchObject({ priority, title: `Round ${priority}` });
    }
    const input = { team: 'ENG', title: 'New meanwhile' };
    const calling = { access: at.access, signal: new AbortController().signal, writeId: newId() };
    await createIssue(at.admin.actor, input, calling);
    await run;
    await at.syncAll();
    expect(await listDifferences(at.linear.workspace)).toEqual([]);
    expect(await db().task.count({ where: { title: 'New meanwhile' } })).toBe(1);
  });

  it('leaves nothing for the next sync to do', async () => {
    const at = await startWriting(start);
    await at.change({ priority: 1 });
    expect(await at.sync()).toMatchObject({ status: 'succeeded', counts: { updated: 0, created: 0 } });
  });
});

describe('a page that was asked for before a write', () => {
  it.each([
    ['an estimate', { estimate: 21 }],
    ['a title', { title: 'Newer than the page' }],
  ])('does not undo %s, whether or not Linear moves the stamp', async (_what, set) => {
    const at = await startWriting(start, { workspace: { bumpUpdatedAtOnOtherFields: false } });
    let writing: Promise<unknown> = Promise.resolve();
    // The page is read at Linear, the write is made, and then the page comes here.
    const write = () => {
      writing = at.change(set);
    };
    at.linear.faults.add({ kind: 'run', at: 'after', run: write }, { next: 1, contains: 'query Issues(' });
    at.linear.faults.add({ kind: 'delay', ms: 1_500 }, { next: 1, contains: 'query Issues(' });
    await at.sync({ mode: 'full' });
    await writing;
    expect(await at.task()).toMatchObject(set);
    expect(await listDifferences(at.linear.workspace)).toEqual([]);
  });
});
