import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeDemoWorkspace } from '@/tests/fakes/linear/demo-workspace';
import { startPerson } from '@/tests/fakes/linear/person';
import { makeIssues, type Rig, startRig } from './ask-linear';

let rig: Rig;

beforeEach(async () => {
  rig = await startRig();
  makeIssues(rig, 2);
});

afterEach(() => rig.simulator.stop());

async function control(op: string, ...args: unknown[]): Promise<{ ok: boolean; result?: unknown; error?: string }> {
  const response = await fetch(rig.simulator.controlUrl, { method: 'POST', body: JSON.stringify({ op, args }) });
  return (await response.json()) as { ok: boolean; result?: unknown; error?: string };
}

async function readState(query = '') {
  const response = await fetch(`${rig.simulator.controlUrl}/state${query}`);
  return (await response.json()) as { counts: Record<string, number>; issues?: Record<string, unknown>[] };
}

describe('the control door', () => {
  test('creates, changes and moves issues for another process', async () => {
    await control('createTeam', { key: 'MOB', name: 'Mobile' });
    const created = await control('createIssue', { team: 'ENG', title: 'From outside', assignee: 'Ada Whitfield' });
    expect(created.result).toMatchObject({ identifier: 'ENG-3', assignee: { name: 'Ada Whitfield' } });
    await control('updateIssue', 'ENG-3', { state: 'Done' });
    const moved = await control('moveIssue', 'ENG-3', 'MOB');
    expect(moved.result).toMatchObject({
      identifier: 'MOB-1',
      previousIdentifiers: ['ENG-3'],
      state: { name: 'Done' },
    });
  });

  test("makes, changes and deletes what stands around issues, in somebody's name", async () => {
    await control('createProject', { name: 'Checkout', teams: ['ENG'] });
    await control('createDocument', { title: 'Brief', project: 'Checkout', creator: 'Ada Whitfield' });
    const changed = await control('updateDocument', 'Brief', { content: '# Why' });
    expect(changed.result).toMatchObject({ title: 'Brief', content: '# Why' });
    await control('attach', { issue: 'ENG-1', url: 'https://a.example', title: 'A' });
    await control('updateIssue', 'ENG-1', { state: 'In Progress' }, 'Ada Whitfield');
    const [entry] = rig.simulator.workspace.log.historyOf(rig.simulator.workspace.issue('ENG-1'));
    expect([entry?.toState?.name, entry?.actor?.name]).toEqual(['In Progress', 'Ada Whitfield']);
    expect((await readState()).counts).toMatchObject({ projects: 1, documents: 1, attachments: 1 });
    await control('deleteProject', 'Checkout');
    await control('deleteAttachment', 'https://a.example');
    expect((await readState()).counts).toMatchObject({ projects: 0, documents: 0, attachments: 0 });
  });

  test('arms faults, also one that changes the workspace at a request', async () => {
    await control('addFault', { kind: 'html-error' });
    const broken = await fetch(rig.simulator.url, { method: 'POST', body: '{}' });
    expect(broken.status).toBe(502);
    await control('addFault', { kind: 'run', op: 'archiveIssue', args: ['ENG-1'] }, { nth: 2 });
    expect((await rig.page()).nodes).toHaveLength(2);
    expect((await rig.page()).nodes).toHaveLength(1);
  });

  test('sets latency, cursor behaviour and the budget', async () => {
    await control('setLatency', 5);
    await control('setCursorBehaviour', 'offset');
    await control('setRateLimit', { requests: 1 });
    await rig.ask('{ viewer { id } }');
    expect((await rig.ask('{ viewer { id } }')).status).toBe(400);
    expect([rig.simulator.latencyMs, rig.simulator.cursorBehaviour]).toEqual([5, 'offset']);
  });

  test('tells counts, and the issues when asked', async () => {
    await control('trashIssue', 'ENG-1');
    expect((await readState()).counts).toMatchObject({ issues: 2, trashed: 1, archived: 0, teams: 1 });
    expect(await readState()).not.toHaveProperty('issues');
    expect((await readState('?issues=1')).issues).toMatchObject([
      { identifier: 'ENG-1', trashed: true },
      { identifier: 'ENG-2' },
    ]);
  });

  test('refuses what it does not know', async () => {
    expect(await control('dropDatabase')).toMatchObject({
      ok: false,
      error: 'The control door has no operation "dropDatabase".',
    });
    expect(await control('archiveIssue', 'ENG-77')).toMatchObject({ ok: false });
  });

  test('lets a person work in the background', async () => {
    await control('startPerson', { seed: 3, everyMs: 5 });
    await expect.poll(async () => (await rig.page({ orderBy: 'updatedAt' })).nodes.length).toBeGreaterThan(2);
    await control('stopPerson');
  });
});

describe('the demo', () => {
  const clock = () => new Date('2026-03-01T00:00:00.000Z');

  test('is a studio of eight people with 1,200 issues of different titles over a year', () => {
    const { workspace } = makeDemoWorkspace({ clock });
    const issues = [...workspace.issues.values()];
    expect([workspace.teams.size, workspace.users.size, issues.length]).toEqual([3, 8, 1200]);
    expect([...workspace.teams.values()].map((team) => team.key)).toEqual(['ENG', 'MOB', 'DES']);
    expect(new Set(issues.map((issue) => issue.title)).size).toBe(1200);
    expect(issues.every((issue) => issue.updatedAt >= issue.createdAt && issue.updatedAt <= workspace.now())).toBe(
      true,
    );
    expect(issues.some((issue) => issue.parent !== null)).toBe(true);
  });

  test('is the same for the same seed, and so is what a person does in it', () => {
    const play = () => {
      const { workspace, apiKey } = makeDemoWorkspace({ clock, seed: 5, issues: 50 });
      const person = startPerson(workspace, { seed: 2, everyMs: 60_000 });
      const deeds = Array.from({ length: 40 }, () => person.act());
      person.stop();
      return [apiKey, deeds, [...workspace.issues.values()].map((issue) => issue.id)];
    };
    expect(play()).toEqual(play());
  });

  test('starts from the command line, says where it is and ends on SIGTERM', async () => {
    const args = [
      '--import',
      'tsx',
      'tests/fakes/linear/main.ts',
      '--port',
      '0',
      '--issues',
      '30',
      '--teams',
      '2',
      '--seed',
      '7',
    ];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
    const { url, apiKey } = JSON.parse(line) as { url: string; apiKey: string };
    const response = await fetch(url, {
      method: 'POST',
      headers: { authorization: apiKey },
      body: JSON.stringify({ query: '{ teams { nodes { key } } }' }),
    });
    expect(await response.json()).toMatchObject({ data: { teams: { nodes: [{}, {}] } } });
    child.kill('SIGTERM');
    const [code] = (await once(child, 'exit')) as [number];
    expect(code).toBe(0);
  }, 20_000);
});
