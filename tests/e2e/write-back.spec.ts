import type { APIRequestContext, Page } from '@playwright/test';
import { z } from 'zod';
import { listOf } from '@/lib/contracts/common';
import { liveIssue } from '@/lib/contracts/linear-write';
import { task } from '@/lib/contracts/task';
import type { RunningSimulator } from '@/tests/support/e2e-simulator';
import { admin, expect, test } from './fixtures';
import { findTask, importLinear, openApi } from './import-linear';
import { signInMember } from './sign-in-member';

// A number of its own gives this file an app and a Linear of its own.
test.use({ linearIssues: 70 });

const row = z.looseObject({ id: z.string() });
const key = z.looseObject({ value: z.string() });
const refused = /status of 4\d\d|status of 50\d/;
let api: APIRequestContext;

test.beforeAll(async ({ app, linear, adminSession }) => {
  api = await openApi({ app, adminSession });
  await linear.control('makeUser', { name: 'Ada Whitfield', email: admin.email });
  for (const name of ['Heron state', 'Heron text', 'Heron clash', 'Heron lost', 'Heron link', 'Heron closed'])
    await linear.control('createIssue', { team: 'ENG', title: name, priority: 3 });
  await linear.control('createLabel', { name: 'Feathered', color: '#ff8800' });
  await importLinear(api, linear);
  await changeConnection({ writeBack: 'everyone' });
});

test.afterEach(({ linear }) => linear.control('clearFaults'));
test.afterAll(() => api.dispose());

async function changeConnection(data: object): Promise<void> {
  const { items } = listOf(row).parse(await (await api.get('/api/v1/connections')).json());
  const answer = await api.patch(`/api/v1/connections/${items[0]?.id}`, { data });
  expect(answer.status(), await answer.text()).toBe(200);
}

async function openIssue(page: Page, title: string) {
  const found = await findTask(api, title);
  await page.goto(`/tasks/${found.id}`);
  await expect(page.getByRole('textbox', { name: 'Comment' })).toBeVisible();
  return { ...found, identifier: found.identifier ?? '' };
}

/** As Linear has it. */
async function atLinear(taskId: string) {
  return liveIssue.parse(await (await api.get(`/api/v1/tasks/${taskId}/issue`)).json());
}

const property = (page: Page, name: string) => page.getByRole('button', { name: new RegExp(`^Change ${name}`) });
const history = (page: Page) => page.getByRole('region', { name: 'History' });
const composer = (page: Page) => page.getByRole('textbox', { name: 'Comment' });

async function choose(page: Page, name: string, option: string): Promise<void> {
  await property(page, name).click();
  await page.getByRole('option', { name: option }).click();
}

/** The next mutation is done at Linear, and neither its answer nor the look after it comes through. */
async function loseAnswer(linear: RunningSimulator, mutation: string, look: string): Promise<void> {
  await linear.control('addFault', { kind: 'gateway-timeout' }, { next: 1, contains: `mutation ${mutation}` });
  await linear.control('addFault', { kind: 'html-error' }, { contains: `query ${look}` });
}

test('changes the state, the assignee and the labels in their place', async ({
  signedInAdmin: page,
  checkAccessibility,
}) => {
  const { id } = await openIssue(page, 'Heron state');
  await property(page, 'state').click();
  await checkAccessibility();
  await page.getByRole('option', { name: 'In Progress' }).click();
  await expect(property(page, 'state')).toContainText('In Progress');
  await expect(history(page)).toContainText('Changed by ada, in Linear as Ada Whitfield');

  await page.keyboard.press('a');
  await page.getByRole('option', { name: 'Ada Whitfield' }).click();
  await expect(property(page, 'assignee')).toContainText('Ada Whitfield');

  await page.keyboard.press('l');
  await page.keyboard.type('feath');
  await page.keyboard.press('Enter');
  await expect(property(page, 'labels')).toContainText('Feathered');
  await page.keyboard.press('Escape');
  await expect(property(page, 'labels')).toBeFocused();
  await expect
    .poll(async () => (await findTask(api, 'Heron state')).labels.map(({ name }) => name))
    .toEqual(['Feathered']);

  await choose(page, 'labels', 'Feathered');
  await expect(property(page, 'labels')).toContainText('None');
  await page.keyboard.press('Escape');
  await property(page, 'due date').click();
  await page.getByRole('button', { name: 'In a week' }).click();
  await expect.poll(async () => (await atLinear(id)).fields.dueDate).not.toBeNull();
});

test('opens what it can change from the palette, and gives the keyboard to it', async ({ signedInAdmin: page }) => {
  const { id } = await openIssue(page, 'Heron state');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('change priority');
  await page.keyboard.press('Enter');
  await expect(page.getByPlaceholder('Find a priority')).toBeFocused();
  await page.keyboard.type('urgent');
  await page.keyboard.press('Enter');
  await expect(property(page, 'priority')).toContainText('Urgent');
  await expect.poll(async () => (await atLinear(id)).fields.priority).toBe(1);
});

test('edits title and description as plain text, and comments', async ({ signedInAdmin: page, checkAccessibility }) => {
  const { id } = await openIssue(page, 'Heron text');
  await page.getByRole('button', { name: 'Edit the title' }).click();
  await page.getByRole('textbox', { name: 'Title' }).fill('Heron text, <b>said better</b>');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Heron text, <b>said better</b>' })).toBeVisible();

  const description = page.getByRole('region', { name: 'Description' });
  await description.getByRole('button', { name: 'Edit' }).click();
  await page.getByRole('textbox', { name: 'Description' }).fill('# Why\n\n<img src=x onerror=alert(1)>');
  await checkAccessibility();
  await page.keyboard.press('Control+Enter');
  await expect(description.getByText('<img src=x onerror=alert(1)>')).toBeVisible();

  await composer(page).fill('Looks good.\n\n- to me');
  await page.keyboard.press('Control+Enter');
  const comments = page.getByRole('region', { name: 'Comments' });
  await expect(comments.getByRole('listitem')).toContainText('Looks good.');
  await expect(composer(page)).toHaveValue('');
  await expect(history(page)).toContainText('Commented by ada, in Linear as Ada Whitfield');
  expect((await atLinear(id)).comments.map(({ body }) => body)).toEqual(['Looks good.\n\n- to me']);
});

test('shows both values when somebody else was faster, and writes only what was chosen', async ({
  signedInAdmin: page,
  linear,
  strayErrors,
  checkAccessibility,
}) => {
  strayErrors.allow(refused);
  const { id, identifier } = await openIssue(page, 'Heron clash');
  await linear.control('updateIssue', identifier, { priority: 1 });
  await choose(page, 'priority', 'Low');
  const dialog = page.getByRole('dialog', { name: 'Changed at Linear meanwhile' });
  await expect(dialog).toContainText(/Linear has\s*Urgent/);
  await expect(dialog).toContainText(/You chose\s*Low/);
  await checkAccessibility();
  await dialog.getByRole('button', { name: "Keep Linear's" }).click();
  await expect(property(page, 'priority')).toContainText('Urgent');
  expect((await atLinear(id)).fields.priority).toBe(1);

  await linear.control('updateIssue', identifier, { priority: 2 });
  await choose(page, 'priority', 'Low');
  await dialog.getByRole('button', { name: 'Use mine' }).click();
  await expect(property(page, 'priority')).toContainText('Low');
  await expect.poll(async () => (await atLinear(id)).fields.priority).toBe(4);
});

test('shows what Linear refused in its own words, and what was there before', async ({
  signedInAdmin: page,
  linear,
  strayErrors,
}) => {
  strayErrors.allow(refused);
  const { id } = await openIssue(page, 'Heron text');
  const words = 'Issues of this team cannot be urgent today.';
  await linear.control(
    'addFault',
    { kind: 'refused', message: 'x', presentable: words },
    { next: 1, contains: 'mutation' },
  );
  await choose(page, 'priority', 'Urgent');
  await expect(page.getByRole('alert').filter({ hasText: words })).toBeVisible();
  await expect(property(page, 'priority')).toContainText('Medium');
  expect((await atLinear(id)).fields.priority).toBe(3);

  await linear.control(
    'addFault',
    { kind: 'refused', message: 'x', presentable: 'Too long.' },
    { next: 1, contains: 'mutation' },
  );
  await composer(page).fill('Not to be lost');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('alert').filter({ hasText: 'Too long.' })).toBeVisible();
  await page.reload();
  await expect(composer(page)).toHaveValue('Not to be lost');
});

test('looks up a comment whose answer was lost before it offers it again', async ({
  signedInAdmin: page,
  linear,
  strayErrors,
}) => {
  test.slow();
  strayErrors.allow(/status of 50\d|"level":50/);
  const { id } = await openIssue(page, 'Heron lost');
  await loseAnswer(linear, 'Comment', 'CommentById');
  await composer(page).fill('Said once');
  await page.keyboard.press('Control+Enter');
  const notice = page.getByText('Linear did not answer. It is being checked.');
  await expect(notice).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole('button', { name: /^Comment/ })).toHaveAttribute('aria-disabled', 'true');
  await page.reload();
  await expect(notice).toBeVisible();
  await expect(composer(page)).toHaveValue('Said once');

  await linear.control('clearFaults');
  await page.getByRole('button', { name: 'Check again' }).click();
  await expect(notice).toBeHidden();
  await expect(page.getByRole('region', { name: 'Comments' }).getByRole('listitem')).toContainText('Said once');
  await expect(composer(page)).toHaveValue('');
  expect((await atLinear(id)).comments).toHaveLength(1);
});

test('says that nothing was sent while the network is away', async ({ signedInAdmin: page, context, strayErrors }) => {
  strayErrors.allow(/ERR_INTERNET_DISCONNECTED/);
  await openIssue(page, 'Heron lost');
  await property(page, 'priority').click();
  await expect(page.getByRole('option', { name: 'High' })).toBeVisible();
  await context.setOffline(true);
  await page.getByRole('option', { name: 'High' }).click();
  await expect(page.getByText('You are offline. Nothing was sent to Linear')).toBeVisible();
  await expect(property(page, 'priority')).toContainText('Medium');
  await context.setOffline(false);
});

test('links issues, takes the link away, and brings it back', async ({ signedInAdmin: page }) => {
  const { identifier } = await findTask(api, 'Heron state');
  const { id } = await openIssue(page, 'Heron link');
  await page.getByRole('button', { name: 'Link an issue' }).click();
  await page.getByRole('combobox', { name: 'Kind of link' }).click();
  await page.getByRole('option', { name: 'Blocks' }).click();
  await page.getByRole('button', { name: 'Find an issue' }).click();
  await page.keyboard.type('heron state');
  await page.getByRole('option', { name: /Heron state/ }).click();
  const links = page.getByRole('region', { name: 'Linked issues' });
  await expect(links.getByRole('listitem')).toContainText(/Blocks.*Heron state/);
  await links.getByRole('button', { name: `Remove the link to ${identifier}` }).click();
  await expect(links.getByRole('listitem')).toHaveCount(0);
  await page.getByRole('button', { name: /^Undo/ }).click();
  await expect(links.getByRole('listitem')).toContainText(/Blocks.*Heron state/);
  expect((await atLinear(id)).relations).toHaveLength(1);
});

test('archives an issue at Linear, and brings it back', async ({ signedInAdmin: page }) => {
  await openIssue(page, 'Heron closed');
  await page.getByRole('button', { name: 'Archive in Linear' }).click();
  await expect(page.getByText('Archived in Linear.').first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Restore in Linear' })).toBeVisible();
  await page.keyboard.press('z');
  await expect(page.getByRole('button', { name: 'Archive in Linear' })).toBeVisible();
  expect((await findTask(api, 'Heron closed')).sourceState).toBe('live');
});

test('makes an issue from the palette', async ({ signedInAdmin: page, checkAccessibility }) => {
  await page.goto('/dashboard');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('new issue in');
  await page.getByRole('option', { name: 'New issue in Linear' }).click();
  const dialog = page.getByRole('dialog', { name: 'New issue in Linear' });
  await dialog.getByRole('button', { name: 'Create issue' }).click();
  await expect(dialog.getByText('Choose a team.')).toBeVisible();
  await expect(dialog.getByText('Name the issue.')).toBeVisible();
  await dialog.getByRole('combobox', { name: 'Team' }).click();
  await page.getByRole('option', { name: /Engineering/ }).click();
  await dialog.getByLabel('Title').fill('Heron from the palette');
  await dialog.getByRole('combobox', { name: 'Priority' }).click();
  await page.getByRole('option', { name: 'Urgent' }).click();
  await checkAccessibility();
  await dialog.getByRole('button', { name: 'Create issue' }).click();
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Heron from the palette' })).toBeVisible();
  await expect(property(page, 'priority')).toContainText('Urgent');
});

test('sends a task made by hand to Linear with all its time', async ({ signedInAdmin: page, checkAccessibility }) => {
  const project = row.parse(await (await api.post('/api/v1/projects', { data: { name: 'Own' } })).json());
  const input = { projectId: project.id, title: 'Heron by hand', notes: 'Ours' };
  const own = task.parse(await (await api.post('/api/v1/tasks', { data: input })).json());
  const entry = { taskId: own.id, on: '2025-03-10', durationSeconds: 5400 };
  expect((await api.post('/api/v1/time-entries', { data: entry })).status()).toBe(201);

  await page.goto(`/tasks/${own.id}`);
  await page.getByRole('button', { name: 'Send to Linear' }).click();
  const dialog = page.getByRole('dialog', { name: 'Send to Linear' });
  await dialog.getByRole('combobox', { name: 'Team' }).click();
  await page.getByRole('option', { name: /Design/ }).click();
  await checkAccessibility();
  await dialog.getByRole('button', { name: 'Send to Linear' }).click();
  await expect(page.getByRole('link', { name: /Open in Linear/ })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Time', exact: true })).toContainText('1:30 tracked');
  await expect(page.getByRole('textbox', { name: 'Notes' })).toHaveValue('Ours');
  await expect(history(page)).toContainText('Sent to Linear by ada, in Linear as Ada Whitfield');
  expect(await findTask(api, 'Heron by hand')).toMatchObject({ id: own.id, source: 'linear', trackedSeconds: 5400 });
});

test('offers nothing to whoever may not write', async ({ app, browser }) => {
  const { id } = await findTask(api, 'Heron state');
  await changeConnection({ writeBack: 'admins' });
  const member = await signInMember(api, app.url, browser);
  const page = await member.newPage();
  const answered = page.waitForResponse(/linear-write\/targets/);
  await page.goto(`/tasks/${id}`);
  await answered;
  await expect(page.getByRole('heading', { name: 'Heron state' })).toBeVisible();
  await expect(page.getByText('Only admins may write')).toHaveCount(0);
  await expect(property(page, 'state')).toHaveCount(0);
  await expect(composer(page)).toHaveCount(0);

  await changeConnection({ writeBack: 'everyone' });
  await page.reload();
  await expect(property(page, 'state')).toBeVisible();
  await expect(page.getByText(/^Linear shows .+ as the author\.$/)).toBeVisible();
  await member.close();
});

test('says to an admin that the key may not write, before anything is offered', async ({
  signedInAdmin: page,
  linear,
}) => {
  const { id } = await findTask(api, 'Heron state');
  const { value } = key.parse(await linear.control('createKey', { scopes: ['read'] }));
  await changeConnection({ apiKey: value, writeBack: 'everyone' });
  await page.goto(`/tasks/${id}`);
  await expect(page.getByText('The API key of this connection may not write.')).toBeVisible();
  await expect(property(page, 'state')).toHaveCount(0);
  await changeConnection({ apiKey: linear.apiKey });
  await page.reload();
  await expect(property(page, 'state')).toBeVisible();
});

test('changes an issue in a sheet on a phone, light or dark', async ({ signedInAdmin: page, checkAccessibility }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await openIssue(page, 'Heron link');
    await checkAccessibility();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
    await property(page, 'state').click();
    const sheet = page.getByRole('dialog', { name: 'Change state' });
    await expect(sheet.getByRole('option', { name: 'Done' })).toBeVisible();
    await checkAccessibility();
    await page.keyboard.press('Escape');
    await expect(sheet).toBeHidden();
  }
});
