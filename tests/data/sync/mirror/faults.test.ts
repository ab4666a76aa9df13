import { describe, expect, it } from 'vitest';
import { scheduler } from '@/lib/auth/actor';
import { must } from '@/lib/kit/must';
import { showConnection } from '@/lib/sync/connections';
import { RunStop } from '@/lib/sync/run-stop';
import type { CursorBehaviour } from '@/tests/fakes/linear/pagination';
import { expectedObjects, listMirrorDifferences } from '@/tests/support/mirror-expected';
import { change, choose, countMirrorRequests } from '@/tests/support/mirror-start';
import { SyncClock } from '@/tests/support/sync-clock';
import { listDifferences } from '@/tests/support/sync-expected';
import type { Harness } from '@/tests/support/sync-harness';
import { provideHarness, setBound } from '@/tests/support/sync-start';

const start = provideHarness();

async function mirrorsInTrouble({ connection, access }: Harness) {
  const { mirrors } = await showConnection(scheduler, connection.id, access.now());
  return mirrors.filter(({ error }) => error !== null);
}

describe('a first mirror that is cut short', () => {
  it.each([2, 6, 10, 14, 20])('goes on where it was when the process dies at request %i', async (nth) => {
    const clock = new SyncClock();
    const harness = await start({ clock, issues: 24, teams: 1, access: { pageSize: 6 } });
    await choose(harness);
    const { faults, workspace, requests } = harness.linear;
    const stop = new AbortController();
    faults.add({ kind: 'run', run: () => stop.abort(new RunStop('lease_lost')) }, { nth });
    await harness.sync({}, {}, stop);
    const asked = countMirrorRequests(harness).pages;
    faults.clear();
    clock.advance(60_000);
    requests.clear();
    expect(await harness.sync()).toMatchObject({ status: 'succeeded' });
    expect(await listMirrorDifferences(workspace)).toEqual([]);
    // At most the page that was on its way, the one fetched ahead, and one by id for each of them.
    expect(countMirrorRequests(harness).pages).toBeLessThanOrEqual(pagesOf(harness, 6) - asked + 3);
  });

  it('is read page by page, run after run, under a bound of one', async () => {
    const clock = new SyncClock();
    const harness = await start({ clock, issues: 24, access: { pageSize: 6 } });
    await choose(harness);
    await setBound(harness, 1);
    const runs = [];
    for (let slice = 0; slice < 100; slice++) {
      clock.advance(30_000);
      const run = await harness.sync();
      runs.push(run);
      expect(run.pages).toBeLessThanOrEqual(1);
      if (run.status === 'succeeded') break;
    }
    expect(runs.at(-1)).toMatchObject({ status: 'succeeded' });
    expect(await listMirrorDifferences(harness.linear.workspace)).toEqual([]);
  });

  it('asks for hardly more than the size of pages forces', async () => {
    const harness = await start({ issues: 300, access: { pageSize: 20 } });
    await choose(harness);
    await harness.syncAll();
    const { looks, pages } = countMirrorRequests(harness);
    expect(looks + pages).toBeLessThanOrEqual(pagesOf(harness, 20) * 1.3);
    expect(await listMirrorDifferences(harness.linear.workspace)).toEqual([]);
  });
});

function pagesOf({ linear }: Harness, pageSize: number): number {
  const counts = Object.values(expectedObjects(linear.workspace, null)).map(({ size }) => Math.ceil(size / pageSize));
  return counts.reduce((sum, count) => sum + count, 0);
}

describe('what cannot be read', () => {
  it('is one error when it is one object, which names its collection and is mended by the full pass', async () => {
    const clock = new SyncClock();
    const harness = await start({ clock, issues: 40, access: { pageSize: 10 } });
    await choose(harness, ['comments', 'labels']);
    const { faults, workspace } = harness.linear;
    const comment = must([...workspace.comments.values()].at(-1));
    faults.add({ kind: 'null-field', field: 'body', issueId: comment.id }, { contains: 'comments(' });
    const run = await harness.syncAll();
    expect(run).toMatchObject({ status: 'succeeded', counts: { created: 40 } });
    expect(run.issueErrors).toEqual([
      { identifier: null, externalId: comment.id, message: expect.stringMatching(/^In comments: .*body/) },
    ]);
    expect(await listMirrorDifferences(workspace, { only: ['comments', 'labels'] })).toEqual([
      `comments ${comment.id} is not there`,
    ]);
    faults.clear();
    clock.advance(900_000);
    await harness.syncAll({ mode: 'full' });
    expect(await listMirrorDifferences(workspace, { only: ['comments', 'labels'] })).toEqual([]);
  });

  it('keeps the copy of an object that is broken now', async () => {
    const harness = await start({ issues: 40 });
    await choose(harness, ['comments']);
    await harness.syncAll();
    const { faults, workspace } = harness.linear;
    const comment = must([...workspace.comments.values()][0]);
    faults.add({ kind: 'null-field', field: 'url', issueId: comment.id }, { contains: 'comments(' });
    await harness.syncAll({ mode: 'full' });
    expect(await listMirrorDifferences(workspace, { only: ['comments'] })).toEqual([]);
  });

  it.each(['forbidden', 'usage-limit'] as const)('is one collection when Linear says %s', async (kind) => {
    const clock = new SyncClock();
    const harness = await start({ clock, issues: 40 });
    await choose(harness);
    const { faults, workspace, requests } = harness.linear;
    faults.add({ kind }, { contains: 'notifications(' });
    expect(await harness.syncAll()).toMatchObject({ status: 'succeeded', counts: { created: 40 } });
    expect(await mirrorsInTrouble(harness)).toMatchObject([{ collection: 'notifications', state: 'failed' }]);
    const others = Object.keys(expectedObjects(workspace, null)).filter((each) => each !== 'notifications');
    expect(await listMirrorDifferences(workspace, { only: others as never })).toEqual([]);
    // Not asked for again at once …
    clock.advance(900_000);
    requests.clear();
    await harness.sync();
    expect(requests).toHaveLength(2);
    // … but after an hour, or when a person changes something.
    faults.clear();
    clock.advance(3_600_000);
    await harness.syncAll();
    expect(await mirrorsInTrouble(harness)).toEqual([]);
    expect(await listMirrorDifferences(workspace)).toEqual([]);
  });

  it('is one collection when its walk is refused half way', async () => {
    const clock = new SyncClock();
    const harness = await start({ clock, issues: 120, access: { pageSize: 10 } });
    await choose(harness, ['comments', 'attachments', 'cycles']);
    const { faults, workspace } = harness.linear;
    const isPage = ({ query, variables }: { query: string; variables: Record<string, unknown> }) =>
      query.includes('comments(') && JSON.stringify(variables['filter'] ?? '').includes('"lt"');
    faults.add({ kind: 'forbidden' }, { when: isPage });
    expect(await harness.syncAll()).toMatchObject({ status: 'succeeded' });
    expect(await mirrorsInTrouble(harness)).toMatchObject([{ collection: 'comments', state: 'failed' }]);
    expect(await listMirrorDifferences(workspace, { only: ['attachments', 'cycles'] })).toEqual([]);
    faults.clear();
    await change(harness, { apiKey: harness.apiKey });
    await harness.syncAll();
    expect(await listMirrorDifferences(workspace, { only: ['comments'] })).toEqual([]);
  });

  it('stops the run when it is the whole key, as for issues', async () => {
    const harness = await start({ issues: 20 });
    await choose(harness);
    harness.linear.faults.add({ kind: 'revoked-key' }, { contains: 'LookAtCollections' });
    expect(await harness.sync()).toMatchObject({ status: 'failed', error: { code: 'linear_auth_failed' } });
    expect(await listDifferences(harness.linear.workspace)).toEqual([]);
  });
});

describe('cursors of relations', () => {
  it.each<CursorBehaviour>(['anchor', 'lost-anchor', 'restart', 'offset', 'snapshot'])(
    'that are %s lead to every relation, although one is deleted under the walk',
    async (behaviour) => {
      const harness = await start({ issues: 60, access: { pageSize: 4 } });
      const { faults, workspace } = harness.linear;
      const issues = [...workspace.issues.values()];
      for (let place = 0; place < 25; place++)
        workspace.relate(must(issues[place]), 'related', must(issues[place + 1]));
      harness.linear.cursorBehaviour = behaviour;
      await choose(harness, ['issue-relations']);
      faults.add({ kind: 'delete-anchor' }, { contains: 'issueRelations(', nth: 3 });
      expect((await harness.syncAll()).status).toBe('succeeded');
      faults.clear();
      await harness.syncAll({ mode: 'full' });
      expect(await listMirrorDifferences(workspace, { only: ['issue-relations'] })).toEqual([]);
    },
  );
});
