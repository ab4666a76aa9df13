import { expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { lookRows, mostInTurn } from '@/lib/linear/collections-look';
import type { Workspace } from '@/tests/fakes/linear/workspace';
import { choose } from '@/tests/support/mirror-start';
import { SyncClock } from '@/tests/support/sync-clock';
import { provideHarness } from '@/tests/support/sync-start';

const start = provideHarness();

/** So many projects and cycles under way, each with an issue that is not done. */
function fill(workspace: Workspace, count: number, now: Date): void {
  const [startsAt, endsAt] = [-5, 9].map((days) => new Date(now.getTime() + days * 86_400_000).toISOString());
  workspace.bulk(() => {
    for (let n = 1; n <= count; n++) {
      const project = workspace.createProject({ name: `Project ${n}`, teams: ['ENG'] });
      const cycle = workspace.createCycle({
        team: 'ENG',
        number: 1_000 + n,
        startsAt: startsAt ?? '',
        endsAt: endsAt ?? '',
      });
      workspace.createIssue({
        team: 'ENG',
        title: `Issue ${n}`,
        state: 'started',
        project: project.id,
        cycle: cycle.id,
      });
    }
  });
}

function complete(workspace: Workspace): void {
  for (const issue of workspace.issues.values())
    if (issue.title.startsWith('Issue ')) workspace.updateIssue(issue, { state: 'completed' });
}

/** How many of each the copy still shows as not complete. */
async function unfinished(): Promise<Record<string, number>> {
  const stored = await db().linearObject.findMany({ select: { collection: true, data: true } });
  const counts: Record<string, number> = { projects: 0, cycles: 0 };
  for (const { collection, data } of stored) {
    const { name, number = 0, progress } = JSON.parse(data);
    const isOurs = number > 1_000 || name?.startsWith('Project ');
    if (isOurs && progress !== 1) counts[collection] = (counts[collection] ?? 0) + 1;
  }
  return counts;
}

it('progress of all that is under way comes in turns, in the look that there is anyway', async () => {
  const clock = new SyncClock();
  const harness = await start({ clock, issues: 10 });
  const { workspace, requests } = harness.linear;
  const count = 2 * mostInTurn + 20;
  fill(workspace, count, clock.linear());
  await choose(harness, ['projects', 'cycles']);
  // Until the overlap with the first look is used up.
  for (let run = 0; run < 3; run++) {
    await harness.syncAll();
    clock.advance(900_000);
  }
  complete(workspace);
  expect(await unfinished()).toEqual({ projects: count, cycles: count });
  for (const left of [count - mostInTurn, count - 2 * mostInTurn, 0]) {
    clock.advance(900_000);
    requests.clear();
    expect((await harness.sync()).status).toBe('succeeded');
    const looks = requests.filter(({ operationName }) => operationName === 'LookAtCollections');
    expect(looks).toHaveLength(1);
    expect(looks[0]?.cost).toBeLessThan(5_000);
    // The workspace has some of its own under way, whose turn comes too.
    for (const open of Object.values(await unfinished())) expect(open).toBeLessThan(left + 10);
  }
  expect(await unfinished()).toEqual({ projects: 0, cycles: 0 });
});

it('changes do not crowd them out, nor they the changes', async () => {
  const clock = new SyncClock();
  const harness = await start({ clock, issues: 10 });
  const { workspace } = harness.linear;
  fill(workspace, lookRows + 5, clock.linear());
  await choose(harness, ['projects', 'cycles']);
  await harness.syncAll();
  complete(workspace);
  for (const [n, project] of [...workspace.projects.values()].entries())
    if (project.name.startsWith('Project ')) workspace.updateProject(project, { description: `Changed ${n}` });
  clock.advance(900_000);
  await harness.syncAll();
  const stored = await db().linearObject.findMany({ where: { collection: 'projects' }, select: { data: true } });
  const changed = stored.filter(({ data }) => JSON.parse(data).description.startsWith('Changed'));
  expect(changed).toHaveLength(lookRows + 5);
  expect(await unfinished()).toEqual({ projects: 0, cycles: 0 });
});
