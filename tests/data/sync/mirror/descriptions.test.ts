import { describe, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { must } from '@/lib/kit/must';
import { RunStop } from '@/lib/sync/run-stop';
import type { Workspace } from '@/tests/fakes/linear/workspace';
import { change } from '@/tests/support/mirror-start';
import { SyncClock } from '@/tests/support/sync-clock';
import { listDifferences } from '@/tests/support/sync-expected';
import { issuesOf, provideHarness } from '@/tests/support/sync-start';
import { startCountingWrites } from '@/tests/support/sync-writes';

const start = provideHarness();

async function storedTexts(): Promise<Map<string, string>> {
  const texts = await db().taskDescription.findMany({ include: { task: { select: { externalId: true } } } });
  return new Map(texts.map(({ task, markdown }) => [must(task.externalId), markdown]));
}

function textsOf(workspace: Workspace): Map<string, string> {
  return new Map(
    issuesOf(workspace).flatMap(({ id, description }) => (description === null ? [] : [[id, description]])),
  );
}

async function startDescribed() {
  const clock = new SyncClock();
  const harness = await start({ clock, issues: 40, access: { pageSize: 10 } });
  await harness.syncAll();
  await change(harness, { descriptions: true });
  await harness.syncAll();
  clock.advance(900_000);
  return { harness, clock, workspace: harness.linear.workspace };
}

const bySize = (texts: Map<string, string>) => [...texts].sort();

describe('descriptions', () => {
  it('are not asked for until they are chosen', async () => {
    const harness = await start({ issues: 20 });
    await harness.syncAll();
    expect(harness.linear.requests.some(({ variables }) => variables['withDescription'] === true)).toBe(false);
    expect(await db().taskDescription.count()).toBe(0);
  });

  it('are read with every issue once they are chosen, and change no other field', async () => {
    const { workspace } = await startDescribed();
    expect(bySize(await storedTexts())).toEqual(bySize(textsOf(workspace)));
    expect(await listDifferences(workspace)).toEqual([]);
    expect(await db().taskEvent.count()).toBe(0);
  });

  it('count as a change: edited, emptied and new ones come with the next run', async () => {
    const { harness, workspace } = await startDescribed();
    const [one, two] = issuesOf(workspace).filter(({ description }) => description !== null);
    const [none] = issuesOf(workspace).filter(({ description }) => description === null);
    workspace.updateIssue(must(one), { description: 'Edited *text*' });
    workspace.updateIssue(must(two), { description: null });
    workspace.updateIssue(must(none), { description: 'A first text' });
    expect(await harness.sync()).toMatchObject({ status: 'succeeded', counts: { updated: 3 } });
    expect(bySize(await storedTexts())).toEqual(bySize(textsOf(workspace)));
  });

  it('write nothing when nothing changed, not even in a full pass', async () => {
    const { harness, clock } = await startDescribed();
    const countWrites = await startCountingWrites();
    clock.advance(900_000);
    await harness.syncAll({ mode: 'full' });
    // How far its walks have come.
    expect(Object.keys(await countWrites())).toEqual(['team_scope']);
  });

  it('go when they are left, and come back when they are chosen again', async () => {
    const { harness, workspace } = await startDescribed();
    await change(harness, { descriptions: false });
    expect(await db().taskDescription.count()).toBe(0);
    await harness.syncAll({ mode: 'full' });
    expect(await db().taskDescription.count()).toBe(0);
    await change(harness, { descriptions: true });
    await harness.syncAll();
    expect(bySize(await storedTexts())).toEqual(bySize(textsOf(workspace)));
  });

  it('miss none when they are chosen while the issues are being read', async () => {
    const harness = await start({ issues: 40, access: { pageSize: 5 } });
    const { faults, workspace } = harness.linear;
    let chosen: Promise<unknown> = Promise.resolve();
    const run = () => {
      chosen = change(harness, { descriptions: true });
    };
    faults.add({ kind: 'run', run }, { nth: 4 });
    await harness.sync();
    await chosen;
    faults.clear();
    await harness.syncAll();
    expect(bySize(await storedTexts())).toEqual(bySize(textsOf(workspace)));
  });

  it('miss none when the process dies while they are read', async () => {
    const clock = new SyncClock();
    const harness = await start({ clock, issues: 40, access: { pageSize: 5 } });
    await harness.syncAll();
    await change(harness, { descriptions: true });
    const stop = new AbortController();
    harness.linear.faults.add({ kind: 'run', run: () => stop.abort(new RunStop('lease_lost')) }, { nth: 5 });
    await harness.sync({}, {}, stop);
    clock.advance(60_000);
    await harness.syncAll();
    expect(bySize(await storedTexts())).toEqual(bySize(textsOf(harness.linear.workspace)));
  });
});
