import { describe, expect, it } from 'vitest';
import { scheduler } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import { listTrackedByProject } from '@/lib/db/time-entry';
import { must } from '@/lib/kit/must';
import { removeConnection } from '@/lib/sync/connections';
import { createEntry } from '@/lib/tracking/create-entry';
import { getTask } from '@/lib/tracking/get-task';
import { listEntries } from '@/lib/tracking/list-entries';
import { pinTask } from '@/lib/tracking/pin-task';
import { readerOf } from '@/lib/tracking/reports/report-reader';
import { summarizeReport } from '@/lib/tracking/reports/report-summary';
import { startTimer } from '@/lib/tracking/start-timer';
import { stopTimer } from '@/lib/tracking/stop-timer';
import { getTimer } from '@/lib/tracking/timer';
import type { Issue } from '@/tests/fakes/linear/model';
import { makeMember, type TestPerson } from '@/tests/support/people';
import { SyncClock } from '@/tests/support/sync-clock';
import type { Harness } from '@/tests/support/sync-harness';
import { issuesOf, provideHarness } from '@/tests/support/sync-start';
import { startCountingWrites } from '@/tests/support/sync-writes';

const start = provideHarness();
const on = '2026-11-20';
const now = new Date('2026-11-20T18:00:00Z');

interface Started {
  harness: Harness;
  clock: SyncClock;
  issue: Issue;
  bob: TestPerson;
  taskId: string;
}

async function startWithTime(options = {}): Promise<Started> {
  const clock = new SyncClock();
  const harness = await start({ clock, ...options });
  await harness.syncAll();
  clock.advance(900_000);
  const isLive = ({ archivedAt, team }: Issue) => archivedAt === null && team.key === 'ENG';
  const issue = must(issuesOf(harness.linear.workspace).find(isLive));
  const taskId = await taskOf(issue);
  const bob = await makeMember();
  for (const durationSeconds of [3600, 1800]) await createEntry(bob.actor, { taskId, on, durationSeconds }, now);
  return { harness, clock, issue, bob, taskId };
}

const taskOf = async (issue: Issue) => must(await db().task.findFirst({ where: { externalId: issue.id } })).id;
const projectOf = async (key: string) => must(await db().project.findFirst({ where: { key } })).id;
const stateOf = async (taskId: string) => must(await db().task.findUnique({ where: { id: taskId } })).sourceState;

/** Seconds by project, as a report has them. */
async function reported({ actor }: TestPerson, groupBy: 'project' | 'madeInProject'): Promise<Record<string, number>> {
  const query = { from: on, to: on, groupBy: [groupBy], userId: [actor.userId] };
  const { rows } = await summarizeReport(await readerOf(actor), query, now);
  return Object.fromEntries(rows.map(({ key, seconds }) => [key, seconds]));
}

const ends: [string, string, (given: Started) => unknown, 'incremental' | 'full'][] = [
  ['archived', 'archived', ({ harness, issue }) => harness.linear.workspace.archiveIssue(issue), 'incremental'],
  ['trashed', 'trashed', ({ harness, issue }) => harness.linear.workspace.trashIssue(issue), 'incremental'],
  ['deleted for good', 'gone', ({ harness, issue }) => harness.linear.workspace.deletePermanently(issue), 'full'],
];

describe('time on an issue', () => {
  it.each(ends)('that was %s stays, is listed and sums right', async (_name, state, end, mode) => {
    const given = await startWithTime();
    end(given);
    await given.harness.sync({ mode });
    const { bob, taskId } = given;
    expect(await stateOf(taskId)).toBe(state);
    const { items } = await listEntries(bob.actor, { from: on, to: on, limit: 50, running: 'false' });
    expect(items.map(({ task }) => [task?.id, task?.sourceState])).toEqual([
      [taskId, state],
      [taskId, state],
    ]);
    expect((await getTask(bob.actor, taskId)).trackedSeconds).toBe(5400);
    expect(await reported(bob, 'project')).toEqual({ [await projectOf('ENG')]: 5400 });
    // And more can be added: somebody may write down yesterday's work today.
    await createEntry(bob.actor, { taskId, on, durationSeconds: 60 }, now);
    expect((await getTask(bob.actor, taskId)).trackedSeconds).toBe(5460);
  });

  it.each(ends)('that was %s keeps its running timer', async (_name, state, end, mode) => {
    const given = await startWithTime();
    const { bob, taskId, harness } = given;
    const { entry } = await startTimer(bob.actor, { taskId }, now);
    end(given);
    await harness.sync({ mode });
    const later = new Date(now.getTime() + 600_000);
    expect((await getTimer(bob.actor, later)).entry).toMatchObject({ id: entry?.id, task: { sourceState: state } });
    expect(await stopTimer(bob.actor, {}, later)).toMatchObject({ id: entry?.id, durationSeconds: 600 });
  });

  it('that moved to another team goes with it, and keeps where it was made as a fact', async () => {
    const { harness, clock, issue, bob, taskId } = await startWithTime();
    const { entry } = await startTimer(bob.actor, { taskId }, now);
    const [engineering, mobile] = [await projectOf('ENG'), await projectOf('MOB')];
    harness.linear.workspace.moveIssue(issue, 'MOB');
    expect(await harness.sync()).toMatchObject({ counts: { moved: 1 } });
    expect(await taskOf(issue)).toBe(taskId);
    expect((await getTimer(bob.actor, now)).entry).toMatchObject({
      id: entry?.id,
      project: { id: mobile },
      madeInProject: { id: engineering },
    });
    await stopTimer(bob.actor, {}, new Date(now.getTime() + 600_000));
    await createEntry(bob.actor, { taskId, on, durationSeconds: 60 }, now);
    expect(await reported(bob, 'project')).toEqual({ [mobile]: 6060 });
    expect(await reported(bob, 'madeInProject')).toEqual({ [engineering]: 6000, [mobile]: 60 });
    expect(await listTrackedByProject([engineering, mobile])).toEqual(new Map([[mobile, 6060]]));
    const moves = await db().timeEntryEvent.findMany({ where: { userId: bob.id, changes: { contains: 'project' } } });
    expect(moves).toHaveLength(3);
    for (const { actorId, kind, changes } of moves)
      expect([actorId, kind, JSON.parse(changes)]).toEqual([
        null,
        'edited',
        [{ field: 'project', from: expect.any(String), to: expect.any(String) }],
      ]);
    clock.advance(900_000);
    harness.linear.workspace.moveIssue(issue, 'ENG');
    await harness.sync();
    expect(await reported(bob, 'project')).toEqual({ [engineering]: 6060 });
  });

  it('that moved keeps its place in the timesheet and its pin', async () => {
    const { harness, issue, bob, taskId } = await startWithTime();
    const projectId = await projectOf('ENG');
    await pinTask(bob.actor, taskId, now);
    await db().timesheetRow.create({
      data: { id: 'row', userId: bob.id, weekOn: '2026-11-16', taskId, projectId, subject: taskId },
    });
    harness.linear.workspace.moveIssue(issue, 'MOB');
    await harness.sync();
    expect(await db().timesheetRow.findMany()).toMatchObject([{ taskId, projectId: await projectOf('MOB') }]);
    expect(await db().pinnedTask.findMany()).toMatchObject([{ taskId, userId: bob.id }]);
  });

  it('is not touched by a sync that moves nothing', async () => {
    const { harness, clock, issue, taskId } = await startWithTime();
    const before = await db().timeEntry.findMany({ orderBy: { id: 'asc' } });
    const count = await startCountingWrites();
    await harness.sync({ mode: 'full' });
    expect((await count())['time_entry']).toBeUndefined();
    clock.advance(1_000);
    harness.linear.workspace.updateIssue(issue, { title: 'Another title' });
    await harness.sync();
    expect((await count())['time_entry']).toBeUndefined();
    expect(await db().timeEntry.findMany({ orderBy: { id: 'asc' } })).toEqual(before);
    expect(await stateOf(taskId)).toBe('live');
  });
});

describe('deleting a connection with its tasks', () => {
  it('keeps tasks with time, of the running timer too, and lets pins and rows of the others go', async () => {
    const { harness, bob, taskId } = await startWithTime();
    const [running, pinned] = await db().task.findMany({ where: { id: { not: taskId } }, take: 2 });
    await startTimer(bob.actor, { taskId: must(running).id }, now);
    const { id, projectId } = must(pinned);
    for (const one of [taskId, id]) await pinTask(bob.actor, one, now);
    await db().timesheetRow.create({
      data: { id: 'row', userId: bob.id, weekOn: '2026-11-16', taskId: id, projectId, subject: id },
    });
    await removeConnection(scheduler, harness.connection.id, 'remove', new Date());
    const left = await db().task.findMany({ select: { id: true } });
    expect(new Set(left.map((task) => task.id))).toEqual(new Set([taskId, must(running).id]));
    expect(await db().pinnedTask.findMany()).toMatchObject([{ taskId }]);
    expect(await db().timesheetRow.count()).toBe(0);
    expect((await getTimer(bob.actor, now)).entry?.task?.id).toBe(must(running).id);
  });

  it('keeps the project that time was made in, although its task has moved away', async () => {
    const { harness, issue, bob, taskId } = await startWithTime();
    harness.linear.workspace.moveIssue(issue, 'MOB');
    await harness.sync();
    await removeConnection(scheduler, harness.connection.id, 'remove', new Date());
    expect(await db().task.findMany()).toMatchObject([{ id: taskId }]);
    const keys = (await db().project.findMany({ where: { source: 'linear' } })).map(({ key }) => key);
    expect(new Set(keys)).toEqual(new Set(['ENG', 'MOB']));
    expect(await reported(bob, 'madeInProject')).toEqual({ [await projectOf('ENG')]: 5400 });
  });
});
