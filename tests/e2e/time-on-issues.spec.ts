import { join } from 'node:path';
import type { APIRequestContext, Page } from '@playwright/test';
import Database from 'better-sqlite3';
import { z } from 'zod';
import { minutes } from '@/lib/kit/sleep';
import type { RunningSimulator } from '@/tests/support/e2e-simulator';
import { issueAtLinear } from './ask-linear';
import { expect, test } from './fixtures';
import { findTask, importLinear, openApi, readConnection } from './import-linear';
import { signInMember } from './sign-in-member';

// What is on in one test is on in the next.
test.describe.configure({ mode: 'serial' });
const publicOrigin = 'https://trackline.example';
// A number of its own gives this file an app of its own.
test.use({ linearIssues: 6, publicOrigin });

let api: APIRequestContext;
let connectionId = '';
let task: Awaited<ReturnType<typeof findTask>>;

test.beforeAll(async ({ app, adminSession, linear }) => {
  api = await openApi({ app, adminSession });
  await linear.control('createIssue', { team: 'ENG', title: 'Feed the otter' });
  await importLinear(api, linear);
  connectionId = (await readConnection(api)).id;
  task = await findTask(api, 'Feed the otter');
});

test.afterAll(() => api.dispose());

async function track(person: APIRequestContext, durationSeconds: number, origin: string): Promise<void> {
  const data = { taskId: task.id, on: '2025-03-10', durationSeconds };
  const answer = await person.post('/api/v1/time-entries', { data, headers: { origin } });
  expect(answer.status(), await answer.text()).toBe(201);
}

async function openTime(page: Page): Promise<void> {
  await page.goto(`/connections/${connectionId}`);
  await expect(time(page).getByRole('switch').first()).toBeVisible();
}

const time = (page: Page) => page.getByRole('region', { name: 'Time on issues', exact: true });
const shown = (page: Page) => time(page).getByRole('switch', { name: 'Show tracked time on issues' });
const told = (page: Page) => time(page).getByRole('switch', { name: 'Comment when a timer stops' });
const attachments = async (linear: RunningSimulator) => (await issueAtLinear(linear, task.identifier)).attachments;

async function countAttachments(linear: RunningSimulator): Promise<number> {
  const answer = await fetch(linear.url.replace(/\/graphql$/, '/_control/state'));
  return z.object({ counts: z.object({ attachments: z.number() }) }).parse(await answer.json()).counts.attachments;
}

/** An issue is brought up to date a quarter of an hour after the last time: to the app that is now. */
function letTimePass(dataDir: string): void {
  const database = new Database(join(dataDir, 'trackline.db'));
  const before = new Date(Date.now() - minutes(15)).toISOString().replace('Z', '+00:00');
  const { changes } = database.prepare('update time_attachment set sent_at = ?').run(before);
  database.close();
  expect(changes).toBe(1);
}

test('an issue carries its time as one attachment, which says who and when and leads back', async ({
  signedInAdmin: page,
  app,
  browser,
  linear,
  checkAccessibility,
}) => {
  await track(api, 7_200, app.url);
  const member = await signInMember(api, app.url, browser);
  await track(member.request, 4_800, app.url);
  await member.close();

  await openTime(page);
  await expect(shown(page)).not.toBeChecked();
  await shown(page).click();
  await expect(time(page)).toContainText('1 carry their time', { timeout: 20_000 });
  await expect(shown(page)).toBeChecked();
  await checkAccessibility();
  expect(await attachments(linear)).toEqual([
    {
      id: expect.any(String),
      title: '3h 20m tracked',
      subtitle: 'ada 2h, Grace 1h 20m',
      url: `${publicOrigin}/tasks/${task.id}`,
      metadata: {
        source: 'trackline',
        seconds: 12_000,
        'ada 2025-W11': 7_200,
        'Grace Ellery 2025-W11': 4_800,
      },
    },
  ]);
});

test('more time changes that attachment and makes no second one', async ({ signedInAdmin: page, app, linear }) => {
  const [before] = await attachments(linear);
  await track(api, 2_400, app.url);
  letTimePass(app.dataDir);
  await openTime(page);
  // Off and on again, so that it is sent now: what is at Linear stays meanwhile.
  await shown(page).click();
  await expect(time(page)).toContainText('1 still carry their time');
  expect(await attachments(linear)).toEqual([before]);
  await shown(page).click();
  await expect
    .poll(async () => (await attachments(linear)).map(({ id, title }) => ({ id, title })), {
      timeout: 20_000,
    })
    .toEqual([{ id: before?.id, title: '4h tracked' }]);
});

test('a timer that stops is told by one comment, once writing to Linear is on', async ({
  signedInAdmin: page,
  linear,
}) => {
  await openTime(page);
  await expect(told(page)).toBeDisabled();
  await expect(time(page)).toContainText('Turn on writing to Linear first');
  await page.getByRole('region', { name: 'Writing to Linear' }).getByRole('radio', { name: 'Everyone' }).click();
  await told(page).click();
  await expect(told(page)).toBeChecked();
  await expect.poll(async () => (await readConnection(api)).commentOnStop).toBe(true);

  const startedAt = new Date(Date.now() - minutes(90)).toISOString();
  await api.post('/api/v1/timer/start', { data: { taskId: task.id, startedAt, description: 'Fish, mostly' } });
  await page.goto(`/tasks/${task.id}`);
  await page
    .getByRole('region', { name: 'Timer', exact: true })
    .getByRole('button', { name: 'Stop the timer' })
    .click();
  await expect
    .poll(async () => (await issueAtLinear(linear, task.identifier)).comments)
    .toEqual([{ body: '1h 30m tracked by ada: Fish, mostly' }]);
});

test('is removed from all issues at once, and leaves what others have attached', async ({
  signedInAdmin: page,
  linear,
  checkAccessibility,
}) => {
  const before = await countAttachments(linear);
  await page.setViewportSize({ width: 390, height: 844 });
  await openTime(page);
  await time(page).getByRole('button', { name: 'Remove from all issues' }).click();
  const dialog = page.getByRole('alertdialog', { name: 'Remove the time from all issues?' });
  await expect(dialog).toContainText('1 issue. No time is lost here.');
  await checkAccessibility();
  await dialog.getByRole('button', { name: 'Remove from all issues' }).click();
  await expect(shown(page)).not.toBeChecked();
  await expect(shown(page)).toBeFocused();
  await expect.poll(() => attachments(linear), { timeout: 20_000 }).toEqual([]);
  expect(await countAttachments(linear)).toBe(before - 1);
  await expect(time(page).getByText('carry their time')).toHaveCount(0);
  await checkAccessibility();
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
});
