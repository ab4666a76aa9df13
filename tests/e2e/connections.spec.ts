import type { Page } from '@playwright/test';
import { z } from 'zod';
import { admin, expect, test } from '@/tests/e2e/fixtures';
import type { RunningSimulator } from '@/tests/support/e2e-simulator';

// From an app that nobody has set up: every test goes on where the one before has stopped.
test.describe.configure({ mode: 'serial' });
test.use({ firstAdmin: false, linearIssues: 120 });

const refused = /status of 4\d\d/;
const screens = [
  { colorScheme: 'light', width: 1440 },
  { colorScheme: 'dark', width: 1440 },
  { colorScheme: 'light', width: 390 },
  { colorScheme: 'dark', width: 390 },
] as const;

/** Axe, in both themes and at both widths. */
async function checkLooks(page: Page, check: (page?: Page) => Promise<void>): Promise<void> {
  for (const { colorScheme, width } of screens) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height: 900 });
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow, `${page.url()} at ${width} px is wider than the window`).toBeLessThanOrEqual(0);
    await check(page);
  }
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await page.setViewportSize({ width: 1280, height: 800 });
}

async function openConnection(page: Page): Promise<void> {
  await page.goto('/connections');
  await page.getByRole('main').getByRole('link', { name: 'Northwind Studio' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Northwind Studio' })).toBeVisible();
}

/** A tick of the schedule in the middle of a test would bring over what the test has not asked for yet. */
async function keepScheduleStill(page: Page): Promise<void> {
  const status = await page.evaluate(async () => {
    const id = window.location.pathname.split('/').at(-1);
    const body = JSON.stringify({ schedule: { enabled: true, cron: '0 4 1 1 *' } });
    const headers = { 'Content-Type': 'application/json' };
    return (await fetch(`/api/v1/connections/${id}`, { method: 'PATCH', headers, body })).status;
  });
  expect(status).toBe(200);
}

async function openSettings(page: Page): Promise<void> {
  await openConnection(page);
  await page.getByRole('main').getByRole('link', { name: 'Settings' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Connection settings' })).toBeVisible();
  await expect(page.getByRole('list', { name: 'Teams' }).getByRole('listitem')).toHaveCount(3);
}

async function syncInAnotherWay(page: Page, name: 'Full sync' | 'Dry run' | 'Full dry run'): Promise<void> {
  await page.getByRole('button', { name: 'More ways to sync' }).click();
  await page.getByRole('menuitem', { name, exact: true }).click();
}

async function testKey(page: Page, key: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Linear API key' }).fill(key);
  await page.getByRole('button', { name: /^Test (connection|again)$/ }).click();
}

async function findTask(page: Page, title: string): Promise<void> {
  await page.goto(`/tasks?q=${encodeURIComponent(title)}`);
  await expect(page.getByRole('main').getByText(title).first()).toBeVisible();
}

async function expectNoTask(page: Page, title: string): Promise<void> {
  await page.goto(`/tasks?q=${encodeURIComponent(title)}`);
  await expect(page.getByText('No task matches.')).toBeVisible();
}

const simulatorIssues = z.object({
  issues: z.array(z.looseObject({ id: z.string(), identifier: z.string(), archivedAt: z.string().nullable() })),
});

async function listIssues(linear: RunningSimulator, teamKey: string) {
  const answer = await fetch(linear.url.replace(/\/graphql$/, '/_control/state?issues=1'));
  const { issues } = simulatorIssues.parse(await answer.json());
  return issues.filter(({ identifier }) => identifier.startsWith(`${teamKey}-`));
}

test('leads from an empty app to a first sync that is watched, and to its tasks', async ({
  page,
  linear,
  checkAccessibility,
}) => {
  // Axe looks at six states, each in four looks.
  test.slow();
  await linear.control('createIssue', { team: 'ENG', title: 'Weigh the anchor' });
  await page.goto('/');
  await page.getByLabel('Name').fill(admin.name);
  await page.getByLabel('E-mail').fill(admin.email);
  await page.getByRole('textbox', { name: 'Password' }).fill(admin.password);
  await page.getByRole('button', { name: 'Make the account' }).click();
  await expect(page).toHaveURL('/connections/new');
  await expect(page.getByText('The Read permission is enough')).toBeVisible();
  await checkLooks(page, checkAccessibility);

  await page.getByRole('button', { name: 'Test connection' }).click();
  await expect(page.getByText('Paste the API key.')).toBeVisible();
  await testKey(page, 'lin_api_wrong');
  const failure = page.getByRole('alert').filter({ hasText: 'Linear does not accept this API key.' });
  await expect(failure).toContainText('Make a new personal API key');
  await expect(page.getByRole('textbox', { name: 'Linear API key' })).toHaveValue('lin_api_wrong');
  await expect(page.getByRole('checkbox')).toHaveCount(0);
  await checkLooks(page, checkAccessibility);

  await testKey(page, `  Bearer ${linear.apiKey} `);
  await expect(page.getByRole('status').filter({ hasText: 'The key works: Northwind Studio, 3 teams' })).toBeVisible();
  await expect(page.getByText('ada.whitfield@northwind.example')).toBeVisible();
  await expect(page.getByText(/First import: 121 issues of 3 teams/)).toBeVisible();
  await checkLooks(page, checkAccessibility);

  const typed = page.getByLabel('Or type team keys');
  await typed.fill('eng, mbo');
  await typed.blur();
  await expect(page.getByText('No team has the key "mbo".')).toBeVisible();
  await page.getByRole('button', { name: 'Connect and sync now' }).click();
  await expect(page.getByText('Something above needs a change.')).toBeVisible();
  await checkLooks(page, checkAccessibility);
  await page.getByRole('button', { name: 'Did you mean MOB?' }).click();
  await expect(typed).toHaveValue('eng, MOB');
  const teams = page.getByRole('list', { name: 'Teams' });
  await expect(teams.getByRole('checkbox', { name: 'Engineering' })).toBeChecked();
  await expect(teams.getByRole('checkbox', { name: 'Mobile' })).toBeChecked();
  await expect(teams.getByRole('checkbox', { name: 'Design' })).not.toBeChecked();

  await page.getByRole('radio', { name: 'Detailed' }).click();
  const mapped = page.getByRole('combobox', { name: 'Task status for In Progress in Engineering' });
  await expect(mapped).toHaveText('In progress');
  await page.getByRole('combobox', { name: 'Task status for Backlog in Engineering' }).click();
  await page.getByRole('option', { name: 'Canceled' }).click();
  await expect(page.getByText('1 state mapped by hand')).toBeVisible();
  await page.getByRole('button', { name: 'Use the preset for all' }).click();
  await expect(page.getByRole('list', { name: 'Next runs' }).getByRole('listitem')).toHaveCount(3);

  await linear.control('setLatency', 1000);
  await page.getByRole('button', { name: 'Connect and sync now' }).click();
  await expect(page).toHaveURL(/\/connections\/(?!new)[\w-]+$/);
  const live = page.getByRole('region', { name: 'Run under way' });
  await expect(live.getByRole('progressbar')).toBeVisible();
  await checkLooks(page, checkAccessibility);
  await expect(page.getByText(/^Sync succeeded, /)).toBeVisible({ timeout: 30_000 });
  await linear.control('setLatency', 0);
  await expect(page.getByRole('table', { name: 'Teams' }).getByRole('row', { name: /Engineering/ })).toContainText(
    'Complete',
  );
  expect(page.url()).not.toContain(linear.apiKey);
  const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
  expect(kept).not.toContain(linear.apiKey);
  await checkLooks(page, checkAccessibility);

  await page.getByRole('link', { name: 'See tasks' }).click();
  await expect(page).toHaveURL(/\/tasks/);
  await findTask(page, 'Weigh the anchor');
});

test('shows what would change without changing it, then syncs it', async ({
  signedInAdmin: page,
  linear,
  checkAccessibility,
}) => {
  await openConnection(page);
  await keepScheduleStill(page);
  const [anchor] = await listIssues(linear, 'ENG').then((issues) =>
    issues.filter((issue) => issue['title'] === 'Weigh the anchor'),
  );
  await linear.control('updateIssue', anchor?.id, { title: 'Weigh the second anchor' });
  await syncInAnotherWay(page, 'Dry run');
  const planned = page.getByRole('list', { name: 'Planned changes' });
  await expect(planned.getByRole('listitem')).toHaveCount(1);
  await expect(planned).toContainText('Weigh the second anchor');
  await checkLooks(page, checkAccessibility);
  await expectNoTask(page, 'Weigh the second anchor');

  await openConnection(page);
  await page.getByRole('button', { name: 'Sync now' }).click();
  await expect(page.getByText(/^Sync succeeded, /)).toBeVisible();
  await expect(page.getByText('1 updated.')).toBeVisible();
  await findTask(page, 'Weigh the second anchor');
});

test('cancels a run, and keeps what is stored', async ({ signedInAdmin: page, linear }) => {
  await linear.control('setLatency', 8000);
  await openConnection(page);
  await syncInAnotherWay(page, 'Full sync');
  const live = page.getByRole('region', { name: 'Run under way' });
  await live.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText(/^Full sync canceled/)).toBeVisible();
  await linear.control('setLatency', 0);
  const runs = page.getByRole('table', { name: 'Runs' });
  await expect(runs.getByRole('row', { name: /Full sync/ }).first()).toContainText('Canceled');
  await findTask(page, 'Weigh the second anchor');
});

test('goes on with a run whose page was left', async ({ signedInAdmin: page, linear }) => {
  await linear.control('setLatency', 6000);
  await openConnection(page);
  await syncInAnotherWay(page, 'Full sync');
  await expect(page.getByRole('region', { name: 'Run under way' })).toBeVisible();
  await page.goto('/tasks');
  await openConnection(page);
  await expect(page.getByRole('region', { name: 'Run under way' })).toBeVisible();
  await page.goto('about:blank');
  await linear.control('setLatency', 0);
  await openConnection(page);
  const runs = page.getByRole('table', { name: 'Runs' });
  await expect(runs.getByRole('row', { name: /Full sync/ }).first()).toContainText('Succeeded', { timeout: 30_000 });
});

test('goes on showing progress when the stream of events is cut', async ({
  signedInAdmin: page,
  linear,
  strayErrors,
}) => {
  strayErrors.allow(/events/);
  await page.route('**/events', (route) => route.fulfill({ status: 502, body: '' }));
  await linear.control('setLatency', 3000);
  await openConnection(page);
  await syncInAnotherWay(page, 'Full sync');
  await expect(page.getByText('live updates are held up')).toBeVisible();
  await linear.control('setLatency', 0);
  await expect(page.getByText(/^Full sync succeeded/)).toBeVisible({ timeout: 30_000 });
});

test('says what to do about a revoked key, and takes a new one only after a test', async ({
  signedInAdmin: page,
  linear,
  checkAccessibility,
}) => {
  await linear.control('revokeKey', linear.apiKey);
  await openConnection(page);
  await page.getByRole('button', { name: 'Sync now' }).click();
  await expect(page.getByText('Linear does not accept this API key.').first()).toBeVisible();
  await expect(page.getByText('Needs attention')).toBeVisible();
  await checkLooks(page, checkAccessibility);

  await page.getByRole('button', { name: 'Replace key' }).click();
  const dialog = page.getByRole('dialog', { name: 'Replace the API key' });
  await dialog.getByRole('textbox', { name: 'New Linear API key' }).fill('lin_api_wrong');
  await dialog.getByRole('button', { name: 'Test and save' }).click();
  await expect(dialog.getByText('Linear does not accept this API key.')).toBeVisible();
  await checkLooks(page, checkAccessibility);

  const owner = 'bruno.castellan@northwind.example';
  const made = z.looseObject({ value: z.string() }).parse(await linear.control('createKey', { user: owner }));
  await dialog.getByRole('textbox', { name: 'New Linear API key' }).fill(made.value);
  await dialog.getByRole('button', { name: 'Test and save' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText(/^Key .+ of Bruno Castellan$/)).toBeVisible();
  await linear.control('restoreKey', linear.apiKey);
  await page.getByRole('button', { name: 'Sync now' }).click();
  await expect(page.getByText(/^Sync succeeded, /)).toBeVisible();
  await expect(page.getByText('Healthy')).toBeVisible();
});

test('pauses and resumes the schedule', async ({ signedInAdmin: page }) => {
  await openConnection(page);
  await page.getByRole('button', { name: 'Pause' }).click();
  await expect(page.getByText('The schedule is off.')).toBeVisible();
  await page.reload();
  await expect(page.getByText('The schedule is off.')).toBeVisible();
  await page.getByRole('button', { name: 'Resume' }).first().click();
  await expect(page.getByText('The schedule is off.')).toBeHidden();
});

test('changes teams, mapping, schedule and page bound, and keeps what was typed when it is wrong', async ({
  signedInAdmin: page,
  checkAccessibility,
  strayErrors,
}) => {
  strayErrors.allow(refused);
  await openSettings(page);
  await checkLooks(page, checkAccessibility);
  await page.getByRole('list', { name: 'Teams' }).getByRole('checkbox', { name: 'Design' }).click();
  await expect(page.getByLabel('Or type team keys')).toHaveValue(/DES/);
  await page.getByRole('radio', { name: 'Todo / done' }).click();
  await page.getByRole('combobox', { name: 'How often' }).click();
  await page.getByRole('option', { name: 'Cron expression' }).click();
  await page.getByLabel('Cron expression').fill('99 * * * *');
  await page.getByLabel('Pages per run').fill('0');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByText('Enter a whole number from 1 to 500.')).toBeVisible();
  await page.getByLabel('Pages per run').fill('30');
  await expect(page.getByText(/Enter five fields/)).toBeVisible();
  await checkLooks(page, checkAccessibility);

  await page.getByRole('combobox', { name: 'How often' }).click();
  await page.getByRole('option', { name: 'Every day' }).click();
  await page.getByLabel('At', { exact: true }).fill('06:45');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByText('Settings saved.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Save changes' })).toBeHidden();

  await page.reload();
  await expect(page.getByLabel('Pages per run')).toHaveValue('30');
  await expect(page.getByLabel('At', { exact: true })).toHaveValue('06:45');
  await expect(page.getByRole('radio', { name: 'Todo / done' })).toBeChecked();
  await expect(page.getByRole('list', { name: 'Teams' }).getByRole('checkbox', { name: 'Design' })).toBeChecked();

  await openConnection(page);
  await page.getByRole('button', { name: 'Sync now' }).click();
  await expect(page.getByText(/^Sync succeeded, /)).toBeVisible();
  await expect(page.getByRole('table', { name: 'Teams' }).getByRole('row', { name: /Design/ })).toContainText(
    'Complete',
  );
});

test('leads to the connection that a workspace has already', async ({
  signedInAdmin: page,
  linear,
  checkAccessibility,
}) => {
  await page.goto('/connections/new');
  await testKey(page, linear.apiKey);
  await expect(page.getByText('This workspace is connected already.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Connect and sync now' })).toBeHidden();
  await checkAccessibility();
  await page.getByRole('link', { name: 'Open Northwind Studio' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Northwind Studio' })).toBeVisible();
});

test('stops before it marks most tasks as gone, and lets a person review and decide', async ({
  signedInAdmin: page,
  linear,
  checkAccessibility,
}) => {
  for (const team of ['ENG', 'MOB']) {
    for (const { id } of await listIssues(linear, team)) await linear.control('deletePermanently', id);
  }
  await linear.control('createIssue', { team: 'ENG', title: 'The one that is left' });
  await openConnection(page);
  await syncInAnotherWay(page, 'Full sync');
  await expect(page.getByText(/Linear no longer shows \d+ of \d+ issues/).first()).toBeVisible();
  await checkLooks(page, checkAccessibility);

  await page.getByRole('button', { name: 'Review' }).click();
  const planned = page.getByRole('list', { name: 'Planned changes' });
  await expect(planned.getByText('Mark gone').first()).toBeVisible();
  await page.getByRole('button', { name: 'Remove anyway' }).click();
  const dialog = page.getByRole('alertdialog', { name: 'Mark these tasks as gone?' });
  await checkAccessibility();
  await dialog.getByRole('button', { name: 'Remove anyway' }).click();
  await expect(page.getByText(/^Full sync succeeded/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Review' })).toBeHidden();
  await findTask(page, 'The one that is left');
});

test('shows a member that connections are for admins', async ({
  signedInAdmin: page,
  browser,
  app,
  checkAccessibility,
}) => {
  await page.goto('/settings/members');
  await page.getByRole('button', { name: 'Invite' }).click();
  await page.getByRole('dialog').getByLabel('E-mail').fill('grace@trackline.example');
  await page.getByRole('button', { name: 'Make invite link' }).click();
  const link = await page.getByRole('region', { name: 'Invite link', exact: true }).locator('code').textContent();

  const context = await browser.newContext({ baseURL: app.url });
  const member = await context.newPage();
  await member.goto(link ?? '');
  await member.getByLabel('Name').fill('Grace Ellery');
  await member.getByRole('textbox', { name: 'Password' }).fill('battery-staple-1');
  await member.getByRole('button', { name: 'Join' }).click();
  await expect(member).toHaveURL('/dashboard');
  await member.goto('/connections/new');
  await expect(member.getByText('Only admins can see connections.')).toBeVisible();
  await expect(member.getByRole('textbox', { name: 'Linear API key' })).toHaveCount(0);
  await checkAccessibility(member);
  await context.close();
});

test('deletes the connection and keeps its tasks, then connects again and removes them', async ({
  signedInAdmin: page,
  linear,
  checkAccessibility,
}) => {
  await openSettings(page);
  await page.getByRole('button', { name: 'Delete connection' }).click();
  const dialog = page.getByRole('alertdialog');
  await expect(dialog.getByText(/None carries time/)).toBeVisible();
  await checkLooks(page, checkAccessibility);
  await expect(dialog.getByRole('button', { name: 'Delete connection' })).toBeDisabled();
  await dialog.getByLabel('Type "Northwind Studio" to confirm').fill('Northwind Studio');
  await dialog.getByRole('button', { name: 'Delete connection' }).click();
  await expect(page).toHaveURL('/connections');
  await expect(page.getByText('Turn your Linear issues into tasks')).toBeVisible();
  await checkLooks(page, checkAccessibility);
  await findTask(page, 'The one that is left');

  await page.goto('/connections/new');
  await testKey(page, linear.apiKey);
  await page.getByRole('button', { name: 'Connect and sync now' }).click();
  await expect(page.getByText(/^Sync succeeded, /)).toBeVisible();
  await openSettings(page);
  await page.getByRole('button', { name: 'Delete connection' }).click();
  await dialog.getByRole('radio', { name: 'Remove tasks' }).click();
  await dialog.getByLabel('Type "Northwind Studio" to confirm').fill('Northwind Studio');
  await dialog.getByRole('button', { name: 'Delete connection' }).click();
  await expect(page).toHaveURL('/connections');
  await expectNoTask(page, 'The one that is left');
});
