import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Issue } from '@/tests/fakes/linear/model';
import type { CliRig } from '@/tests/support/cli';
import { IssuesRig } from './issues-rig';

let rig: IssuesRig;
let cli: CliRig;
let login: Issue;

beforeAll(async () => {
  rig = await IssuesRig.start();
  ({ cli, login } = rig);
});
afterAll(() => rig.stop());
beforeEach(() => rig.clear());

const issue = (...args: string[]) => rig.issue(...args);
const json = (...args: string[]) => rig.json(...args);

describe('close and reopen', () => {
  const configure = async (settings: unknown) => {
    const folder = join(cli.folder, 'config', 'trackline');
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'config.json'), JSON.stringify(settings));
  };

  it('take the usual states of the team', async () => {
    await issue('close', login.identifier);
    expect(login.state.type).toBe('completed');
    await issue('reopen', login.identifier);
    expect(login.state.type).toBe('unstarted');
  });

  it('take the states of the settings, and of the command before those', async () => {
    await configure({ close: { [rig.team.key.toLowerCase()]: 'Canceled' }, reopen: { '*': 'In Progress' } });
    await issue('close', login.identifier);
    expect(login.state.name).toBe('Canceled');
    await issue('reopen', login.identifier);
    expect(login.state.name).toBe('In Progress');
    await issue('close', login.identifier, '--state', 'Done');
    expect(login.state.name).toBe('Done');
    await configure({ close: { '*': 'Dnoe' } });
    expect((await json('close', login.identifier)).error()).toMatchObject({
      exitCode: 3,
      nearest: expect.arrayContaining(['Done']),
    });
    await configure({ clsoe: {} });
    expect(await issue('close', login.identifier)).toMatchObject({
      exit: 2,
      stderr: expect.stringContaining('config.json'),
    });
    await configure({});
  });

  it('classifies by labels', async () => {
    const unknown = await json('classify', login.identifier);
    expect([unknown.exit, unknown.error().code]).toEqual([3, 'unclassified']);
    await issue('label', 'add', login.identifier, 'Bug', 'Feature');
    expect((await issue('classify', login.identifier)).stdout).toBe('bug\n');
    await configure({ classify: { bug: [], chore: ['feature'], feature: [] } });
    expect((await json('classify', login.identifier)).json()).toMatchObject({ kind: 'chore', by: 'Feature' });
    await configure({ classify: { bug: [], chore: [], feature: [], otherwise: 'patch' } });
    expect((await json('classify', login.identifier)).json()).toMatchObject({ kind: 'patch', by: null });
    await configure({});
  });
});
