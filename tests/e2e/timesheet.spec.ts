import type { APIRequestContext, Page } from '@playwright/test';
import { addDays, localDay, startOfWeek } from '@/lib/time/local-day';
import { expect, test } from './fixtures';
import { openApi } from './import-linear';

// One week of one person: each test goes on where the one before has stopped.
test.describe.configure({ mode: 'serial' });
// A number of its own gives this file an app of its own.
test.use({ linearIssues: 61 });

const weekOn = addDays(startOfWeek(localDay(new Date(), 'UTC'), 1), -7);
const [monday, tuesday, wednesday] = [weekOn, addDays(weekOn, 1), addDays(weekOn, 2)];
let api: APIRequestContext;
let taskId: string;

test.beforeAll(async ({ app, adminSession }) => {
  api = await openApi({ app, adminSession });
  const project = await (await api.post('/api/v1/projects', { data: { name: 'Back office' } })).json();
  for (const title of ['Answer letters', 'Order paper']) {
    const task = await (await api.post('/api/v1/tasks', { data: { projectId: project.id, title } })).json();
    taskId = task.id;
  }
});

test.afterAll(() => api.dispose());

const open = (page: Page, on = weekOn) => page.goto(`/timesheet?on=${on}`);
const cell = (page: Page, task: string, weekday: string) =>
  page.getByRole('gridcell', { name: new RegExp(`^${task}, ${weekday}`) });

async function addRow(page: Page, title: string) {
  await page.keyboard.press('a');
  await page.getByPlaceholder('Title, identifier, link or branch').fill(title);
  await page.getByRole('option', { name: title }).first().click();
  await expect(cell(page, title, 'Monday')).toBeFocused();
}

test('takes a week from the keyboard alone', async ({ signedInAdmin: page, checkAccessibility }) => {
  await open(page);
  await expect(page.getByText('No time in this week yet.')).toBeVisible();
  await addRow(page, 'Answer letters');
  await addRow(page, 'Order paper');
  await cell(page, 'Answer letters', 'Monday').focus();
  await page.keyboard.type('1h 30m');
  await page.keyboard.press('Tab');
  await page.keyboard.type('1,5');
  await page.keyboard.press('Enter');
  await expect(cell(page, 'Order paper', 'Tuesday')).toBeFocused();
  await page.keyboard.type('90m');
  await page.keyboard.press('ArrowLeft');
  await expect(cell(page, 'Order paper', 'Monday')).toBeFocused();
  await expect(page.getByRole('row', { name: /^Total/ })).toContainText('1:303:000:00');
  await expect(page.getByRole('progressbar')).toHaveAttribute('aria-valuetext', '4:30 of 40:00');
  await checkAccessibility();
  await page.reload();
  await expect(cell(page, 'Answer letters', 'Tuesday')).toHaveAccessibleName(/1:30$/);
});

test('keeps what was typed wrong, says why, and lets it be dropped', async ({ signedInAdmin: page, strayErrors }) => {
  strayErrors.allow(/status of 422/);
  await open(page);
  const monday9 = cell(page, 'Order paper', 'Monday');
  await monday9.focus();
  await page.keyboard.type('9 beers');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Enter a duration, like 1h 30m or 1:30.')).toBeVisible();
  await expect(page.getByRole('textbox', { name: /^Order paper, Monday/ })).toHaveValue('9 beers');
  await page.keyboard.press('Escape');
  await expect(monday9).toHaveAccessibleName(/no time$/);

  const span = { startedAt: `${wednesday}T09:00:00Z`, endedAt: `${wednesday}T10:00:00Z` };
  expect((await api.post('/api/v1/time-entries', { data: { taskId, ...span } })).status()).toBe(201);
  await page.reload();
  await cell(page, 'Order paper', 'Wednesday').focus();
  await page.keyboard.type('0:30');
  await page.keyboard.press('ArrowRight');
  const refused = cell(page, 'Order paper', 'Wednesday');
  await expect(refused).toHaveText('0:30');
  await refused.focus();
  await expect(page.getByText(/1h of this day have a start and an end/)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(refused).toHaveText('1:00');
});

test('shows what a cell is made of, and clears it with a way back', async ({ signedInAdmin: page }) => {
  await open(page);
  const letters = cell(page, 'Answer letters', 'Monday');
  await letters.focus();
  await page.keyboard.press('Space');
  const details = page.getByRole('dialog', { name: /^Details of Answer letters/ });
  await details.getByLabel('Note').fill('The whole pile');
  await page.keyboard.press('Enter');
  await expect(details).toBeHidden();
  await expect(letters).toBeFocused();

  await page.keyboard.press('Delete');
  await expect(letters).toHaveAccessibleName(/no time$/);
  await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible();
  await page.keyboard.press('z');
  await expect(letters).toHaveAccessibleName(/1:30$/);
  const listed = await (await api.get(`/api/v1/time-entries?from=${monday}&to=${monday}`)).json();
  expect(listed.items).toMatchObject([{ description: 'The whole pile', durationSeconds: 5400 }]);
});

test('copies the hours of the week before once, and takes the copy back', async ({ signedInAdmin: page }) => {
  await open(page, addDays(tuesday, 7));
  const copy = async () => {
    await page.getByRole('button', { name: 'Copy last week' }).first().click();
    await page.getByRole('menuitem', { name: 'Rows and hours' }).click();
  };
  await copy();
  const letters = cell(page, 'Answer letters', 'Monday');
  await expect(letters).toHaveAccessibleName(/1:30$/);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('No time in this week yet.')).toBeVisible();
  await copy();
  await copy();
  await expect(page.getByText(/^Nothing copied/)).toBeVisible();
  await expect(letters).toHaveAccessibleName(/1:30$/);
});

test('shows a day with a strip of the week on a phone', async ({ signedInAdmin: page, checkAccessibility }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, monday);
  await expect(page.getByRole('grid')).toBeHidden();
  await page.getByRole('button', { name: /^Tuesday.*, \d+:\d\d$/ }).click();
  await expect(page).toHaveURL(new RegExp(`on=${tuesday}`));
  await expect(page.getByRole('button', { name: /^Answer letters, / })).toBeVisible();
  await checkAccessibility();
});
