import { readdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { APIRequestContext, Page } from '@playwright/test';
import { z } from 'zod';
import { browsedCollections, collectionWords } from '@/app/(signed-in)/linear/collection-words';
import { listOf } from '@/lib/contracts/common';
import { linearIssue } from '@/lib/contracts/linear-collection';
import type { RunningSimulator } from '@/tests/support/e2e-simulator';
import { expect, test } from './fixtures';
import { importLinear, openApi, readConnection } from './import-linear';

// From nothing chosen: every test goes on where the one before has stopped.
test.describe.configure({ mode: 'serial' });
// A number of its own gives this file an app and a Linear of its own.
test.use({ linearIssues: 45 });

const key = z.looseObject({ value: z.string() });
let api: APIRequestContext;
let connectionId = '';

test.beforeAll(async ({ app, linear, adminSession }) => {
  api = await openApi({ app, adminSession });
  await linear.control('updateIssue', 'ENG-1', { title: 'Heron watch', description: 'A heron stands in the reeds.' });
  await importLinear(api, linear);
  connectionId = (await readConnection(api)).id;
  // No tick may bring what a choice is to bring.
  await change({ schedule: { enabled: true, cron: '0 4 1 1 *' } });
});
test.afterAll(() => api.dispose());

async function change(data: object): Promise<void> {
  const answer = await api.patch(`/api/v1/connections/${connectionId}`, { data });
  expect(answer.status(), await answer.text()).toBe(200);
}

async function openConnection(page: Page): Promise<void> {
  await page.goto(`/connections/${connectionId}`);
  await expect(collection(page, 'Issues')).toContainText('45 issues');
}

const reading = (page: Page) => page.getByRole('region', { name: 'What is read' });
const box = (page: Page, name: string) => reading(page).getByRole('checkbox', { name, exact: true });
const collection = (page: Page, name: string) =>
  reading(page)
    .getByRole('listitem')
    .filter({ has: page.getByRole('checkbox', { name, exact: true }) });

/** Of each collection, as the simulator has it; of notifications it has those of everybody. */
async function countAtLinear(linear: RunningSimulator) {
  const answer = await fetch(linear.url.replace(/\/graphql$/, '/_control/state'));
  const { counts } = z.object({ counts: z.record(z.string(), z.number()) }).parse(await answer.json());
  const { notifications, relations, ...rest } = counts;
  return { ...rest, 'issue-relations': relations } as Record<string, number | undefined>;
}

async function countOf(page: Page, name: string): Promise<number> {
  const text = await collection(page, name).getByRole('link').textContent();
  return Number.parseInt(text ?? '', 10);
}

test('collections that are ticked are read in a run that comes at once, and are browsed', async ({
  signedInAdmin: page,
  linear,
  checkAccessibility,
}) => {
  await linear.control('createComment', { issue: 'ENG-1', body: 'Heron was here first' });
  await openConnection(page);
  await expect(reading(page)).toContainText('0 of 13 chosen');
  await box(page, 'Comments').click();
  await box(page, 'Cycles').click();
  await box(page, 'Notifications').click();
  await expect(reading(page)).toContainText('3 of 13 chosen');
  for (const name of ['Comments', 'Cycles', 'Notifications']) {
    await expect(collection(page, name)).toContainText(/Read (just now|\d)/, { timeout: 20_000 });
  }
  expect(await countOf(page, 'Cycles')).toBeGreaterThan(0);
  await expect(collection(page, 'Notifications')).toContainText('who owns the key');
  await checkAccessibility();

  await collection(page, 'Comments').getByRole('link').click();
  await expect(page).toHaveURL(/\/linear\/comments/);
  await expect(page.getByText('Heron was here first').first()).toBeVisible();
});

test('what is new at Linear comes with the next sync', async ({ signedInAdmin: page, linear }) => {
  await openConnection(page);
  const before = await countOf(page, 'Comments');
  await linear.control('createComment', { issue: 'ENG-1', body: 'Heron came back' });
  await page.getByRole('button', { name: 'Sync now' }).click();
  await expect(page.getByText(/^Sync succeeded, /)).toBeVisible();
  await expect(collection(page, 'Comments')).toContainText(`${before + 1} comments`);
});

test('leaving a collection is asked first, and removes its copy here alone', async ({
  signedInAdmin: page,
  checkAccessibility,
  strayErrors,
}) => {
  strayErrors.allow(/status of 409/);
  await openConnection(page);
  const count = await countOf(page, 'Comments');
  const dialog = page.getByRole('alertdialog', { name: 'Stop reading comments?' });
  await box(page, 'Comments').click();
  await expect(dialog).toContainText(`Removes ${count} comments from Trackline. Linear keeps them.`);
  await checkAccessibility();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(box(page, 'Comments')).toBeChecked();
  await box(page, 'Comments').click();
  await dialog.getByRole('button', { name: 'Stop reading' }).click();
  await expect(box(page, 'Comments')).not.toBeChecked();
  await expect(reading(page)).toContainText('2 of 13 chosen');
  await page.goto('/linear/comments');
  await expect(page.getByText('No comments are read from Linear.')).toBeVisible();

  await openConnection(page);
  await reading(page).getByRole('button', { name: 'Choose all' }).click();
  await expect(reading(page)).toContainText('13 of 13 chosen');
  await expect(collection(page, 'Comments')).toContainText(`${count} comments`, { timeout: 20_000 });
});

test('descriptions are read when they are chosen, and removed when they are left', async ({ signedInAdmin: page }) => {
  const described = async () => {
    const answer = await api.get('/api/v1/linear/issues', { params: { limit: 200 } });
    return listOf(linearIssue)
      .parse(await answer.json())
      .items.find(({ title }) => title === 'Heron watch')?.description;
  };
  expect(await described()).toBeNull();
  await openConnection(page);
  await box(page, 'With descriptions').click();
  await expect(box(page, 'With descriptions')).toBeChecked();
  await expect.poll(described, { timeout: 20_000 }).toBe('A heron stands in the reeds.');

  await box(page, 'With descriptions').click();
  await page
    .getByRole('alertdialog', { name: 'Stop reading descriptions?' })
    .getByRole('button', { name: 'Stop reading' })
    .click();
  await expect(box(page, 'With descriptions')).not.toBeChecked();
  await expect.poll(described).toBeNull();
});

test('an export writes files, then only what changed, and says in plain words what stops it', async ({
  signedInAdmin: page,
  app,
  strayErrors,
}) => {
  strayErrors.allow(/status of 422/);
  await openConnection(page);
  await expect(collection(page, 'Issue relations')).toContainText(/Read (just now|\d)/, { timeout: 20_000 });
  const exporting = reading(page).getByRole('button', { name: 'Export' });
  await exporting.click();
  await expect(reading(page).getByText(/^\d+ written, 0 unchanged, 0 removed\.$/)).toBeVisible();
  const folder = join(app.dataDir, 'exports', 'linear', 'northwind');
  expect(await readdir(join(folder, 'issues'))).toHaveLength(45);
  expect(await readdir(folder)).toContain('organization.json');
  await exporting.click();
  await expect(reading(page).getByText(/^0 written, \d+ unchanged, 0 removed\.$/)).toBeVisible();

  await rename(join(folder, 'labels'), join(folder, 'aside'));
  await writeFile(join(folder, 'labels'), 'Not a folder');
  await exporting.click();
  await expect(reading(page).getByRole('alert')).toContainText('cannot be written: a file is in the way.');
});

test('every collection is read whole, and can be browsed', async ({ signedInAdmin: page, linear }) => {
  await openConnection(page);
  const atLinear = await countAtLinear(linear);
  for (const name of browsedCollections) {
    const { title } = collectionWords[name];
    const count = await countOf(page, title);
    expect(count, title).toBeGreaterThan(0);
    if (atLinear[name] !== undefined) expect(count, title).toBe(atLinear[name]);
  }
  for (const name of browsedCollections) {
    await page.goto(`/linear/${name}`);
    const table = page.getByRole('table', { name: collectionWords[name].title });
    await expect(table.getByRole('row').nth(1)).toBeVisible();
  }
});

test('says what is missing while nobody has said where this server is reached', async ({
  signedInAdmin: page,
  checkAccessibility,
}) => {
  await openConnection(page);
  const time = page.getByRole('region', { name: 'Time on issues', exact: true });
  await expect(time.getByText('The address of this server is not known')).toBeVisible();
  await expect(time).toContainText('Set BASE_URL');
  await expect(time.getByRole('switch', { name: 'Show tracked time on issues' })).toBeDisabled();
  await expect(page.getByRole('region', { name: 'Live updates' })).toContainText('Linear cannot reach this address.');
  await checkAccessibility();
});

test('a key that may not write says so before anything is offered, and another mends it', async ({
  signedInAdmin: page,
  linear,
  checkAccessibility,
}) => {
  const { value } = key.parse(await linear.control('createKey', { scopes: ['read'] }));
  await change({ apiKey: value });
  await openConnection(page);
  const writing = page.getByRole('region', { name: 'Writing to Linear' });
  await expect(writing.getByRole('radio', { name: 'Off' })).toBeChecked();
  await writing.getByRole('radio', { name: 'Everyone' }).click();
  await expect(writing.getByText('The key may not write, so nothing is offered.')).toBeVisible();
  await checkAccessibility();
  await writing.getByRole('button', { name: 'Replace key' }).click();
  const dialog = page.getByRole('dialog', { name: 'Replace the API key' });
  await dialog.getByRole('textbox', { name: 'New Linear API key' }).fill(linear.apiKey);
  await dialog.getByRole('button', { name: 'Test and save' }).click();
  await expect(writing.getByText("Writes, and is an admin's")).toBeVisible();
  await writing.getByRole('button', { name: 'Check again' }).click();
  await expect(page.getByText('The key may write. Nothing was changed at Linear.')).toBeVisible();
  await writing.getByRole('radio', { name: 'Admins' }).click();
  await expect(writing.getByRole('radio', { name: 'Admins' })).toBeChecked();
  await page.reload();
  await expect(writing.getByRole('radio', { name: 'Admins' })).toBeChecked();
});
