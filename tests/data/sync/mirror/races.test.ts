import { describe, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { must } from '@/lib/kit/must';
import type { Workspace } from '@/tests/fakes/linear/workspace';
import { listMirrorDifferences } from '@/tests/support/mirror-expected';
import { change, choose, countObjectsOf } from '@/tests/support/mirror-start';
import { provideHarness } from '@/tests/support/sync-start';

const start = provideHarness();

const commentsOf = ({ comments }: Workspace) =>
  [...comments.values()].sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
const newestComment = (workspace: Workspace) => must(commentsOf(workspace)[0], 'a comment');
const oldestComment = (workspace: Workspace) => must(commentsOf(workspace).at(-1), 'a comment');

describe('a page of the mirror that is on its way', () => {
  it('does not bring back what a delivery has told to be deleted meanwhile', async () => {
    const harness = await start({ issues: 40, teams: 1, access: { pageSize: 6 } });
    await choose(harness, ['comments']);
    await harness.syncAll();
    const { faults, workspace } = harness.linear;
    const named: Promise<unknown>[] = [];
    const run = () => {
      const comment = newestComment(workspace);
      workspace.deleteComment(comment);
      named.push(nameHint(harness.connection.id, comment.id));
    };
    // Computed, and not here yet.
    faults.add({ kind: 'run', at: 'after', run }, { contains: 'query Objects(', nth: 1 });
    faults.add({ kind: 'delay', ms: 200 }, { contains: 'query Objects(', nth: 1 });
    await harness.syncAll({ mode: 'full' });
    expect(named).toHaveLength(1);
    expect(await listMirrorDifferences(workspace, { only: ['comments'] })).toEqual([]);
  });
});

describe('what is chosen while a run is under way', () => {
  it('is read by the run that follows at once', async () => {
    const harness = await start({ issues: 20, teams: 2, connection: { teamKeys: ['ENG'] } });
    await choose(harness, ['comments']);
    const { faults } = harness.linear;
    const chosen: Promise<unknown>[] = [];
    const run = () => {
      chosen.push(choose(harness, ['comments', 'cycles']), change(harness, { teamKeys: [] }));
    };
    // The look at the mirror is the last that this run asks.
    faults.add({ kind: 'run', run }, { contains: 'comments(', nth: 1 });
    faults.add({ kind: 'delay', ms: 300 }, { contains: 'comments(', nth: 1 });
    const first = await harness.sync();
    await Promise.all(chosen);
    expect(first.status).toBe('succeeded');
    expect(await db().connection.findFirstOrThrow({ select: { resumeAt: true } })).not.toEqual({ resumeAt: null });
    await harness.syncAll();
    expect(await listMirrorDifferences(harness.linear.workspace, { only: ['comments', 'cycles'] })).toEqual([]);
    expect(await db().connection.findFirstOrThrow({ select: { resumeAt: true } })).toEqual({ resumeAt: null });
  });
});

describe('a collection that is left while what its walk missed is asked for', () => {
  it('leaves nothing here', async () => {
    const harness = await start({ issues: 60, teams: 1, access: { pageSize: 10 } });
    await choose(harness, ['comments']);
    await harness.syncAll();
    const { faults, workspace } = harness.linear;
    const newest = newestComment(workspace);
    const oldest = oldestComment(workspace);
    // The walk has passed the place that it moves to, and misses it where it was.
    const move = () => {
      workspace.comments.change(oldest, { createdAt: newest.createdAt });
    };
    faults.add({ kind: 'run', at: 'after', run: move }, { contains: 'query Objects(', nth: 1 });
    const left: Promise<unknown>[] = [];
    const run = () => {
      left.push(choose(harness, []));
    };
    const isById = ({ query, variables }: { query: string; variables: Record<string, unknown> }) =>
      query.includes('query Objects(') && JSON.stringify(variables).includes('"in":');
    faults.add({ kind: 'run', run }, { when: isById, nth: 1 });
    faults.add({ kind: 'delay', ms: 200 }, { when: isById, nth: 1 });
    await harness.syncAll({ mode: 'full' });
    await Promise.all(left);
    expect(left).toHaveLength(1);
    expect(await countObjectsOf('comments')).toBe(0);
  });
});

async function nameHint(connectionId: string, externalId: string): Promise<void> {
  const at = new Date();
  const hint = { connectionId, kind: 'comments', externalId, hintedAt: at, sentAt: at, dueAt: at };
  await db().webhookHint.create({ data: hint });
}
