import type { APIRequestContext, Page } from '@playwright/test';
import { z } from 'zod';
import { admin, expect, test } from './fixtures';
import { findTask, importLinear, openApi, syncAll } from './import-linear';

// A number of its own gives this file an app and a Linear of its own.
const issues = 230;
test.use({ linearIssues: issues });

const longTitle = `<img src=x onerror="document.title='hacked'"> =1+1 ${'W'.repeat(4900)}`;
const issue = z.looseObject({ identifier: z.string() });
let api: APIRequestContext;

test.beforeAll(async ({ app, linear, adminSession }) => {
  api = await openApi({ app, adminSession });
  await linear.control('makeUser', { name: 'Ada Whitfield', email: admin.email });
  await linear.control('createLabel', { name: 'Striped, mostly', color: '#ff8800' });
  await linear.control('createIssue', {
    team: 'ENG',
    title: 'Polish the zebra crossing',
    assignee: admin.email,
    labels: ['Striped, mostly'],
    priority: 1,
    dueDate: '2020-02-29',
    estimate: 3,
  });
  const parent = issue.parse(await linear.control('createIssue', { team: 'ENG', title: 'Zebra parent' }));
  await linear.control('createIssue', { team: 'ENG', title: 'Paint the zebra', parent: parent.identifier });
  await linear.control('createIssue', { team: 'DES', title: longTitle, assignee: admin.email });
  await linear.control('createIssue', { team: 'MOB', title: 'Wander to another team' });
  await importLinear(api, linear);
});

test.afterAll(() => api.dispose());

/** The rows are there only once the page has woken up. */
async function openTasks(page: Page, query = ''): Promise<void> {
  await page.goto(`/tasks${query}`);
  await expect(rows(page).first()).toBeVisible();
}

const rows = (page: Page) => page.getByRole('list', { name: 'Tasks' }).getByRole('listitem');
const row = (page: Page, title: string | RegExp) => rows(page).filter({ hasText: title });

test('finds tasks while one types, and says so when there is none', async ({ signedInAdmin: page }) => {
  await openTasks(page);
  await page.keyboard.press('/');
  await page.keyboard.type('zebra cross');
  await expect(rows(page)).toHaveCount(1);
  await expect(row(page, 'Polish the zebra crossing')).toBeVisible();
  await expect(page).toHaveURL('/tasks?q=zebra+cross');

  await page.keyboard.type(' nowhere');
  await expect(page.getByText('No task matches.')).toBeVisible();
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect(page).toHaveURL('/tasks');
  await expect(rows(page).first()).toBeVisible();
});

test('finds a task by an identifier that it had before', async ({ signedInAdmin: page, linear }) => {
  const before = await findTask(api, 'Wander to another team');
  await linear.control('moveIssue', before.identifier, 'ENG');
  await syncAll(api);
  await openTasks(page, `?q=${before.identifier}`);
  await expect(row(page, 'Wander to another team')).toBeVisible();

  await page.goto(`/tasks/by/${before.identifier}`);
  await expect(page).toHaveURL(`/tasks/${before.id}`);
  await expect(page.getByRole('heading', { name: 'Wander to another team' })).toBeVisible();
  await expect(page.getByText('Moved to another team in Linear')).toBeVisible();
  await expect(page.getByText('Earlier identifiers')).toBeVisible();
});

test('filters by keyboard, keeps the view in the address, and lets go of it', async ({
  signedInAdmin: page,
  checkAccessibility,
}) => {
  await openTasks(page);
  await page.keyboard.press('f');
  await expect(page.getByRole('dialog', { name: 'Filter tasks' })).toBeVisible();
  await checkAccessibility();
  await page.keyboard.type('label');
  await page.keyboard.press('Enter');
  await page.keyboard.type('striped');
  await page.keyboard.press('Enter');
  await expect(rows(page)).toHaveCount(1);
  await checkAccessibility();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Remove filter Label: Striped, mostly' })).toBeVisible();

  await page.reload();
  await expect(row(page, 'Polish the zebra crossing')).toBeVisible();
  await page.getByRole('button', { name: 'Remove filter Label: Striped, mostly' }).click();
  await expect(page).toHaveURL('/tasks');

  await openTasks(page, '?assignee=me&status=todo,in_progress');
  await expect(rows(page)).toHaveCount(2);
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect(page).toHaveURL('/tasks');
});

test('sorts by due date and turns the order round', async ({ signedInAdmin: page }) => {
  await openTasks(page);
  await page.getByRole('button', { name: 'Sort: Last updated, newest first' }).click();
  await page.getByRole('menuitemradio', { name: 'Due date' }).click();
  await expect(rows(page).first()).toContainText('Polish the zebra crossing');
  await page.getByRole('button', { name: 'Sort: Due date, soonest first' }).click();
  await page.getByRole('menuitemradio', { name: 'Latest first' }).click();
  await expect(page).toHaveURL('/tasks?sort=due&order=desc');
  await expect(rows(page).first()).not.toContainText('Polish the zebra crossing');
});

test('goes through the list with j and k, opens with Enter and leaves with Escape', async ({ signedInAdmin: page }) => {
  await openTasks(page, '?q=zebra&sort=title');
  const links = rows(page).getByRole('link');
  await page.keyboard.press('j');
  await expect(links.nth(0)).toBeFocused();
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await expect(links.nth(2)).toBeFocused();
  await page.keyboard.press('k');
  await expect(links.nth(1)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(links.nth(1)).not.toBeFocused();
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Paint the zebra' })).toBeVisible();
  await page.goBack();
  await page.keyboard.press('j');
  await page.keyboard.press('e');
  await expect(page.getByRole('textbox', { name: 'Notes' })).toBeFocused();
});

test('draws only the rows in view, and reads the next page on the way down', async ({ signedInAdmin: page }) => {
  await openTasks(page, '?show=all');
  const { total } = (await (await api.get('/api/v1/tasks?sourceState=all&limit=1')).json()) as { total: number };
  expect(total).toBeGreaterThanOrEqual(issues);
  await expect(page.getByRole('status').filter({ hasText: `${total} tasks` })).toBeVisible();
  const end = page.getByText(`${total} of ${total}`);
  await expect(async () => {
    await page.mouse.wheel(0, 4_000);
    await expect(end).toBeInViewport({ timeout: 200 });
  }).toPass();
  expect(await rows(page).count()).toBeLessThan(80);
});

test('makes, edits, archives and brings back a task by hand', async ({ signedInAdmin: page, checkAccessibility }) => {
  await openTasks(page);
  await page.keyboard.press('c');
  const dialog = page.getByRole('dialog', { name: 'New task' });
  await dialog.getByRole('button', { name: 'Create task' }).click();
  await expect(dialog.getByText('Name the task.')).toBeVisible();
  await expect(dialog.getByText('Choose a project.')).toBeVisible();
  await checkAccessibility();
  await dialog.getByLabel('Title').fill('Write <b>release</b> notes');
  await dialog.getByRole('combobox', { name: 'Project' }).click();
  await page.keyboard.type('mobile');
  await page.keyboard.press('Enter');
  await dialog.getByLabel('Estimate').fill('many');
  await dialog.getByRole('button', { name: 'Create task' }).click();
  await expect(dialog.getByText('Enter a number, like 3 or 0.5.')).toBeVisible();
  await expect(dialog.getByLabel('Title')).toHaveValue('Write <b>release</b> notes');
  await dialog.getByLabel('Estimate').fill('2,5');
  await dialog.getByLabel('Due date').fill('2030-11-12');
  await dialog.getByRole('button', { name: 'Create task' }).click();
  await expect(row(page, 'Write <b>release</b> notes')).toBeVisible();

  await page.getByRole('button', { name: 'Open' }).click();
  await expect(page.getByRole('heading', { name: 'Write <b>release</b> notes' })).toBeVisible();
  await page.getByRole('combobox', { name: 'Status' }).click();
  await page.getByRole('option', { name: 'In progress' }).click();
  await expect(page.getByText('Status: To do → changed to In progress')).toBeVisible();

  await page.getByRole('button', { name: 'Edit' }).click();
  await page.getByRole('dialog', { name: 'Edit task' }).getByLabel('Title').fill('Publish the release notes');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { name: 'Publish the release notes' })).toBeVisible();

  await page.getByRole('button', { name: 'Archive' }).click();
  await expect(page.getByText('This task is archived.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('This task is archived.')).toBeHidden();
  await expect(page.getByText(/^Restored by/)).toBeVisible();
});

test('keeps notes through a failed save, a reload and a sync', async ({ signedInAdmin: page, linear, strayErrors }) => {
  strayErrors.allow(/net::ERR_FAILED/);
  page.on('dialog', (dialog) => dialog.accept());
  const { id, identifier } = await findTask(api, 'Polish the zebra crossing');
  const notes = page.getByRole('textbox', { name: 'Notes' });
  await page.goto(`/tasks/${id}`);
  await notes.fill('First line\n<b>second</b>');
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();

  await page.route('**/api/v1/tasks/*', (route) =>
    route.request().method() === 'PATCH' ? route.abort() : route.continue(),
  );
  await notes.fill('Typed while the network was gone');
  await expect(page.getByText('Not saved. Your text is kept in this browser tab.')).toBeVisible();
  await page.unroute('**/api/v1/tasks/*');
  await page.reload();
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await expect(notes).toHaveValue('Typed while the network was gone');

  // Left before the pause that saves by itself.
  await notes.fill('Typed on the way out');
  await page.getByRole('link', { name: 'Dashboard' }).click();
  await expect.poll(async () => (await findTask(api, 'zebra crossing')).notes).toBe('Typed on the way out');

  await linear.control('updateIssue', identifier, { title: 'Polish the zebra crossing twice' });
  await syncAll(api);
  await page.goto(`/tasks/${id}`);
  await expect(page.getByRole('heading', { name: 'Polish the zebra crossing twice' })).toBeVisible();
  await expect(notes).toHaveValue('Typed on the way out');
  await linear.control('updateIssue', identifier, { title: 'Polish the zebra crossing' });
  await syncAll(api);
});

test('shows what is stored of an imported task, with the way to Linear and to its parent', async ({
  signedInAdmin: page,
}) => {
  const child = await findTask(api, 'Paint the zebra');
  await page.goto(`/tasks/${child.id}`);
  await page.getByRole('link', { name: /Zebra parent/ }).click();
  await expect(page.getByRole('heading', { name: 'Zebra parent' })).toBeVisible();

  const { id, url } = await findTask(api, 'Polish the zebra crossing');
  await page.goto(`/tasks/${id}`);
  await expect(page.getByRole('link', { name: /Open in Linear/ })).toHaveAttribute('href', url ?? '');
  const properties = page.getByRole('region', { name: 'Properties' });
  for (const text of ['Engineering', 'Urgent', 'Ada Whitfield', '29 Feb 2020', 'Striped, mostly', 'State']) {
    await expect(properties).toContainText(text);
  }
  await properties.getByRole('combobox', { name: 'Billable' }).click();
  await page.getByRole('option', { name: 'Not billable' }).click();
  await expect.poll(async () => (await findTask(api, 'zebra crossing')).billable).toBe(false);
  await expect(page.getByRole('button', { name: 'Edit' })).toBeHidden();
});

test('says what has become of an issue that Linear no longer has', async ({ signedInAdmin: page, linear }) => {
  const { id, identifier } = await findTask(api, 'Paint the zebra');
  await linear.control('trashIssue', identifier);
  await syncAll(api);
  await page.goto(`/tasks/${id}`);
  await expect(page.getByText('In the trash in Linear.')).toBeVisible();
  await openTasks(page, '?show=trashed&q=zebra');
  await expect(row(page, 'Paint the zebra')).toBeVisible();
  await linear.control('restoreIssue', identifier);
  await syncAll(api);
});

test('holds a title of five thousand letters and never takes it for HTML', async ({ signedInAdmin: page }) => {
  const { id } = await findTask(api, 'WWWWWWWWWWWW');
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 844 });
    for (const path of ['/tasks?assignee=me', `/tasks/${id}`, '/dashboard']) {
      await page.goto(path);
      await expect(page.getByText(/onerror=/).first()).toBeVisible();
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), path).toBe(0);
    }
  }
  await expect(page.locator('img')).toHaveCount(0);
  await page.goto(`/tasks/${id}`);
  await page.getByRole('button', { name: 'Show all' }).click();
  await expect(page.getByRole('button', { name: 'Show less' })).toBeVisible();
  await expect(page).not.toHaveTitle('hacked');
});

test('finds tasks in the palette, and makes new ones from anywhere', async ({
  signedInAdmin: page,
  checkAccessibility,
}) => {
  await page.goto('/dashboard');
  await expect(page.getByRole('heading', { name: /Assigned to me/ })).toBeVisible();
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused();
  await page.keyboard.type('zebra cross');
  await expect(page.getByRole('option', { name: /Polish the zebra crossing/ })).toBeVisible();
  await checkAccessibility();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: /Polish the zebra crossing/ })).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('new task');
  await page.getByRole('option', { name: 'New task' }).click();
  await expect(page.getByRole('dialog', { name: 'New task' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL('/tasks');
});

test('shows on the dashboard my open tasks, the connection, and what the last sync changed', async ({
  signedInAdmin: page,
  linear,
}) => {
  await page.goto('/');
  await expect(page).toHaveURL('/dashboard');
  const mine = page.getByRole('region', { name: /Assigned to me/ });
  await expect(mine.getByRole('link', { name: /Polish the zebra crossing/ })).toBeVisible();
  const { identifier } = await findTask(api, 'Zebra parent');
  await linear.control('updateIssue', identifier, { title: 'Zebra grandparent' });
  await page.getByRole('button', { name: 'Sync now' }).click();
  const changes = page.getByRole('region', { name: 'Recent changes' });
  await expect(changes).toContainText('Title: Zebra parent → Zebra grandparent');
  await linear.control('updateIssue', identifier, { title: 'Zebra parent' });
  await syncAll(api);
});

test('has no serious accessibility finding, light or dark, wide or narrow', async ({
  signedInAdmin: page,
  checkAccessibility,
}) => {
  test.slow();
  const { id } = await findTask(api, 'Polish the zebra crossing');
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 844 });
      for (const path of ['/dashboard', '/tasks', `/tasks/${id}`, '/tasks?q=nothing-like-it', '/tasks?new=task']) {
        await page.goto(path);
        await expect(page.getByRole('status').filter({ hasText: 'Loading' })).toHaveCount(0);
        await checkAccessibility();
      }
    }
  }
});

test('filters in a sheet on a phone', async ({ signedInAdmin: page, checkAccessibility }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openTasks(page);
  await page.getByRole('button', { name: 'Filter' }).click();
  const sheet = page.getByRole('dialog', { name: 'Filter tasks' });
  await sheet.getByRole('option', { name: 'Assignee' }).click();
  await sheet.getByRole('option', { name: /^Me/ }).click();
  await checkAccessibility();
  await sheet.getByRole('button', { name: 'Show tasks' }).click();
  await expect(row(page, 'Polish the zebra crossing')).toBeVisible();
});

test('says that there is no such task', async ({ signedInAdmin: page, strayErrors }) => {
  strayErrors.allow(/status of 404/);
  await page.goto('/tasks/by/ENG-999999');
  await expect(page.getByText('There is no such task.')).toBeVisible();
  await page.getByRole('link', { name: 'All tasks' }).click();
  await expect(page).toHaveURL('/tasks');
});
