import { type APIRequestContext, type Browser, type Page, request } from '@playwright/test';
import { z } from 'zod';
import { listOf } from '@/lib/contracts/common';
import { timeEntry } from '@/lib/contracts/time-entry';
import { expect, test } from './fixtures';
import { openApi } from './import-linear';

// A number of its own gives this file an app of its own.
test.use({ linearIssues: 63 });

const withId = z.looseObject({ id: z.string() });
const refused = /status of 4\d\d/;
let api: APIRequestContext;
let projectId: string;
let taskId: string;

test.beforeAll(async ({ app, adminSession }) => {
  api = await openApi({ app, adminSession });
  await api.patch('/api/v1/me', { data: { timeZone: 'Europe/Berlin' } });
  projectId = await make('/api/v1/projects', { name: 'Lighthouse' });
  taskId = await make('/api/v1/tasks', { projectId, title: 'Polish the lens', estimate: 2 });
});

test.afterAll(() => api.dispose());

async function make(path: string, data: object): Promise<string> {
  const answer = await api.post(path, { data });
  expect(answer.ok(), await answer.text()).toBe(true);
  return withId.parse(await answer.json()).id;
}

/** On the task, on the clocks of Berlin in winter. */
function addSpan(on: string, start: string, end: string, more: object = {}): Promise<string> {
  const at = (time: string) => `${on}T${time}:00+01:00`;
  return make('/api/v1/time-entries', { taskId, startedAt: at(start), endedAt: at(end), ...more });
}

async function listDay(on: string) {
  const answer = await api.get('/api/v1/time-entries', { params: { from: on, to: on } });
  return listOf(timeEntry).parse(await answer.json()).items;
}

async function openDay(page: Page, on: string): Promise<void> {
  await page.goto(`/timesheet/day?on=${on}`);
  const isEmpty = page.getByText('Nothing tracked on this day.');
  await expect(page.getByRole('list', { name: 'Time entries' }).or(isEmpty)).toBeVisible();
}

/** In the dialog that is open. */
async function choose(page: Page, name: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Task or project' }).click();
  await page.getByPlaceholder('Title, identifier, link or branch').fill(name);
  await page
    .getByRole('option', { name: new RegExp(`^${name}`) })
    .first()
    .click();
}

const rows = (page: Page) => page.getByRole('list', { name: 'Time entries' }).getByRole('listitem');
const dialog = (page: Page, name: string) => page.getByRole('dialog', { name });
const field = (page: Page, name: string) => page.getByRole('dialog').getByRole('textbox', { name, exact: true });
const day = (page: Page) => page.getByRole('dialog').getByLabel('Day', { exact: true });
const line = (page: Page) => page.getByRole('region', { name: 'Time line' });

test('adds time with the keyboard alone', async ({ signedInAdmin: page, checkAccessibility }) => {
  const on = '2025-02-03';
  await openDay(page, on);
  await checkAccessibility();
  await page.keyboard.press('n');
  await expect(dialog(page, 'Add time')).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Task or project' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByPlaceholder('Title, identifier, link or branch')).toBeFocused();
  await page.keyboard.type('lens');
  await expect(page.getByRole('option', { name: /Polish the lens/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('combobox', { name: 'Task or project' })).toHaveText('Polish the lens');

  await field(page, 'Start').focus();
  await page.keyboard.type('930');
  await page.keyboard.press('Tab');
  await expect(field(page, 'Start')).toHaveValue('09:30');
  await page.keyboard.type('11');
  await page.keyboard.press('Tab');
  await expect(field(page, 'Duration')).toHaveValue('1h 30m');
  await page.keyboard.type('2h');
  await expect(field(page, 'End')).toHaveValue('11:30');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Both sides');
  await page.keyboard.press('Tab');
  await page.keyboard.type('glass,');
  await checkAccessibility();
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(dialog(page, 'Add time')).toBeHidden();
  await expect(rows(page)).toHaveText(/09:30 to 11:30.*Polish the lens.*Both sides.*glass.*2:00/);
  const [entry] = await listDay(on);
  expect(entry).toMatchObject({ startedAt: '2025-02-03T08:30:00.000Z', durationSeconds: 7200, tags: ['glass'] });
});

test('says at the fields what is wrong, and loses nothing', async ({ signedInAdmin: page, strayErrors }) => {
  strayErrors.allow(refused);
  await openDay(page, '2025-02-04');
  await page.keyboard.press('n');
  const add = dialog(page, 'Add time').getByRole('button', { name: 'Add time' });
  await field(page, 'Start').fill('nonsense');
  await add.click();
  await expect(page.getByText('Choose a task, or a project.')).toBeVisible();
  await expect(page.getByText('Start: Enter a time, like 9:30.')).toBeVisible();
  await expect(field(page, 'Start')).toHaveAttribute('aria-invalid', 'true');

  await page.getByRole('radio', { name: 'Duration' }).check();
  await field(page, 'Duration').fill('90');
  await choose(page, 'Lighthouse');
  await add.click();
  await expect(page.getByText('Duration: Use at most 24 hours. For minutes, write 90m.')).toBeVisible();
  await field(page, 'Duration').fill('90m');
  await day(page).fill('2190-01-01');
  await add.click();
  await expect(page.getByText('Day: This day has not come yet.')).toBeVisible();
  await expect(field(page, 'Duration')).toHaveValue('1h 30m');
  await day(page).fill('2025-02-04');
  await add.click();
  await expect(rows(page)).toHaveText(/Duration.*Lighthouse.*1:30/);
});

test('edits past midnight, to a duration and back, and tells the history', async ({ signedInAdmin: page }) => {
  const on = '2025-02-05';
  await addSpan(on, '22:00', '23:00');
  await openDay(page, on);
  await page.keyboard.press('j');
  await page.keyboard.press('e');
  await field(page, 'End').fill('1:15');
  await expect(page.getByText('Ends on Thu 6 Feb.')).toBeVisible();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(rows(page)).toHaveText(/22:00 to 01:15 \+1.*3:15/);
  // The row tells before the dialog is gone, and keys are the dialog's until then.
  await expect(dialog(page, 'Edit time entry')).toBeHidden();

  await page.keyboard.press('Enter');
  await page.getByRole('radio', { name: 'Duration' }).check();
  await expect(field(page, 'Duration')).toHaveValue('3h 15m');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(rows(page)).toHaveText(/^Duration.*3:15/);

  await page.getByRole('button', { name: /^Actions for/ }).click();
  await page.getByRole('menuitem', { name: 'History' }).click();
  const history = dialog(page, 'History');
  await expect(history.getByText('Edited by ')).toHaveCount(2);
  await expect(history.getByText('Added by ')).toBeVisible();
  await expect(history).toContainText('Duration: 1h → changed to 3h 15m');
});

test('splits, duplicates, and deletes with a way back', async ({ signedInAdmin: page }) => {
  const on = '2025-02-06';
  await addSpan(on, '09:00', '11:00', { description: 'Long' });
  await openDay(page, on);
  await page.getByRole('button', { name: /^Actions for/ }).click();
  await page.getByRole('menuitem', { name: 'Split' }).click();
  await field(page, 'Split at').fill('9:30');
  await expect(field(page, 'First part keeps')).toHaveValue('30m');
  await dialog(page, 'Split time entry').getByRole('button', { name: 'Split' }).click();
  await expect(rows(page)).toHaveText([/09:00 to 09:30/, /09:30 to 11:00/]);

  await page.keyboard.press('j');
  await page.keyboard.press('d');
  await expect(page.getByText('Time entry duplicated.')).toBeVisible();
  await expect(rows(page)).toHaveCount(3);
  await page.keyboard.press('Delete');
  await expect(rows(page)).toHaveCount(2);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(rows(page)).toHaveCount(3);
  await expect
    .poll(async () => (await listDay(on)).map(({ description }) => description))
    .toEqual(Array(3).fill('Long'));
});

test('fills a gap from the time line', async ({ signedInAdmin: page, checkAccessibility }) => {
  const on = '2025-02-07';
  await addSpan(on, '09:00', '10:00');
  await addSpan(on, '11:10', '12:00');
  await openDay(page, on);
  await checkAccessibility();
  await expect(page.getByText('1:50 tracked, 1:10 not tracked in between')).toBeVisible();
  await line(page)
    .getByRole('button', { name: /Add time 10:00 to 11:10/ })
    .click();
  await expect(field(page, 'Start')).toHaveValue('10:00');
  await expect(field(page, 'End')).toHaveValue('11:10');
  await choose(page, 'Polish the lens');
  await dialog(page, 'Add time').getByRole('button', { name: 'Add time' }).click();
  await expect(page.getByText('3:00 tracked')).toBeVisible();
  await expect(line(page).getByRole('button')).toHaveCount(3);
});

test('shows overlaps, and refuses them where the installation does', async ({ signedInAdmin: page, strayErrors }) => {
  strayErrors.allow(refused);
  const on = '2025-02-10';
  await addSpan(on, '09:00', '11:00');
  await addSpan(on, '10:30', '12:00');
  await openDay(page, on);
  await expect(page.getByText('0:30 tracked twice')).toBeVisible();
  await expect(rows(page).getByText('Overlaps').filter({ visible: true })).toHaveCount(2);
  await expect(line(page).getByRole('button', { name: /overlaps with other time/ })).toHaveCount(2);

  await api.patch('/api/v1/installation', { data: { overlaps: 'refuse' } });
  await page.reload();
  await expect(rows(page)).toHaveCount(2);
  await page.keyboard.press('j');
  await page.keyboard.press('e');
  await field(page, 'End').fill('10:45');
  await expect(page.getByText('Overlapping time cannot be saved.')).toBeVisible();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText(/^Start: This overlaps with "Polish the lens"/)).toBeVisible();
  await field(page, 'End').fill('10:30');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(rows(page).first()).toHaveText(/09:00 to 10:30/);
  await api.patch('/api/v1/installation', { data: { overlaps: 'allow' } });
});

test('draws a night in which the clock goes back as long as it is', async ({ signedInAdmin: page }) => {
  await make('/api/v1/time-entries', { taskId, startedAt: '2025-10-26T00:30:00Z', endedAt: '2025-10-26T01:30:00Z' });
  await openDay(page, '2025-10-26');
  await expect(rows(page)).toHaveText(/02:30 to 02:30.*1:00/);
  await expect(line(page).getByText('02:00')).toHaveCount(2);
  await page.keyboard.press('j');
  await page.keyboard.press('e');
  await field(page, 'Description (optional)').fill('Twice half past two');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(rows(page)).toHaveText(/02:30 to 02:30.*Twice half past two.*1:00/);
});

test('shows locked time to a member, with the reason, to read', async ({ app, browser, checkAccessibility }) => {
  const member = await signInMember(app.url, browser);
  const page = await member.newPage();
  const answer = await member.request.post('/api/v1/time-entries', {
    data: { taskId, on: '2025-01-15', durationSeconds: 3600 },
    headers: { origin: app.url },
  });
  expect(answer.status(), await answer.text()).toBe(201);
  await api.patch('/api/v1/installation', { data: { lockBefore: '2025-02-01' } });
  await page.goto('/timesheet/day?on=2025-01-15');
  await expect(rows(page)).toHaveText(/Polish the lens.*1:00/);
  await expect(page.getByRole('button', { name: 'Add time' })).toHaveCount(0);
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await expect(dialog(page, 'Time entry')).toContainText(
    'Days before Sat 1 Feb are locked. Ask an admin to make a change.',
  );
  await expect(field(page, 'Duration')).toBeDisabled();
  await expect(page.getByRole('button', { name: 'Save' })).toHaveCount(0);
  await checkAccessibility(page);
  await api.patch('/api/v1/installation', { data: { lockBefore: null } });
  await member.close();
});

async function signInMember(url: string, browser: Browser) {
  const account = { email: 'grace@trackline.example', password: 'battery-staple-1' };
  const link = z
    .object({ url: z.string() })
    .parse(await (await api.post('/api/v1/links', { data: { email: account.email } })).json());
  const token = new URL(link.url).pathname.split('/').at(-1);
  const anyone = await request.newContext({ baseURL: url, extraHTTPHeaders: { origin: url } });
  const person = { name: 'Grace Ellery', password: account.password, timeZone: 'Europe/Berlin' };
  const accepted = await anyone.post(`/api/v1/links/by-token/${token}/accept`, { data: person });
  expect(accepted.ok(), await accepted.text()).toBe(true);
  const signedIn = await anyone.post('/api/auth/sign-in/email', { data: account });
  expect(signedIn.status(), await signedIn.text()).toBe(200);
  const storageState = await anyone.storageState();
  await anyone.dispose();
  return browser.newContext({ baseURL: url, storageState });
}

test('keeps an edit while the network is away', async ({ signedInAdmin: page, context, strayErrors }) => {
  strayErrors.allow(/ERR_INTERNET_DISCONNECTED/);
  const on = '2025-02-11';
  await addSpan(on, '09:00', '10:00');
  await openDay(page, on);
  await page.keyboard.press('j');
  await page.keyboard.press('e');
  await expect(field(page, 'End')).toBeVisible();
  await context.setOffline(true);
  await field(page, 'End').fill('10:15');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Offline: 1 change waiting')).toBeVisible();
  await expect(rows(page)).toHaveText(/09:00 to 10:15.*1:15/);
  await context.setOffline(false);
  await expect.poll(async () => (await listDay(on))[0]?.durationSeconds).toBe(4500);
});

test('shows the time of a task and of a project, and adds to it', async ({
  signedInAdmin: page,
  checkAccessibility,
}) => {
  const lampId = await make('/api/v1/tasks', { projectId, title: 'Change the lamp', estimate: 2 });
  for (let day = 10; day < 22; day++)
    await make('/api/v1/time-entries', { taskId: lampId, on: `2025-03-${day}`, durationSeconds: 600 });
  await page.goto(`/tasks/${lampId}`);
  const time = page.getByRole('region', { name: 'Time', exact: true });
  await expect(time.getByText('2:00 tracked, estimate 2 points: 1:00 a point')).toBeVisible();
  await expect(rows(page)).toHaveCount(10);
  await time.getByRole('button', { name: 'Show more' }).click();
  await expect(rows(page)).toHaveCount(12);
  await checkAccessibility();
  await page.keyboard.press('n');
  await expect(page.getByRole('combobox', { name: 'Task or project' })).toHaveText('Change the lamp');
  await page.getByRole('radio', { name: 'Duration' }).check();
  await field(page, 'Duration').fill('1,5');
  await day(page).fill('2025-03-30');
  await dialog(page, 'Add time').getByRole('button', { name: 'Add time' }).click();
  await expect(rows(page).first()).toHaveText(/Sun 30 Mar.*1:30/);
  await expect(time.getByText('3:30 tracked')).toBeVisible();

  await page.goto(`/projects/${projectId}`);
  await page.getByText('Latest time').click();
  await expect(rows(page).filter({ hasText: 'Change the lamp' }).first()).toBeVisible();
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('lists first, changes the day with one tap and adds time under the thumb', async ({
    signedInAdmin: page,
    checkAccessibility,
  }) => {
    await addSpan('2025-02-12', '09:00', '10:00');
    await openDay(page, '2025-02-12');
    await checkAccessibility();
    await expect(line(page)).toHaveCount(0);
    await page.getByText('Time line').tap();
    await expect(line(page)).toBeVisible();
    await page.getByRole('button', { name: /^Thursday 13 February/ }).tap();
    await expect(page.getByText('Nothing tracked on this day.')).toBeVisible();
    const add = page.getByRole('button', { name: 'Add time' }).last();
    expect((await add.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    await add.tap();
    await choose(page, 'Polish the lens');
    await page.getByRole('radio', { name: 'Duration' }).tap();
    await field(page, 'Duration').fill('45m');
    await dialog(page, 'Add time').getByRole('button', { name: 'Add time' }).tap();
    await expect(rows(page)).toHaveText(/Polish the lens.*0:45/);
    await expect(page.getByRole('button', { name: 'Thursday 13 February 2025, 0:45' })).toBeVisible();
  });
});
