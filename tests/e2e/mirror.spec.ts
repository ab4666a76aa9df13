import type { APIRequestContext } from '@playwright/test';
import { z } from 'zod';
import { days } from '@/lib/kit/sleep';
import { expect, test } from './fixtures';
import { findTask, importLinear, openApi, syncAll } from './import-linear';
import { signInMember } from './sign-in-member';

// What is chosen in one test is there in the next.
test.describe.configure({ mode: 'serial' });
// A number of its own gives this file an app of its own.
test.use({ linearIssues: 90 });

let api: APIRequestContext;

test.beforeAll(async ({ app, adminSession, linear }) => {
  api = await openApi({ app, adminSession });
  const [startsAt, endsAt] = [0, 14].map((after) => new Date(Date.now() + days(after)).toISOString());
  const made = await linear.control('createCycle', { team: 'ENG', number: 99, name: 'Heron flight', startsAt, endsAt });
  const { id: cycle } = z.looseObject({ id: z.string() }).parse(made);
  await linear.control('createIssue', { team: 'ENG', title: 'Heron in a cycle', cycle, estimate: 5 });
  await importLinear(api, linear);
});

test.afterAll(() => api.dispose());

const found = z.object({ items: z.array(z.looseObject({ id: z.string() })) });
const readItems = async (path: string) => found.parse(await (await api.get(path)).json()).items;

test('says who can choose what is read, while nothing is', async ({
  app,
  browser,
  signedInAdmin: page,
  strayErrors,
}) => {
  strayErrors.allow(/409/);
  await page.goto('/linear');
  await expect(page.getByRole('region', { name: 'Cycles' })).toContainText('No cycles are read from Linear.');
  const cycles = page.getByRole('region', { name: 'Cycles' });
  await expect(cycles.getByRole('link', { name: 'Open connections' })).toHaveAttribute('href', '/connections');
  const other = await signInMember(api, app.url, browser);
  const theirs = await other.newPage();
  await theirs.goto('/linear/labels');
  await expect(theirs.getByText('Ask an admin to choose it in the settings of the connection.')).toBeVisible();
  await other.close();
});

test('shows cycles and projects with hours against scope', async ({ signedInAdmin: page, checkAccessibility }) => {
  const [connection] = await readItems('/api/v1/connections');
  const collections = ['cycles', 'projects', 'comments', 'labels'];
  const chosen = await api.patch(`/api/v1/connections/${connection?.id}`, { data: { collections } });
  expect(chosen.status(), await chosen.text()).toBe(200);
  await syncAll(api);
  const { id: taskId } = await findTask(api, 'Heron in a cycle');
  const entry = { taskId, on: '2025-03-10', durationSeconds: 5_400 };
  expect((await api.post('/api/v1/time-entries', { data: entry })).status()).toBe(201);
  const [cycle] = await readItems('/api/v1/linear-progress?of=cycles');
  await page.goto('/linear');
  const first = page.getByRole('region', { name: 'Cycles' }).getByRole('listitem').first();
  await expect(first).toContainText(String(cycle?.['name']));
  await expect(first).toContainText(`${cycle?.['doneIssues']} of ${cycle?.['issues']}`);
  await expect(first.getByRole('progressbar')).toBeVisible();
  const now = page.getByRole('region', { name: 'Cycles' }).getByRole('listitem').filter({ hasText: 'Heron flight' });
  await expect(now).toContainText('0 of 1');
  await expect(now).toContainText('0 of 5');
  await expect(now.getByRole('link', { name: '1:30 tracked on Heron flight: open the report' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Projects' }).getByRole('listitem').first()).toBeVisible();
  await checkAccessibility();
});

test('finds a comment, shows all of it, and leads to its task', async ({ signedInAdmin: page, checkAccessibility }) => {
  const comments = await readItems('/api/v1/linear/comments?limit=200');
  const { body } = z.looseObject({ body: z.string() }).parse(comments[0]);
  await page.goto('/linear');
  await page.getByRole('link', { name: 'Comments' }).click();
  const table = page.getByRole('table', { name: 'Comments' });
  await expect(table.getByRole('row').nth(1)).toBeVisible();
  await checkAccessibility();
  await page.getByRole('textbox', { name: 'Search comments' }).fill('no comment says this');
  await expect(page.getByText('No comments match.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Search comments' }).fill(body);
  const hit = table.getByRole('button', { name: body }).first();
  await hit.click();
  const panel = page.getByRole('dialog', { name: 'Comment' });
  await expect(panel.getByRole('region', { name: 'Body' })).toHaveText(body);
  await expect(panel.getByRole('link', { name: 'Open in Linear' })).toBeVisible();
  await checkAccessibility();
  await page.keyboard.press('Escape');
  await expect(hit).toBeFocused();
  await hit.click();
  await panel.getByRole('link', { name: /^[A-Z]+-\d+$/ }).click();
  await expect(page).toHaveURL(/\/tasks\//);
  // There to be read, though nothing may be written from here.
  await expect(page.getByRole('region', { name: 'Comments' }).getByText(body).first()).toBeVisible();
});

test('filters a collection by team, and keeps it in the address', async ({ signedInAdmin: page }) => {
  await page.goto('/linear/cycles');
  await page.getByRole('combobox', { name: 'Team' }).click();
  await page.getByRole('option', { name: /Engineering/ }).click();
  await expect(page).toHaveURL(/team=ENG/);
  const table = page.getByRole('table', { name: 'Cycles' });
  await expect(table.getByRole('cell', { name: 'ENG', exact: true }).first()).toBeVisible();
  await expect(table.getByRole('cell', { name: /^(DES|MOB)$/ })).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('combobox', { name: 'Team' })).toContainText('Engineering');
});

test('fits a phone', async ({ signedInAdmin: page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const path of ['/linear', '/linear/cycles', '/linear/comments']) {
    await page.goto(path);
    await expect(page.getByRole('table').or(page.getByRole('progressbar')).first()).toBeVisible();
    const fits = await page.evaluate(
      () => document.documentElement.scrollWidth <= document.documentElement.clientWidth,
    );
    expect(fits, path).toBe(true);
  }
});
