import { readFile } from 'node:fs/promises';
import type { APIRequestContext, Download, Page } from '@playwright/test';
import { z } from 'zod';
import { expect, test } from './fixtures';
import { openApi } from './import-linear';

// One week of March 2024: each test goes on where the one before has stopped.
test.describe.configure({ mode: 'serial' });
// A number of its own gives this file an app of its own.
test.use({ linearIssues: 62 });

const week = 'from=2024-03-04&to=2024-03-10';
const made = z.looseObject({ id: z.string() });
let api: APIRequestContext;

test.beforeAll(async ({ app, adminSession }) => {
  api = await openApi({ app, adminSession });
  const website = await make('/api/v1/projects', { name: 'Website' });
  const office = await make('/api/v1/projects', { name: 'Back office' });
  await make('/api/v1/rates', { kind: 'project', subjectId: website, amount: 6000, effectiveFrom: '2024-01-01' }, null);
  const launch = await make('/api/v1/tasks', { projectId: website, title: 'Launch page' });
  const links = await make('/api/v1/tasks', { projectId: website, title: 'Fix links' });
  const letters = await make('/api/v1/tasks', { projectId: office, title: 'Answer letters' });
  const hour = 3600;
  await make(entries, { taskId: launch, on: '2024-03-04', durationSeconds: 3 * hour, billable: true });
  await make(entries, { taskId: launch, on: '2024-03-05', durationSeconds: hour, billable: true });
  await make(entries, { taskId: links, on: '2024-03-05', durationSeconds: 2 * hour, billable: true });
  await make(entries, { taskId: letters, on: '2024-03-06', durationSeconds: 2 * hour, billable: false });
  await make(entries, { taskId: letters, on: '2024-02-28', durationSeconds: hour, billable: false });
});

test.afterAll(() => api.dispose());

const entries = '/api/v1/time-entries';

async function make(path: string, data: object, schema: typeof made | null = made): Promise<string> {
  const answer = await api.post(path, { data });
  expect(answer.status(), await answer.text()).toBe(201);
  return schema?.parse(await answer.json()).id ?? '';
}

const row = (page: Page, name: string) =>
  page.getByRole('table', { name: 'Report' }).getByRole('row').filter({ hasText: name });
const total = (page: Page) => row(page, 'Total');

async function openReport(page: Page, query: string): Promise<void> {
  await page.goto(`/reports?${query}`);
  await expect(total(page)).toBeVisible();
}

async function choose(page: Page, menu: string | RegExp, item: string): Promise<void> {
  await page.getByRole('button', { name: menu }).first().click();
  await page.getByRole('menuitem', { name: item }).click();
}

test('sums a week by project: time, billable, amount, entries', async ({ signedInAdmin: page, checkAccessibility }) => {
  await openReport(page, week);
  await expect(row(page, 'Website')).toHaveText(/Website6:0075%6:00€360\.003/);
  await expect(row(page, 'Back office')).toHaveText(/Back office2:0025%0:00€0\.001/);
  await expect(total(page)).toHaveText(/Total8:00100%6:00€360\.004/);
  await expect(page.getByRole('list', { name: 'Shares by project' }).getByRole('listitem')).toHaveText([
    /Website6:0075%/,
    /Back office2:0025%/,
  ]);
  // What the bars show, for those who do not see them.
  await expect(page.getByRole('table', { name: 'Time by day' }).getByRole('row')).toHaveText([
    'WhenTotalWebsiteBack office',
    'Mon 4 Mar 20243:003:000:00',
    'Tue 5 Mar 20243:003:000:00',
    'Wed 6 Mar 20242:000:002:00',
    /^Thu/,
    /^Fri/,
    /^Sat/,
    /^Sun/,
  ]);
  await expect(page.locator('.recharts-surface').first()).toBeVisible();
  await checkAccessibility();
  await page.getByRole('columnheader', { name: 'Entries' }).getByRole('button').click();
  await page.getByRole('columnheader', { name: 'Entries' }).getByRole('button').click();
  await expect(page.getByRole('columnheader', { name: 'Entries' })).toHaveAttribute('aria-sort', 'ascending');
  await expect(page).toHaveURL(/sort=entries&order=asc/);
});

test('goes from range to range by keyboard', async ({ signedInAdmin: page, checkAccessibility }) => {
  await openReport(page, week);
  await page.keyboard.press('ArrowLeft');
  await expect(page).toHaveURL('/reports?from=2024-02-26&to=2024-03-03');
  await expect(total(page)).toContainText('1:00');
  await page.keyboard.press('ArrowRight');
  await expect(total(page)).toContainText('8:00');

  await page.keyboard.press('d');
  const dialog = page.getByRole('dialog', { name: 'Choose the days' });
  await expect(dialog).toBeVisible();
  await checkAccessibility();
  await page.keyboard.type('last year');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/reports?range=lastYear');
  await expect(page.getByRole('button', { name: /Last year/ })).toBeVisible();

  await page.keyboard.press('d');
  await dialog.getByLabel('From').fill('2024-03-31');
  await dialog.getByLabel('To').fill('2024-03-01');
  await dialog.getByRole('button', { name: 'Show these days' }).click();
  await expect(dialog.getByText('The last day is before the first.')).toBeVisible();
  await dialog.getByLabel('From').fill('2024-03-01');
  await dialog.getByLabel('To').fill('2024-03-31');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/reports?from=2024-03-01&to=2024-03-31');
  await expect(page.getByRole('button', { name: 'March 2024' })).toBeVisible();
});

test('filters by keyboard, keeps the report in the address, and lets go of it', async ({
  signedInAdmin: page,
  checkAccessibility,
}) => {
  await openReport(page, week);
  await page.keyboard.press('f');
  await expect(page.getByRole('dialog', { name: 'Filter report' })).toBeVisible();
  await page.keyboard.type('billable');
  await page.keyboard.press('Enter');
  await page.keyboard.type('not');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(total(page)).toContainText('2:00');
  await expect(row(page, 'Website')).toBeHidden();
  await page.reload();
  await expect(total(page)).toContainText('2:00');
  await checkAccessibility();
  await page.getByRole('button', { name: 'Remove filter Billable: Not billable' }).click();
  await expect(total(page)).toContainText('8:00');

  await page.keyboard.press('f');
  await page.keyboard.type('task');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Type to search.')).toBeVisible();
  await page.keyboard.type('launch');
  await page.getByRole('option', { name: 'Launch page' }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Remove filter Task: Launch page' })).toBeVisible();
  await expect(total(page)).toContainText('4:00');
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect(page).toHaveURL(`/reports?${week}`);
});

test('opens a row to the entries behind it, and counts what was changed there', async ({
  signedInAdmin: page,
  checkAccessibility,
}) => {
  await openReport(page, week);
  await page.getByRole('combobox', { name: 'Then by' }).click();
  await page.getByRole('option', { name: 'Task' }).click();
  await expect(page).toHaveURL(/by=project,task/);
  await page.getByRole('button', { name: 'Unfold all' }).click();
  await expect(row(page, 'Launch page')).toContainText('4:00');
  await page.getByRole('button', { name: 'Fold all' }).click();
  await expect(row(page, 'Launch page')).toBeHidden();

  await page.keyboard.press('j');
  await expect(page.getByRole('button', { name: 'Website', exact: true })).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('j');
  await expect(page.getByRole('button', { name: /Launch page/ })).toBeFocused();
  await page.keyboard.press('Enter');
  const sheet = page.getByRole('dialog', { name: /^Website: .*Launch page$/ });
  await expect(sheet.getByText('4:00 in 2 entries, 4 to 10 Mar 2024')).toBeVisible();
  await expect(sheet.getByRole('heading', { level: 3 })).toHaveText(['Tue 5 Mar 2024', 'Mon 4 Mar 2024']);
  await checkAccessibility();

  await sheet.getByRole('listitem').first().getByRole('button').click();
  const dialog = page.getByRole('dialog', { name: 'Edit time entry' });
  await dialog.getByRole('textbox', { name: 'Duration' }).fill('2h');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  await expect(sheet.getByText('5:00 in 2 entries, 4 to 10 Mar 2024')).toBeVisible();
  await page.goBack();
  await expect(sheet).toBeHidden();
  await expect(total(page)).toContainText('9:00');
});

test('saves a view, changes and renames it, and brings it back after deleting', async ({ signedInAdmin: page }) => {
  await openReport(page, `${week}&by=person`);
  await choose(page, 'Views', 'Save as a new view');
  const dialog = page.getByRole('dialog', { name: 'Save view' });
  await dialog.getByRole('button', { name: 'Save view' }).click();
  await expect(dialog.getByText('Name the view.')).toBeVisible();
  await dialog.getByLabel('Name').fill('Who did what');
  await page.keyboard.press('Enter');
  const view = page.getByRole('button', { name: /^Who did what/ });
  await expect(view).toBeVisible();

  await page.keyboard.press('ArrowLeft');
  await expect(view).toHaveText('Who did whatEdited');
  await choose(page, /^Who did what/, 'Update view');
  await expect(view).toHaveText('Who did what');
  await choose(page, /^Who did what/, 'Rename view');
  await page.getByRole('dialog', { name: 'Rename view' }).getByLabel('Name').fill('By person');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'By person' })).toBeVisible();

  await choose(page, 'By person', 'Delete view');
  await expect(page.getByRole('button', { name: 'Views' })).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('button', { name: 'By person' })).toBeVisible();
  await page.goto('/reports');
  await page.getByRole('button', { name: 'Views' }).click();
  await page.getByRole('menuitemradio', { name: 'By person' }).click();
  await expect(page).toHaveURL(/from=2024-02-26&to=2024-03-03/);
  await expect(page).toHaveURL(/by=person/);
});

test('shares a report without its amounts, until the link is revoked', async ({
  signedInAdmin: page,
  browser,
  baseURL,
  strayErrors,
  checkAccessibility,
}) => {
  strayErrors.allow(/status of 404/);
  await openReport(page, week);
  await page.getByRole('button', { name: 'Share', exact: true }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Share this report' });
  await dialog.getByRole('button', { name: 'Create link' }).click();
  await expect(dialog.getByText('Name the report.')).toBeVisible();
  await dialog.getByLabel('Name').fill('March for the client');
  await checkAccessibility();
  await dialog.getByRole('button', { name: 'Create link' }).click();
  const done = page.getByRole('dialog', { name: 'Copy the link now' });
  const url = await done.getByRole('region', { name: 'Link', exact: true }).locator('code').textContent();
  await expect(done.getByText('Never opened')).toBeVisible();
  await done.getByRole('button', { name: 'Done' }).click();

  const guest = await (await browser.newContext({ baseURL: baseURL ?? '', colorScheme: 'dark' })).newPage();
  await guest.goto(new URL(url ?? '').pathname);
  await expect(guest.getByRole('heading', { name: 'March for the client' })).toBeVisible();
  await expect(total(guest)).toHaveText('Total9:00100%7:004');
  await expect(guest.getByRole('columnheader', { name: 'Amount' })).toBeHidden();
  await expect(guest.getByRole('navigation')).toBeHidden();
  await expect(guest.locator('meta[name=robots]')).toHaveAttribute('content', /noindex/);
  await checkAccessibility(guest);

  await page.getByRole('button', { name: 'Share', exact: true }).first().click();
  await expect(dialog.getByText('Last opened just now')).toBeVisible();
  await dialog.getByRole('button', { name: 'Revoke the link to March for the client' }).click();
  await page.getByRole('button', { name: 'Revoke link' }).click();
  await expect(dialog.getByText('March for the client')).toBeHidden();
  await guest.reload();
  await expect(guest.getByRole('heading', { name: 'This link shows nothing' })).toBeVisible();
  await checkAccessibility(guest);
  await guest.context().close();
});

test('exports what is shown and the entries behind it, and says why when it cannot', async ({
  signedInAdmin: page,
  strayErrors,
}) => {
  strayErrors.allow(/status of 503/);
  await openReport(page, week);
  const save = async (format: string, at: number): Promise<Download> => {
    await page.getByRole('button', { name: 'Export' }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: format }).nth(at).click();
    return await download;
  };
  const csv = await save('CSV', 0);
  expect(csv.suggestedFilename()).toMatch(/\.csv$/);
  expect(await readFile(await csv.path(), 'utf8')).toMatch(/Website/);
  expect(await readFile(await (await save('CSV', 1)).path(), 'utf8')).toMatch(/Launch page/);
  expect((await readFile(await (await save('Excel', 0)).path())).subarray(0, 2).toString()).toBe('PK');
  expect((await readFile(await (await save('PDF', 1)).path())).subarray(0, 5).toString()).toBe('%PDF-');

  await page.route('**/api/v1/reports/export**', (route) => route.fulfill({ status: 503, body: 'busy' }));
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: 'CSV' }).first().click();
  await expect(page.getByText('The report could not be exported.')).toBeVisible();
  await expect(page.getByText('The server is busy right now. Try again in a moment.')).toBeVisible();
});

test('says that there is no time, and that a report could not be made', async ({
  signedInAdmin: page,
  strayErrors,
  checkAccessibility,
}) => {
  strayErrors.allow(/status of 500/);
  await page.goto('/reports?from=2023-03-01&to=2023-03-31&billable=true');
  await expect(page.getByText('No time in this range.')).toBeVisible();
  await checkAccessibility();
  await page.getByRole('button', { name: 'Clear filters' }).last().click();
  await page.getByRole('button', { name: 'Show February 2023' }).click();
  await expect(page).toHaveURL('/reports?from=2023-02-01&to=2023-02-28');

  const problem = { status: 500, body: 'broken' };
  await page.route('**/api/v1/reports/summary**', (route) => route.fulfill(problem));
  await page.goto(`/reports?${week}`);
  await expect(page.getByText('The report could not be made.')).toBeVisible();
  await page.unroute('**/api/v1/reports/summary**');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(total(page)).toContainText('9:00');
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('shows a row in two lines, and what is behind it', async ({ signedInAdmin: page, checkAccessibility }) => {
    await page.goto(`/reports?${week}&by=project,task`);
    const list = page.getByRole('list', { name: 'Report' });
    await expect(list.getByRole('listitem').first()).toContainText('78% · 7:00 billable · €420.00 · 3 entries');
    await checkAccessibility();
    await list.getByRole('button', { name: 'Rows in Website' }).tap();
    await list.getByRole('button', { name: /Launch page/ }).tap();
    await expect(page.getByRole('dialog').getByText('5:00 in 2 entries')).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });
});
