import type { APIRequestContext, Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { importLinear, openApi } from './import-linear';

// From an app with nothing in it to one with an imported workspace: each test goes on where the one before has stopped.
test.describe.configure({ mode: 'serial' });
// A number of its own gives this file an app and a Linear of its own.
test.use({ linearIssues: 60 });

let api: APIRequestContext;

test.beforeAll(async ({ app, adminSession }) => {
  api = await openApi({ app, adminSession });
});

test.afterAll(() => api.dispose());

const row = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name });

test('leads the first visit to Linear, or to a project by hand', async ({
  signedInAdmin: page,
  checkAccessibility,
}) => {
  await page.goto('/dashboard');
  await expect(page.getByRole('link', { name: 'Connect Linear' })).toHaveAttribute('href', '/connections/new');
  await checkAccessibility();
  await page.goto('/tasks');
  await expect(page.getByText('No tasks yet.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Connect Linear' })).toBeVisible();
  await page.goto('/projects');
  await expect(page.getByText('No projects yet.')).toBeVisible();
  await page.goto('/dashboard');
  await page.getByRole('link', { name: 'Create a project by hand' }).click();
  await expect(page.getByRole('dialog', { name: 'New project' })).toBeVisible();
  await checkAccessibility();
});

test('makes a project by hand, and a task in it', async ({ signedInAdmin: page }) => {
  await page.goto('/projects?new=project');
  const dialog = page.getByRole('dialog', { name: 'New project' });
  await dialog.getByRole('button', { name: 'Create project' }).click();
  await expect(dialog.getByText('Name the project.')).toBeVisible();
  await dialog.getByLabel('Name').fill('Back office');
  await dialog.getByRole('radio', { name: 'Teal' }).click();
  await dialog.getByLabel('Description').fill('Everything that no team owns');
  await dialog.getByRole('button', { name: 'Create project' }).click();

  await expect(page.getByRole('heading', { name: 'Back office' })).toBeVisible();
  await expect(page.getByText('Everything that no team owns')).toBeVisible();
  await expect(page.getByText('No tasks here yet.')).toBeVisible();
  await page.keyboard.press('c');
  const task = page.getByRole('dialog', { name: 'New task' });
  await expect(task.getByRole('combobox', { name: 'Project' })).toHaveText('Back office');
  await task.getByLabel('Title').fill('Order paper');
  await task.getByRole('button', { name: 'Create task' }).click();
  await expect(page.getByRole('link', { name: 'Order paper' })).toBeVisible();
  await expect(page.getByText('1 open of 1 task')).toBeVisible();
});

test('edits a project without losing what was typed when the server refuses', async ({
  signedInAdmin: page,
  strayErrors,
}) => {
  strayErrors.allow(/status of 503/);
  await page.goto('/projects');
  await row(page, 'Back office').getByRole('button', { name: 'Actions for Back office' }).click();
  await page.getByRole('menuitem', { name: 'Edit' }).click();
  const dialog = page.getByRole('dialog', { name: 'Edit project' });
  await dialog.getByLabel('Name').fill('Office');
  await page.route('**/api/v1/projects/*', (route) => route.fulfill({ status: 503, body: 'busy' }), { times: 1 });
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByText('The server is busy right now. Try again in a moment.')).toBeVisible();
  await expect(dialog.getByLabel('Name')).toHaveValue('Office');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  await expect(row(page, 'Office')).toBeVisible();
});

test('archives a project, takes it back, and finds it among the archived', async ({ signedInAdmin: page }) => {
  await page.goto('/projects');
  const archive = async () => {
    await row(page, 'Office').getByRole('button', { name: 'Actions for Office' }).click();
    await page.getByRole('menuitem', { name: 'Archive' }).click();
    await expect(page.getByText('Office archived.')).toBeVisible();
    await expect(row(page, 'Office')).toBeHidden();
  };
  await archive();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(row(page, 'Office')).toBeVisible();
  await expect(page.getByText('Office archived.')).toBeHidden();
  await archive();

  await page.getByRole('combobox', { name: 'Active or archived' }).click();
  await page.getByRole('option', { name: 'Archived', exact: true }).click();
  await expect(page).toHaveURL('/projects?show=archived');
  await row(page, 'Office').getByRole('link', { name: 'Office' }).click();
  await expect(page.getByText('This project is archived.')).toBeVisible();
  await page.getByRole('button', { name: 'Actions for Office' }).click();
  await page.getByRole('menuitem', { name: 'Restore' }).click();
  await expect(page.getByText('This project is archived.')).toBeHidden();
});

test('lists the teams of Linear beside it, by search, source and keyboard', async ({ signedInAdmin: page, linear }) => {
  await importLinear(api, linear);
  await page.goto('/projects');
  await expect(page.getByRole('row')).toHaveCount(5);
  await page.keyboard.press('/');
  await page.keyboard.type('eng');
  await expect(page.getByRole('row')).toHaveCount(2);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('row')).toHaveCount(5);
  await page.getByRole('combobox', { name: 'Source' }).click();
  await page.getByRole('option', { name: 'Made by hand' }).click();
  await expect(page.getByRole('row')).toHaveCount(2);
  await expect(row(page, 'Office')).toBeVisible();

  await page.goto('/projects?q=engineering');
  await expect(page.getByRole('row')).toHaveCount(2);
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Engineering' })).toBeVisible();
});

test('shows an imported project with its tasks only; its name is Linear’s, its colour ours', async ({
  signedInAdmin: page,
}) => {
  await page.goto('/projects?q=mobile');
  await row(page, 'Mobile').getByRole('link', { name: 'Mobile' }).click();
  await expect(page.getByRole('link', { name: /Open in Linear/ })).toBeVisible();
  const rows = page.getByRole('list', { name: 'Tasks' }).getByRole('listitem');
  await expect(rows.first()).toContainText('MOB-');
  await expect(rows.filter({ hasText: 'ENG-' })).toHaveCount(0);
  await page.keyboard.press('e');
  const dialog = page.getByRole('dialog', { name: 'Edit project' });
  await expect(dialog.getByLabel('Name')).toHaveAttribute('readonly');
  await dialog.getByRole('radio', { name: 'Pink' }).click();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  await page.reload();
  await expect(rows.first()).toBeVisible();
  await page.keyboard.press('e');
  await expect(dialog.getByRole('radio', { name: 'Pink' })).toBeChecked();
});

test('has no serious accessibility finding, light or dark, wide or narrow', async ({
  signedInAdmin: page,
  checkAccessibility,
}) => {
  test.slow();
  await page.goto('/projects?q=mobile');
  const href = await row(page, 'Mobile').getByRole('link', { name: 'Mobile' }).getAttribute('href');
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 844 });
      for (const path of ['/projects', '/projects?q=nothing-like-it', '/projects?new=project', href ?? '']) {
        await page.goto(path);
        await expect(page.getByRole('status').filter({ hasText: 'Loading' })).toHaveCount(0);
        await checkAccessibility();
        expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), path).toBe(0);
      }
    }
  }
});
