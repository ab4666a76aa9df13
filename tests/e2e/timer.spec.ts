import type { APIRequestContext, Page } from '@playwright/test';
import { listOf } from '@/lib/contracts/common';
import { timeEntry } from '@/lib/contracts/time-entry';
import { timer } from '@/lib/contracts/timer';
import { expect, test } from './fixtures';
import { findTask, importLinear, openApi } from './import-linear';

// A number of its own gives this file an app and a Linear of its own.
test.use({ linearIssues: 64 });

let api: APIRequestContext;
let zebra: Awaited<ReturnType<typeof findTask>>;
let otter: Awaited<ReturnType<typeof findTask>>;

test.beforeAll(async ({ app, linear, adminSession }) => {
  api = await openApi({ app, adminSession });
  await linear.control('createIssue', { team: 'ENG', title: 'Polish the zebra crossing' });
  await linear.control('createIssue', { team: 'DES', title: 'Paint the otter' });
  await importLinear(api, linear);
  zebra = await findTask(api, 'Polish the zebra crossing');
  otter = await findTask(api, 'Paint the otter');
});

test.beforeEach(async () => {
  await api.post('/api/v1/timer/discard', { data: {} });
});
test.afterAll(() => api.dispose());

const bar = (page: Page) => page.getByRole('region', { name: 'Timer', exact: true });
const running = (page: Page, { identifier }: { identifier: string | null }) =>
  bar(page).getByRole('button', { name: `Running: ${identifier}` });
const readTimer = async () => timer.parse(await (await api.get('/api/v1/timer')).json());
const readEntries = async () =>
  listOf(timeEntry).parse(await (await api.get('/api/v1/time-entries?limit=200')).json()).items;

async function start({ id: taskId }: { id: string }, minutesAgo = 0): Promise<void> {
  const startedAt = new Date(Date.now() - minutesAgo * 60_000).toISOString();
  const answer = await api.post('/api/v1/timer/start', { data: { taskId, startedAt } });
  expect(answer.ok(), await answer.text()).toBe(true);
}

/** The page has come to rest: what is fetched late is there. */
async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.waitForLoadState('networkidle');
}

test('starts by a key and a name, shows it in every tab, and stops', async ({
  signedInAdmin: page,
  context,
  checkAccessibility,
}) => {
  await open(page, '/projects');
  await page.keyboard.press('s');
  await expect(page.getByRole('dialog', { name: 'Start the timer' })).toBeVisible();
  await checkAccessibility();
  // In one go: Enter does not wait for the search to answer.
  await page.keyboard.type('zebra crossing');
  await page.keyboard.press('Enter');
  await expect(running(page, zebra)).toBeVisible();
  await expect(page).toHaveTitle(`0:00 ${zebra.identifier} · Projects · Trackline`);
  await expect(page.locator('link[rel="icon"]').first()).toHaveAttribute('href', '/icon-running.svg');
  await expect.poll(async () => (await readTimer()).entry?.task?.identifier).toBe(zebra.identifier);

  await page.reload();
  await expect(running(page, zebra)).toBeVisible();
  const second = await context.newPage();
  await open(second, '/projects');
  await expect(running(second, zebra)).toBeVisible();

  // A branch name, from the palette.
  await page.bringToFront();
  await page.keyboard.press('Control+k');
  await page.keyboard.type(`ada/${otter.identifier?.toLowerCase()}-paint-the-otter`);
  await page.keyboard.press('Control+Enter');
  await expect(running(page, otter)).toBeVisible();
  await expect(running(second, otter)).toBeVisible();

  await page.keyboard.press('x');
  await expect(bar(page).getByRole('button', { name: 'Start timer' })).toBeVisible();
  await expect(bar(second).getByRole('button', { name: 'Start timer' })).toBeVisible();
  await expect(page).toHaveTitle('Projects · Trackline');
  await expect(page.locator('link[rel="icon"]').first()).toHaveAttribute('href', /icon\.svg/);
  await expect.poll(async () => (await readTimer()).entry).toBeNull();
  const [last, before] = await readEntries();
  expect(last?.startedAt).toBe(before?.endedAt);
});

test('edits what runs, discards it and brings it back', async ({ signedInAdmin: page, checkAccessibility }) => {
  await start(zebra, 1);
  await open(page, '/projects');
  await running(page, zebra).click();
  const details = page.getByRole('dialog', { name: 'Running timer' });
  await details.getByLabel('What are you doing?').fill('Second coat');
  await checkAccessibility();
  const inTwoMinutes = new Date(Date.now() + 120_000).toLocaleTimeString('en-GB', {
    timeZone: 'UTC',
    timeStyle: 'short',
  });
  await details.getByLabel('Started at').fill('soon');
  await details.getByRole('switch', { name: 'Billable' }).click();
  await expect(details.getByText('Enter a time, like 9:30.')).toBeVisible();
  // A time that has not come yet is one of yesterday.
  await details.getByLabel('Started at').fill(inTwoMinutes);
  await details.getByLabel('What are you doing?').click();
  await expect(running(page, zebra)).toContainText('23:5');
  await page.keyboard.press('Escape');
  await expect
    .poll(async () => (await readTimer()).entry)
    .toMatchObject({ description: 'Second coat', billable: false, startedAt: expect.stringMatching(/:00\.000Z$/) });

  await page.keyboard.press('Control+k');
  await page.keyboard.type('discard');
  await page.keyboard.press('Enter');
  await expect(bar(page).getByRole('button', { name: 'Start timer' })).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(running(page, zebra)).toContainText('23:5');
  await expect.poll(async () => (await readTimer()).entry?.description).toBe('Second coat');
});

test('starts and pins from the list and the task', async ({ signedInAdmin: page }) => {
  await open(page, '/tasks?q=zebra');
  await page.keyboard.press('j');
  await page.keyboard.press('p');
  await expect(page.getByText(`Pinned ${zebra.identifier}.`, { exact: true })).toBeVisible();
  await page.keyboard.press('s');
  await expect(running(page, zebra)).toBeVisible();
  await page.getByRole('button', { name: `Stop the timer of ${zebra.identifier}` }).click();
  await expect(bar(page).getByRole('button', { name: 'Start timer' })).toBeVisible();

  await open(page, `/tasks/${otter.id}`);
  await page.keyboard.press('s');
  await expect(running(page, otter)).toBeVisible();
  await expect(page.getByRole('button', { name: /^Stop 0:00/ })).toBeVisible();
  await page.keyboard.press('s');
  const picker = page.getByRole('dialog', { name: 'Switch to another task' });
  await expect(picker.getByRole('option', { name: /zebra crossing.*Pinned/ })).toBeVisible();
});

test('starts by a link after one click, also for whoever has to sign in first', async ({
  page,
  context,
  adminSession,
  checkAccessibility,
}) => {
  await page.goto(`/t/${zebra.identifier}`);
  await expect(page).toHaveURL(`/sign-in?next=%2Ft%2F${zebra.identifier}`);
  await context.addCookies(adminSession.cookies);
  await start(otter);
  await open(page, `/t/${zebra.identifier}`);
  await expect(page.getByText(`${otter.identifier} has been running for`)).toBeVisible();
  await expect(page.getByRole('main').getByRole('button', { name: 'Start timer' })).toBeFocused();
  await checkAccessibility();
  await page.keyboard.press('Enter');
  await expect(page.getByText('You can close this tab.')).toBeVisible();
  await expect(running(page, zebra)).toBeVisible();

  await open(page, '/settings/shortcuts');
  const bookmarklet = page.getByRole('link', { name: 'Track in Trackline' });
  await expect(bookmarklet).toHaveAttribute('href', /^javascript:/);
  await checkAccessibility();
});

test('says so when a link names no task', async ({ signedInAdmin: page, strayErrors }) => {
  strayErrors.allow(/404/);
  await open(page, '/t/NOPE-404');
  await expect(page.getByText('No task is called NOPE-404.')).toBeVisible();
  await page.getByRole('button', { name: 'Search for it' }).click();
  await expect(page.getByRole('dialog').getByPlaceholder(/^Start/)).toHaveValue('NOPE-404');
});

test('keeps what is done without a network, and sends it once', async ({
  signedInAdmin: page,
  context,
  strayErrors,
  checkAccessibility,
}) => {
  strayErrors.allow(/ERR_INTERNET_DISCONNECTED/);
  await start(zebra, 1);
  await open(page, '/projects');
  await expect(running(page, zebra)).toBeVisible();
  const before = await readEntries();

  const wentAt = Math.floor(Date.now() / 1_000) * 1_000;
  await context.setOffline(true);
  await page.keyboard.press('x');
  await expect(page.getByText('Offline: 1 change waiting')).toBeVisible();
  await page.keyboard.press('s');
  await page.keyboard.type('zebra');
  await page.keyboard.press('Enter');
  await expect(running(page, zebra)).toBeVisible();
  await page.waitForTimeout(1_100);
  await page.keyboard.press('x');
  await expect(page.getByText('Offline: 3 changes waiting')).toBeVisible();
  const stoppedBy = Date.now();
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(page.getByRole('dialog').getByRole('listitem')).toHaveText([/^Stop/, /^Start/, /^Stop/]);
  await checkAccessibility();
  await page.waitForTimeout(1_100);
  await context.setOffline(false);
  await expect(page.getByText('Everything is saved.')).toBeVisible();

  const known = new Set(before.map(({ id }) => id));
  const added = (await readEntries()).filter(({ id }) => !known.has(id));
  expect(added).toHaveLength(2);
  const last = added.find(({ startedAt }) => Date.parse(startedAt ?? '') >= wentAt);
  expect(Date.parse(last?.endedAt ?? '')).toBeLessThanOrEqual(stoppedBy);
  expect(last?.durationSeconds).toBeGreaterThanOrEqual(1);
});

test('waits for a server that is away, and says why a change was refused', async ({
  signedInAdmin: page,
  strayErrors,
}) => {
  strayErrors.allow(/503|409/);
  await start(zebra, 1);
  await open(page, '/projects');
  await page.route('**/api/v1/timer/stop', (route) => route.fulfill({ status: 503 }));
  await running(page, zebra).waitFor();
  await page.keyboard.press('x');
  await expect(page.getByText('The server does not answer: 1 change waiting')).toBeVisible();
  await expect(bar(page).getByRole('button', { name: 'Start timer' })).toBeVisible();

  await api.post('/api/v1/timer/discard', { data: {} });
  await page.unroute('**/api/v1/timer/stop');
  await page.getByRole('button', { name: 'Show' }).click();
  const dialog = page.getByRole('dialog', { name: 'Changes not saved yet' });
  await dialog.getByRole('button', { name: 'Try now' }).click();
  await expect(dialog.getByText('No timer is running.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Drop' }).click();
  await expect(dialog.getByText('Everything is saved.')).toBeVisible();
});

test('asks about a timer that was forgotten', async ({ signedInAdmin: page, checkAccessibility }) => {
  await start(zebra, 60);
  const asked = { askAt: new Date(Date.now() - 60_000), stopsAt: new Date(Date.now() + 3_540_000) };
  await page.route('**/api/v1/timer', async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, json: { ...(await answer.json()), ...asked } });
  });
  await page.goto('/projects');
  const question = page.getByRole('dialog', { name: `Still working on ${zebra.identifier}?` });
  await expect(question).toBeVisible();
  await expect(question.getByRole('button', { name: 'Keep running' })).toBeFocused();
  await checkAccessibility();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Answer' }).click();
  await page.unroute('**/api/v1/timer');
  await question.getByRole('button', { name: 'Stop then' }).click();
  await expect(bar(page).getByRole('button', { name: 'Start timer' })).toBeVisible();
  const suggested = `${asked.askAt.toISOString().slice(0, 19)}.000Z`;
  await expect.poll(async () => (await readEntries()).map(({ endedAt }) => endedAt)).toContain(suggested);
});

test('can be installed', async ({ request }) => {
  const manifest = await (await request.get('/manifest.webmanifest')).json();
  expect(manifest).toMatchObject({ name: 'Trackline', display: 'standalone' });
  const { icons } = manifest as { icons: { src: string; type: string }[] };
  for (const { src, type } of icons) {
    const answer = await request.get(src);
    expect(answer.headers()['content-type'], src).toContain(type);
  }
});
