import { describe, expect, it } from 'vitest';
import { scheduler } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import { must } from '@/lib/kit/must';
import { listStates, showConnection } from '@/lib/sync/connections';
import { createEntry } from '@/lib/tracking/create-entry';
import { listReportOptions } from '@/lib/tracking/reports/report-options';
import { allCollections, expectedObjects } from '@/tests/support/mirror-expected';
import { choose } from '@/tests/support/mirror-start';
import { makeMember } from '@/tests/support/people';
import { SyncClock } from '@/tests/support/sync-clock';
import type { Harness } from '@/tests/support/sync-harness';
import { provideHarness, setBound } from '@/tests/support/sync-start';

const start = provideHarness();

async function viewOf({ connection, access }: Harness) {
  const { mirrors } = await showConnection(scheduler, connection.id, access.now());
  return new Map(mirrors.map((mirror) => [mirror.collection, mirror]));
}

describe('how a mirror stands', () => {
  it('is waiting, then reading, then done, with what is stored and when it was read', async () => {
    const clock = new SyncClock();
    const harness = await start({ clock, issues: 60, access: { pageSize: 6 } });
    await choose(harness, ['comments', 'users']);
    expect((await viewOf(harness)).get('comments')).toMatchObject({ state: 'waiting', count: 0, lastReadAt: null });
    await setBound(harness, 14);
    const run = await harness.sync();
    expect(run.status).toBe('partial');
    const reading = must((await viewOf(harness)).get('comments'));
    expect(reading).toMatchObject({ state: 'reading', lastPassAt: null, error: null });
    expect(reading.read).toBeGreaterThan(0);
    expect(run.progress.done).toBeLessThan(run.progress.total);
    clock.advance(900_000);
    await harness.syncAll();
    const expected = expectedObjects(harness.linear.workspace, null);
    const now = clock.ours().toISOString();
    const done = { state: 'done', lastReadAt: now, lastPassAt: now, error: null };
    expect((await viewOf(harness)).get('comments')).toMatchObject({ ...done, count: expected.comments.size });
    expect((await viewOf(harness)).get('users')).toMatchObject({ state: 'done', count: expected.users.size });
  });

  it('counts teams and workflow states where they are stored', async () => {
    const harness = await start({ issues: 10 });
    await choose(harness, ['teams', 'workflow-states']);
    await harness.sync();
    expect(harness.linear.requests.some(({ operationName }) => operationName === 'LookAtCollections')).toBe(false);
    const view = await viewOf(harness);
    const { teams, states } = harness.linear.workspace;
    expect(view.get('teams')).toMatchObject({ state: 'done', count: teams.size });
    expect(view.get('workflow-states')).toMatchObject({ state: 'done', count: states.size });
  });

  it('is the same after a full pass, and moves its time', async () => {
    const clock = new SyncClock();
    const harness = await start({ clock, issues: 10 });
    await choose(harness);
    await harness.syncAll();
    const before = await viewOf(harness);
    clock.advance(900_000);
    await harness.syncAll({ mode: 'full' });
    const after = await viewOf(harness);
    for (const collection of allCollections) {
      const [was, is] = [must(before.get(collection)), must(after.get(collection))];
      expect(is).toMatchObject({ state: 'done', count: was.count });
      expect(is.lastPassAt).not.toBe(was.lastPassAt);
    }
  });
});

describe('the cycles of reports', () => {
  it('have their days once cycles are mirrored', async () => {
    const harness = await start({ issues: 80 });
    await harness.syncAll();
    const issue = must(
      [...harness.linear.workspace.issues.values()].find(({ cycle, archivedAt }) => cycle && !archivedAt),
    );
    const cycle = must(issue.cycle);
    const { id: taskId } = await db().task.findFirstOrThrow({ where: { externalId: issue.id } });
    const { actor } = await makeMember();
    await createEntry(actor, { taskId, on: '2026-11-20', durationSeconds: 60 }, new Date('2026-11-20T18:00:00Z'));
    const cycles = async () => (await listReportOptions(actor)).cycles;
    expect(await cycles()).toMatchObject([{ id: cycle.id, from: null, to: null }]);
    await choose(harness, ['cycles']);
    await harness.syncAll();
    const last = new Date(Date.parse(cycle.endsAt) - 1).toISOString().slice(0, 10);
    expect(await cycles()).toMatchObject([{ id: cycle.id, from: cycle.startsAt.slice(0, 10), to: last }]);
  });
});

describe('teams and workflow states', () => {
  it('are stored with all their fields, and follow Linear', async () => {
    const clock = new SyncClock();
    const harness = await start({ clock, issues: 10 });
    await harness.sync();
    const { workspace } = harness.linear;
    clock.advance(900_000);
    const team = workspace.updateTeam('ENG', { description: 'Builds things', icon: 'Rocket' });
    const state = workspace.addState('ENG', { name: 'In Review', type: 'started' });
    workspace.setVisibility('MOB', 'private');
    await harness.sync();
    expect(await db().teamScope.findFirstOrThrow({ where: { externalTeamId: team.id } })).toMatchObject({
      description: 'Builds things',
      icon: 'Rocket',
      private: false,
      externalCreatedAt: team.createdAt,
      externalUpdatedAt: team.updatedAt,
      externalArchivedAt: null,
    });
    expect(await db().teamScope.count({ where: { private: true } })).toBe(1);
    expect(await db().workflowState.findFirstOrThrow({ where: { externalId: state.id } })).toMatchObject({
      name: 'In Review',
      externalCreatedAt: state.createdAt,
      externalUpdatedAt: state.updatedAt,
    });
  });

  it('lose a deleted state with the full pass, and show an archived one to nobody who maps them', async () => {
    const harness = await start({ issues: 10 });
    await harness.sync();
    const { workspace } = harness.linear;
    const [gone, archived] = workspace.statesOf('ENG');
    workspace.states.delete(must(gone));
    workspace.states.change(must(archived), { archivedAt: workspace.clock().toISOString() });
    await harness.syncAll({ mode: 'full' });
    const stored = await db().workflowState.findMany();
    expect(stored.map(({ externalId }) => externalId).sort()).toEqual(
      [...workspace.states.values()].map(({ id }) => id).sort(),
    );
    const shown = await listStates(scheduler, harness.connection.id);
    expect(shown.map(({ id }) => id)).not.toContain(must(archived).id);
  });

  it('are all read once more where they were stored before their stamps were', async () => {
    const clock = new SyncClock();
    const harness = await start({ clock, issues: 10 });
    await harness.syncAll();
    await db().workflowState.updateMany({ data: { externalCreatedAt: null, externalUpdatedAt: null } });
    clock.advance(900_000);
    await harness.sync();
    expect(await db().workflowState.count({ where: { externalUpdatedAt: null } })).toBe(0);
  });
});
