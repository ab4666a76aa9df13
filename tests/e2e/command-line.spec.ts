import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { APIRequestContext } from '@playwright/test';
import { z } from 'zod';
import { expect, test } from './fixtures';
import { importLinear, openApi, readConnection } from './import-linear';

// What each command does is shown in tests/data/cli. Here the command is a process of its own, and the server is the built app.

// A number of its own gives this file an app and a Linear of its own.
test.use({ linearIssues: 9 });

let api: APIRequestContext;
let folder: string;

test.beforeAll(async ({ app, linear, adminSession }) => {
  folder = await mkdtemp(join(tmpdir(), 'trackline-terminal-'));
  api = await openApi({ app, adminSession });
  await linear.control('createLabel', { name: 'Feathered', color: '#ff8800' });
  await importLinear(api, linear);
  const { id } = await readConnection(api);
  expect((await api.patch(`/api/v1/connections/${id}`, { data: { writeBack: 'everyone' } })).status()).toBe(200);
});

test.afterAll(async () => {
  await api.dispose();
  await rm(folder, { recursive: true, force: true });
});

/** What it prints; fails when its exit code is not 0. */
async function trackline(...args: string[]): Promise<string> {
  const { TRACKLINE_URL: _url, TRACKLINE_TOKEN: _token, ...rest } = process.env;
  const env = { ...rest, XDG_CONFIG_HOME: folder, HOME: folder };
  const { stdout } = await promisify(execFile)(process.execPath, [join('bin', 'trackline.mjs'), ...args], { env });
  return stdout;
}

async function makeToken(): Promise<string> {
  const answer = await api.post('/api/v1/tokens', { data: { name: 'Terminal', scope: 'write' } });
  return z.object({ token: z.string() }).parse(await answer.json()).token;
}

test('issues are made, moved and timed from a terminal, and the app shows it', async ({ app, signedInAdmin: page }) => {
  await trackline('login', app.url, '--token', await makeToken());
  expect(await trackline('connection', 'test')).toContain('Works');
  expect(await trackline('connection', 'sync')).toBe('No changes.\n');

  const created = await trackline('issue', 'create', 'Feed the heron', '--team', 'ENG', '--label', 'feathered');
  const issue = /^Created (ENG-\d+): Feed the heron/.exec(created)?.[1] ?? '';
  expect(issue).not.toBe('');
  expect(await trackline('issue', 'state', issue, 'in progress')).toContain('In Progress, Feathered');
  await trackline('issue', 'comment', issue, 'It likes fish.');
  expect(await trackline('start', issue)).toBe(`Started ${issue}: Feed the heron.\n`);
  expect(await trackline('stop')).toContain(`Stopped ${issue}`);
  expect(await trackline('log', issue, '1h30m')).toContain(`Logged 1:30 on ${issue}`);
  expect(await trackline('report', '--range', 'today', '--group-by', 'task')).toMatch(/Feed the heron +1:30/);

  const task = z.looseObject({ task: z.looseObject({ id: z.string() }) });
  const { id } = task.parse(JSON.parse(await trackline('issue', 'get', issue, '--json'))).task;
  await page.goto(`/tasks/${id}`);
  await expect(page.getByText('It likes fish.').first()).toBeVisible();
  await expect(page.getByRole('button', { name: /^Change state/i })).toContainText('In Progress');
});

test('an exit code says what went wrong', async () => {
  await expect(trackline('issue', 'state', 'ENG-99999', 'Done')).rejects.toMatchObject({ code: 10 });
  await expect(trackline('states', '--team', 'NOPE')).rejects.toMatchObject({ code: 3 });
});
