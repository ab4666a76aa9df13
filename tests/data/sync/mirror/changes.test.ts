import { describe, expect, it } from 'vitest';
import { scheduler } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import { must } from '@/lib/kit/must';
import { showConnection } from '@/lib/sync/connections';
import type { Workspace } from '@/tests/fakes/linear/workspace';
import { listMirrorDifferences } from '@/tests/support/mirror-expected';
import { change, choose, countMirrorRequests, countObjectsOf } from '@/tests/support/mirror-start';
import { SyncClock } from '@/tests/support/sync-clock';
import { provideHarness, setBound } from '@/tests/support/sync-start';

const start = provideHarness();

function first<T>(rows: { values(): Iterable<T> }, place = 0): T {
  return must([...rows.values()][place], 'a row');
}

/** One change of each collection, as people make them. */
function editAll(workspace: Workspace): void {
  workspace.updateUser(first(workspace.users, 1), { name: 'Renamed Person', active: false });
  workspace.updateProject(first(workspace.projects), { name: 'Renamed project', status: 'completed' });
  workspace.updateMilestone(first(workspace.milestones), { name: 'Renamed milestone' });
  workspace.updateDocument(first(workspace.documents), { content: 'Another text' });
  workspace.updateCycle(first(workspace.cycles), { name: 'Renamed cycle' });
  workspace.updateLabel(first(workspace.labels), { color: '#000000' });
  workspace.updateComment(first(workspace.comments), 'Another word');
  workspace.updateAttachment(first(workspace.attachments), { subtitle: 'Another subtitle' });
  workspace.updateRelation(first(workspace.relations), 'similar');
  const [note] = workspace.notifications.values();
  if (note) workspace.readNotification(note);
}

async function startMirrored(options: Parameters<typeof start>[0] = {}) {
  const clock = new SyncClock();
  const harness = await start({ clock, issues: 60, ...options });
  await choose(harness);
  await harness.syncAll();
  clock.advance(900_000);
  harness.linear.requests.clear();
  return { harness, clock, workspace: harness.linear.workspace };
}

describe('changes', () => {
  it('come in one request, whatever collections they are in', async () => {
    const { harness, workspace } = await startMirrored();
    editAll(workspace);
    expect(await harness.sync()).toMatchObject({ status: 'succeeded', requests: 2 });
    const stamped = ['projects', 'milestones', 'documents', 'cycles', 'labels', 'comments', 'issue-relations'] as const;
    // What names something else is told of its new name by no stamp: that is for the full pass.
    const faults = await listMirrorDifferences(workspace, { only: [...stamped] });
    expect(
      faults.filter((fault) => !/user is|lead is|creator is|updatedBy is|project is|parent is/.test(fault)),
    ).toEqual([]);
    await harness.syncAll({ mode: 'full' });
    expect(await listMirrorDifferences(workspace)).toEqual([]);
  });

  it('beyond those that ride along are read down to where the last look ended', async () => {
    const { harness, workspace, clock } = await startMirrored({ access: { pageSize: 10 } });
    // Until the overlap with the first look is used up.
    await harness.sync();
    clock.advance(900_000);
    await harness.sync();
    harness.linear.requests.clear();
    for (let place = 0; place < 47; place++) {
      workspace.comment(first(workspace.issues, place), `Remark ${place}`);
      clock.advance(5);
    }
    expect(await harness.sync()).toMatchObject({ status: 'succeeded' });
    expect(countMirrorRequests(harness)).toEqual({ looks: 1, pages: 4 });
    expect(await listMirrorDifferences(workspace, { only: ['comments'] })).toEqual([]);
  });

  it('of one instant, more than a page, are all read under a bound of one page', async () => {
    const { harness, workspace } = await startMirrored({ access: { pageSize: 4 } });
    await setBound(harness, 1);
    const issue = first(workspace.issues);
    for (let place = 0; place < 23; place++) workspace.comment(issue, `Remark ${place}`);
    expect((await harness.syncAll()).status).toBe('succeeded');
    expect(await listMirrorDifferences(workspace, { only: ['comments'] })).toEqual([]);
  });

  it('of relations, which have no filter, are found from the newest on', async () => {
    const { harness, workspace, clock } = await startMirrored({ access: { pageSize: 6 } });
    for (let place = 0; place < 20; place++) {
      workspace.relate(first(workspace.issues, place), 'related', first(workspace.issues, place + 1));
      clock.advance(5);
    }
    await harness.sync();
    expect(await listMirrorDifferences(workspace, { only: ['issue-relations'] })).toEqual([]);
  });

  it('of what Linear counts of an active cycle come without a stamp', async () => {
    const { harness, workspace, clock } = await startMirrored({ issues: 200 });
    const now = clock.linear().toISOString();
    const cycle = must([...workspace.cycles.values()].find(({ startsAt, endsAt }) => startsAt <= now && now < endsAt));
    const progress = async () =>
      JSON.parse((await db().linearObject.findFirstOrThrow({ where: { externalId: cycle.id } })).data).progress;
    const before = await progress();
    for (const issue of workspace.issuesOfCycle.of(cycle)) workspace.updateIssue(issue, { state: 'started' });
    await harness.sync();
    expect(await progress()).not.toBe(before);
  });
});

describe('what no stamp tells', () => {
  it('is found by the full pass: deleted objects go, archived ones say so', async () => {
    const { harness, workspace } = await startMirrored();
    workspace.deleteProject(first(workspace.projects));
    workspace.deleteMilestone(first(workspace.milestones));
    workspace.deleteDocument(first(workspace.documents));
    workspace.deleteCycle(first(workspace.cycles));
    workspace.deleteLabel(first(workspace.labels));
    workspace.deleteComment(first(workspace.comments));
    workspace.deleteAttachment(first(workspace.attachments));
    workspace.deleteRelation(first(workspace.relations));
    workspace.archiveProject(first(workspace.projects));
    workspace.archiveMilestone(first(workspace.milestones));
    workspace.archiveDocument(first(workspace.documents));
    workspace.archiveCycle(first(workspace.cycles));
    workspace.archiveLabel(first(workspace.labels));
    workspace.archiveAttachment(first(workspace.attachments));
    workspace.archiveComment(first(workspace.comments));
    workspace.archiveRelation(first(workspace.relations));
    workspace.deletePermanently(first(workspace.issues));
    expect(await harness.syncAll({ mode: 'full' })).toMatchObject({ status: 'succeeded' });
    expect(await listMirrorDifferences(workspace)).toEqual([]);
  });

  it('is asked for by id before anything is deleted here', async () => {
    const { harness, workspace } = await startMirrored({ access: { pageSize: 10 } });
    const comment = first(workspace.comments);
    // Its instant changes at Linear alone: the walk meets it elsewhere, and misses it where it was.
    workspace.comments.change(comment, { createdAt: '2019-01-01T00:00:00.000Z' });
    await harness.syncAll({ mode: 'full' });
    expect(await listMirrorDifferences(workspace, { only: ['comments'] })).toEqual([]);
  });

  it('waits for a yes when it is suspiciously much, and holds up no other collection', async () => {
    const { harness, workspace } = await startMirrored();
    const gone = [...workspace.attachments.values()];
    for (let place = gone.length; place < 40; place++) {
      workspace.attach({ issue: first(workspace.issues), url: `https://example.com/${place}`, title: 'Link' });
    }
    await harness.sync();
    const count = await countObjectsOf('attachments');
    for (const attachment of [...workspace.attachments.values()]) workspace.deleteAttachment(attachment);
    workspace.deleteComment(first(workspace.comments));
    expect(await harness.syncAll({ mode: 'full' })).toMatchObject({ status: 'succeeded' });
    expect(await countObjectsOf('attachments')).toBe(count);
    const { mirrors } = await showConnection(scheduler, harness.connection.id, new Date());
    expect(mirrors.filter(({ error }) => error)).toMatchObject([
      { collection: 'attachments', state: 'failed', error: { code: 'large_removal' } },
    ]);
    expect(await listMirrorDifferences(workspace, { only: ['comments'] })).toEqual([]);
    await harness.syncAll();
    expect(await countObjectsOf('attachments')).toBe(count);
    await harness.syncAll({ allowLargeRemoval: true });
    expect(await listMirrorDifferences(workspace)).toEqual([]);
  });

  it('of a renamed team is found at once', async () => {
    const { harness, workspace } = await startMirrored();
    workspace.changeTeamKey('ENG', 'CORE');
    await harness.syncAll();
    expect(await listMirrorDifferences(workspace)).toEqual([]);
  });
});

describe('a project in more teams than ride along', () => {
  it('has them all', async () => {
    const { harness, workspace } = await startMirrored({ issues: 5, teams: 12 });
    workspace.updateProject(first(workspace.projects), { teams: [...workspace.teams.values()] });
    await harness.sync();
    const { data } = await db().linearObject.findFirstOrThrow({ where: { externalId: first(workspace.projects).id } });
    expect(JSON.parse(data).teams).toHaveLength(12);
    expect(harness.linear.requests.filter(({ operationName }) => operationName === 'MoreTeams')).toHaveLength(1);
  });
});

describe('choosing', () => {
  it('begins to read what is added by itself, and removes what is left', async () => {
    const { harness, workspace } = await startMirrored();
    await choose(harness, ['cycles', 'teams']);
    expect(await db().linearObject.groupBy({ by: ['collection'] })).toMatchObject([{ collection: 'cycles' }]);
    expect(await db().mirrorState.count()).toBe(2);
    const { resumeAt: before } = await db().connection.findFirstOrThrow();
    expect(before).toBeNull();
    await choose(harness, ['cycles', 'teams', 'comments']);
    const { resumeAt } = await db().connection.findFirstOrThrow();
    expect(resumeAt).not.toBeNull();
    await harness.syncAll();
    expect(await listMirrorDifferences(workspace, { only: ['cycles', 'comments'] })).toEqual([]);
  });

  it('removes what is left while it is being read, and goes on with the others', async () => {
    const harness = await start({ issues: 60, access: { pageSize: 6 } });
    const { faults, workspace } = harness.linear;
    await choose(harness, ['comments', 'documents', 'labels']);
    let left: Promise<unknown> = Promise.resolve();
    const run = () => {
      left = choose(harness, ['documents', 'labels']);
    };
    faults.add({ kind: 'run', run }, { contains: 'comments(', nth: 3 });
    expect(await harness.syncAll()).toMatchObject({ status: 'succeeded' });
    await left;
    expect(await countObjectsOf('comments')).toBe(0);
    expect(await db().mirrorState.count()).toBe(2);
    expect(await listMirrorDifferences(workspace, { only: ['documents', 'labels'] })).toEqual([]);
  });

  it('of teams keeps what is theirs, with everything of the whole workspace', async () => {
    const { harness, workspace } = await startMirrored({ teams: 3 });
    const [eng, mob] = ['ENG', 'MOB'].map((key) => workspace.team(key).id);
    await change(harness, { teamKeys: ['ENG', 'MOB'] });
    await harness.syncAll();
    expect(await listMirrorDifferences(workspace, { teamIds: [must(eng), must(mob)] })).toEqual([]);
    await change(harness, { teamKeys: ['ENG'] });
    await harness.syncAll();
    expect(await listMirrorDifferences(workspace, { teamIds: [must(eng)] })).toEqual([]);
    await change(harness, { teamKeys: [] });
    await harness.syncAll();
    expect(await listMirrorDifferences(workspace)).toEqual([]);
  });

  it('takes comments along when their issue moves to a team that is not synced', async () => {
    const { harness, workspace } = await startMirrored({ teams: 2, connection: { teamKeys: ['ENG'] } });
    const comment = must([...workspace.comments.values()].find(({ issue }) => issue?.team.key === 'ENG'));
    workspace.moveIssue(must(comment.issue), 'MOB');
    await harness.syncAll({ mode: 'full' });
    expect(await listMirrorDifferences(workspace, { teamIds: [workspace.team('ENG').id] })).toEqual([]);
  });
});
