import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { must } from '@/lib/kit/must';
import { mostHints } from '@/lib/sync/push/hints-limits';
import { type PushRig, startPushRig } from '@/tests/support/push-rig';
import { listDifferences } from '@/tests/support/sync-expected';

let rig: PushRig;
beforeEach(async () => {
  rig = await startPushRig({ issues: 12, teams: 1 });
});
afterEach(() => rig.stop());

const task = (identifier: string) => db().task.findFirst({ where: { identifier } });
const runs = () => db().syncRun.findMany({ where: { trigger: 'webhook' }, orderBy: { id: 'asc' } });
const settled = () => rig.until(async () => (await db().webhookHint.count()) === 0 && (await active()) === 0);
const active = () => db().syncRun.count({ where: { activeKey: { not: null } } });

describe('what deliveries name', () => {
  it('is read together, one request for all that came in the window', async () => {
    const before = rig.linear.requests.length;
    for (let number = 1; number <= 8; number++)
      rig.linear.workspace.updateIssue(`ENG-${number}`, { title: `Edited ${number}` });
    rig.linear.workspace.updateIssue('ENG-1', { title: 'Edited twice' });
    await rig.until(async () => (await task('ENG-8'))?.title === 'Edited 8');
    await settled();
    expect(rig.linear.requests.length - before).toBeLessThanOrEqual(2);
    expect(await listDifferences(rig.linear.workspace)).toEqual([]);
    expect((await rig.view()).lastDelayMs).toBeGreaterThan(0);
  });

  it('costs few requests in a burst, and all of it is read', async () => {
    const { workspace, webhooks } = rig.linear;
    const before = rig.linear.requests.length;
    for (let number = 1; number <= 60; number++) workspace.createIssue({ team: 'ENG', title: `Of a burst ${number}` });
    await webhooks.settled();
    await settled();
    expect(await db().task.count({ where: { title: { startsWith: 'Of a burst' } } })).toBe(60);
    expect(rig.linear.requests.length - before).toBeLessThanOrEqual((await runs()).length + 1);
    expect((await runs()).length).toBeLessThanOrEqual(10);
  }, 60_000);

  it('ends as Linear has it, in whatever order deliveries come, twice, late or not at all', async () => {
    const { workspace, webhooks } = rig.linear;
    webhooks.faults.add({ kind: 'reorder' }, { nth: 1 });
    webhooks.faults.add({ kind: 'duplicate' }, { nth: 2 });
    webhooks.faults.add({ kind: 'drop' }, { nth: 3 });
    for (const title of ['first', 'second', 'third', 'fourth']) workspace.updateIssue('ENG-2', { title });
    workspace.updateIssue('ENG-3', { title: 'Of another' });
    await rig.until(
      async () => (await task('ENG-2'))?.title === 'fourth' && (await task('ENG-3'))?.title === 'Of another',
    );
    await settled();
    expect(await listDifferences(workspace)).toEqual([]);
  });

  it('brings new issues, archives and restores, without a look', async () => {
    const { workspace } = rig.linear;
    rig.linear.requests.clear();
    const made = workspace.createIssue({ team: 'ENG', title: 'Brand new' });
    workspace.archiveIssue('ENG-1');
    await rig.until(
      async () => (await task(made.identifier)) !== null && (await task('ENG-1'))?.sourceState === 'archived',
    );
    workspace.unarchiveIssue('ENG-1');
    await rig.until(async () => (await task('ENG-1'))?.sourceState === 'live');
    await settled();
    expect(rig.linear.requests.some(({ query }) => query.includes('query Look('))).toBe(false);
    expect(await listDifferences(workspace)).toEqual([]);
  });

  it('is removed here only when Linear does not answer it any more', async () => {
    const { workspace } = rig.linear;
    const alive = must(await task('ENG-4'));
    await rig.push({ action: 'remove', id: must(alive.externalId) });
    workspace.deletePermanently('ENG-5');
    await rig.until(async () => (await task('ENG-5'))?.sourceState === 'gone');
    await settled();
    expect((await task('ENG-4'))?.sourceState).toBe('live');
    expect(await db().taskEvent.count({ where: { kind: 'gone' } })).toBe(1);
    expect((await runs()).reduce((sum, { gone }) => sum + gone, 0)).toBe(1);
  });

  it('is not believed gone when it would be most of what there is', async () => {
    for (let number = 100; number < 140; number++)
      rig.linear.workspace.createIssue({ team: 'ENG', title: `More ${number}` });
    await rig.until(async () => (await db().task.count()) === 52);
    await settled();
    rig.linear.webhooks.faults.always({ kind: 'drop' });
    await rig.scheduler.stop();
    const doomed = await db().task.findMany({ where: { title: { startsWith: 'More' } } });
    for (const { identifier } of doomed) rig.linear.workspace.deletePermanently(must(identifier));
    for (const { externalId } of doomed) await rig.push({ action: 'remove', id: must(externalId) });
    await rig.scheduler.start();
    await settled();
    expect(await db().task.count({ where: { sourceState: 'gone' } })).toBe(0);
  });

  it('that nobody knows is forgotten', async () => {
    await rig.push({ id: randomUUID() });
    await settled();
    expect(await runs()).toMatchObject([{ status: 'succeeded', requests: 1, fetched: 0 }]);
  });

  it('of a label with a new name reads the issues that carry it, which no stamp tells of', async () => {
    const { workspace } = rig.linear;
    const label = workspace.createLabel({ name: 'Slow', team: 'ENG' });
    workspace.setLabels('ENG-6', [label]);
    await rig.until(async () => (await task('ENG-6'))?.labelText.includes('slow') ?? false);
    workspace.renameLabel(label, 'Sluggish');
    await rig.until(async () => (await task('ENG-6'))?.labelText.includes('sluggish') ?? false);
    await settled();
    expect(await listDifferences(workspace)).toEqual([]);
  });

  it('is dropped when it is of a kind that this version does not know, and no run follows the other', async () => {
    const hint = { connectionId: rig.connection.id, hintedAt: new Date(), sentAt: new Date(), dueAt: new Date() };
    await db().webhookHint.create({ data: { ...hint, kind: 'initiatives', externalId: randomUUID() } });
    rig.scheduler.wake();
    await settled();
    expect(await runs()).toHaveLength(1);
  });

  it('and is named again and again is not read more often than that', async () => {
    const { externalId } = must(await task('ENG-1'));
    const endAt = Date.now() + 2_500;
    while (Date.now() < endAt) await rig.push({ id: must(externalId) });
    await settled();
    expect((await runs()).length).toBeLessThanOrEqual(4);
  });

  it('of a team that is too new comes with the next run, which comes at once', async () => {
    const { workspace } = rig.linear;
    const team = workspace.createTeam({ key: 'NEW', name: 'Newcomers' });
    workspace.createIssue({ team, title: 'Of a new team' });
    await rig.until(async () => (await db().task.count({ where: { title: 'Of a new team' } })) === 1);
    expect(await db().syncRetry.count()).toBe(0);
  });
});

describe('beside other runs', () => {
  it('is read before anything else by a run that a person starts meanwhile, which takes over', async () => {
    rig.linear.faults.add({ kind: 'delay', ms: 1_500 }, { contains: 'IssuesById', next: 1 });
    rig.linear.workspace.updateIssue('ENG-1', { title: 'Edited' });
    await rig.until(async () => (await runs()).some(({ status }) => status === 'running'));
    const run = await rig.sync();
    expect(run).toMatchObject({ trigger: 'manual', status: 'succeeded' });
    expect((await task('ENG-1'))?.title).toBe('Edited');
    expect(await runs()).toMatchObject([{ status: 'canceled', updated: 0 }]);
    await settled();
  });

  it('stays when it was named again while it was being read', async () => {
    const { externalId } = must(await task('ENG-1'));
    const again = () => void rig.push({ id: must(externalId) });
    rig.linear.faults.add({ kind: 'run', at: 'after', run: again }, { contains: 'IssuesById', next: 1 });
    rig.linear.faults.add({ kind: 'delay', ms: 300 }, { contains: 'IssuesById', next: 1 });
    await rig.push({ id: must(externalId) });
    await settled();
    expect((await runs()).length).toBe(2);
  });

  it('leaves the plan of a run that goes on later as it is', async () => {
    const later = new Date(Date.now() + 600_000);
    await db().connection.updateMany({ data: { resumeAt: later, resumeMode: 'full' } });
    rig.linear.workspace.updateIssue('ENG-1', { title: 'Edited' });
    await settled();
    expect(await db().connection.findFirst()).toMatchObject({ resumeAt: later, resumeMode: 'full' });
  });
});

describe('beyond the bound', () => {
  it('is left to the next poll, which comes sooner', async () => {
    await rig.scheduler.stop();
    await db().$executeRaw`
      WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${mostHints})
      INSERT INTO webhook_hint (connection_id, kind, external_id, hinted_at, sent_at, tries, due_at)
      SELECT ${rig.connection.id}, 'issues', 'issue-' || i, ${new Date()}, ${new Date()}, 0, ${new Date()} FROM n`;
    await rig.push();
    expect(await rig.view()).toMatchObject({ waitingHints: mostHints, dropped: 1 });
    const { resumeAt } = must(await db().connection.findFirst());
    expect(must(resumeAt).getTime() - Date.now()).toBeLessThanOrEqual(30_000);
  });
});
