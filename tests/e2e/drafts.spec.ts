import type { APIRequestContext, Page } from '@playwright/test';
import { z } from 'zod';
import { addDays, type Day, localDay, startOfWeek } from '@/lib/time/local-day';
import { admin, expect, test } from './fixtures';
import { importLinear, openApi } from './import-linear';

// One week of one person: each test goes on where the one before has stopped.
test.describe.configure({ mode: 'serial' });
// A number of its own gives this file an app of its own.
test.use({ linearIssues: 3 });

const weekOn = addDays(startOfWeek(localDay(new Date(), 'UTC'), 1), -7);
const [monday, tuesday, wednesday] = [weekOn, addDays(weekOn, 1), addDays(weekOn, 2)];
const before = addDays(weekOn, -7);
let api: APIRequestContext;

test.beforeAll(async ({ app, adminSession, linear }) => {
  api = await openApi({ app, adminSession });
  await linear.control('makeUser', { name: 'Ada of Trackline', email: admin.email });
  async function work(title: string, on: Day, from: string, to: string) {
    const at = (time: string) => `${on}T${time}:00.000Z`;
    const createdAt = `${before}T07:00:00.000Z`;
    const updatedAt = new Date().toISOString();
    const input = { team: 'ENG', title, assignee: admin.email, createdAt, updatedAt };
    const made = await linear.control('createIssue', input);
    const { id } = z.looseObject({ id: z.string() }).parse(made);
    await linear.control('setStateHistory', id, [
      { state: 'unstarted', at: createdAt },
      { state: 'started', at: at(from) },
      { state: 'completed', at: at(to) },
    ]);
  }
  await work('Mend the fence', tuesday, '10:05', '12:40');
  await work('Feed the otter', tuesday, '13:30', '15:00');
  await work('Water the fern', tuesday, '15:00', '15:30');
  await work('Sweep the yard', wednesday, '09:00', '11:00');
  await importLinear(api, linear);
});

test.afterAll(() => api.dispose());

const open = (page: Page, on: Day) => page.goto(`/timesheet/day?on=${on}&drafts=true`);
const panel = (page: Page) => page.getByRole('region', { name: /^Drafts from Linear/ });
const draft = (page: Page, title: string) => panel(page).getByRole('listitem', { name: new RegExp(`: ${title},`) });
const accept = (page: Page, title: string) => draft(page, title).getByRole('button', { name: /^Accept/ });
const entry = (page: Page, title: string) =>
  page.getByRole('list', { name: 'Time entries' }).getByRole('button', { name: new RegExp(`: ${title}, `) });
const day = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Days of the week' }).getByRole('button', { name: new RegExp(`^${name} `) });

test('leads from the week to its drafts, and accepts one from the keyboard', async ({
  signedInAdmin: page,
  checkAccessibility,
}) => {
  await page.goto(`/timesheet?on=${monday}`);
  await page.getByRole('link', { name: 'Reconstruct' }).click();
  await expect(panel(page)).toContainText('Nothing to fill in.');
  await expect(day(page, 'Wednesday')).toHaveAccessibleName(/nothing tracked, 1 draft$/);
  await expect(day(page, 'Tuesday')).toHaveAccessibleName(/nothing tracked, 3 drafts$/);
  await panel(page).getByRole('button', { name: '3 drafts on' }).click();
  await expect(draft(page, 'Mend the fence')).toContainText('In progress Tue 10:05 to 12:40, nothing logged');
  await expect(page.getByRole('region', { name: 'Time line' }).getByRole('button', { name: /^Draft: / })).toHaveCount(
    3,
  );
  await checkAccessibility();

  await page.keyboard.press('j');
  await expect(accept(page, 'Mend the fence')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(entry(page, 'Mend the fence')).toHaveAccessibleName(/10:05 to 12:40$/);
  await expect(draft(page, 'Mend the fence')).toBeHidden();
  await expect(accept(page, 'Feed the otter')).toBeFocused();
  await expect(day(page, 'Tuesday')).toHaveAccessibleName(/2:35, 2 drafts$/);

  await page.keyboard.press('z');
  await expect(draft(page, 'Mend the fence')).toBeVisible();
  await expect(entry(page, 'Mend the fence')).toBeHidden();
});

test('trims a draft, drops another with a way back, and accepts the rest at once', async ({ signedInAdmin: page }) => {
  await open(page, tuesday);
  await accept(page, 'Mend the fence').focus();
  await page.keyboard.press('e');
  await page.keyboard.press('Escape');
  await expect(draft(page, 'Mend the fence').getByRole('button', { name: /^Trim/ })).toBeFocused();
  await page.keyboard.press('e');
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('930');
  await expect(panel(page).getByText('Choose times from 10:05 to 12:40.')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('1030');
  await page.keyboard.press('Enter');
  await expect(accept(page, 'Mend the fence')).toBeFocused();
  await expect(draft(page, 'Mend the fence')).toContainText('10:30 to 12:40');

  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('x');
  await expect(draft(page, 'Feed the otter')).toBeHidden();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(draft(page, 'Feed the otter')).toBeVisible();
  await draft(page, 'Feed the otter').getByRole('button', { name: /^Drop/ }).click();

  await panel(page).getByRole('button', { name: 'Accept all' }).click();
  await expect(page.getByText('2 time entries added.')).toBeVisible();
  await expect(entry(page, 'Mend the fence')).toHaveAccessibleName(/10:30 to 12:40$/);
  await expect(entry(page, 'Water the fern')).toHaveAccessibleName(/15:00 to 15:30$/);
  await expect(entry(page, 'Feed the otter')).toBeHidden();
  await expect(panel(page)).toContainText('You dropped what there was.');
  await panel(page).getByRole('button', { name: 'Show 2 dropped again' }).click();
  await expect(draft(page, 'Feed the otter')).toBeVisible();
  await expect(draft(page, 'Mend the fence')).toContainText('10:05 to 10:30');
});

test('keeps to the working hours of the profile', async ({ signedInAdmin: page, strayErrors, checkAccessibility }) => {
  strayErrors.allow(/status of 422/);
  await page.goto('/settings/profile');
  await page.getByLabel('Work starts').fill('1730');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('The end of the working day comes after its start.')).toBeVisible();
  await page.getByLabel('Work starts').fill('10');
  await page.getByLabel('Sat', { exact: true }).check();
  await checkAccessibility();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Profile saved.')).toBeVisible();
  await open(page, wednesday);
  await expect(draft(page, 'Sweep the yard')).toContainText('10:00 to 11:00');
});

test('works with a thumb', async ({ signedInAdmin: page, checkAccessibility }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`/timesheet?on=${wednesday}`);
  await page.getByRole('button', { name: 'Reconstruct' }).click();
  await accept(page, 'Sweep the yard').click();
  await expect(entry(page, 'Sweep the yard')).toBeVisible();
  await checkAccessibility();
});

test('says when Linear refuses, and when it knows nobody with the address', async ({
  signedInAdmin: page,
  strayErrors,
  linear,
}) => {
  strayErrors.allow(/status of 422/);
  await linear.control('addFault', { kind: 'revoked-key' }, { contains: 'query Remarks' });
  await open(page, before);
  await expect(panel(page).getByRole('alert')).toContainText('Linear does not accept this API key.');
  await panel(page).getByRole('button', { name: 'Try again' }).click();
  await expect(panel(page).getByRole('alert')).toContainText('Linear does not accept this API key.');
  await linear.control('clearFaults');
  await linear.control('updateUser', admin.email, { email: 'ada@elsewhere.example' });
  await page.reload();
  await expect(panel(page)).toContainText(`Nobody at Linear has the address ${admin.email}.`);
  await panel(page).getByRole('button', { name: 'Close the drafts' }).click();
  await expect(panel(page)).toBeHidden();
  await expect(page.getByRole('button', { name: 'Reconstruct' })).toBeFocused();
});
