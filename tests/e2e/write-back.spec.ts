import type { APIRequestContext, Page } from '@playwright/test';
import { z } from 'zod';
import { listOf } from '@/lib/contracts/common';
import { task } from '@/lib/contracts/task';
import { days } from '@/lib/kit/sleep';
import type { RunningSimulator } from '@/tests/support/e2e-simulator';
import { issueAtLinear } from './ask-linear';
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
  const names = ['state', 'plan', 'text', 'clash', 'lost', 'link', 'closed'];
  for (const name of names) await linear.control('createIssue', { team: 'ENG', title: `Heron ${name}`, priority: 3 });
  await linear.control('createLabel', { name: 'Feathered', color: '#ff8800' });
  const [startsAt, endsAt] = [0, 14].map((after) => new Date(Date.now() + days(after)).toISOString());
  await linear.control('createCycle', { team: 'ENG', number: 99, name: 'Heron flight', startsAt, endsAt });
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
  linear,
  checkAccessibility,
}) => {
  const { identifier } = await openIssue(page, 'Heron state');
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

  expect(await issueAtLinear(linear, identifier)).toMatchObject({
    state: { name: 'In Progress' },
    assignee: { email: 'ada.whitfield@northwind.example' },
    labels: [{ name: 'Feathered' }],
  });

  await choose(page, 'labels', 'Feathered');
  await expect(property(page, 'labels')).toContainText('None');
  await page.keyboard.press('Escape');
  await choose(page, 'assignee', 'No assignee');
  await expect(property(page, 'assignee')).toContainText('None');
  await expect
    .poll(async () => await issueAtLinear(linear, identifier))
    .toMatchObject({ assignee: null, labels: [], state: { name: 'In Progress' } });
});

test('sets priority, estimate, due date and cycle, and clears them', async ({
  signedInAdmin: page,
  linear,
  checkAccessibility,
}) => {
  const { identifier } = await openIssue(page, 'Heron plan');
  await choose(page, 'priority', 'High');
  await choose(page, 'estimate', '5 points');
  await choose(page, 'cycle', 'Heron flight');
  await property(page, 'due date').click();
  await page.getByLabel('Due date', { exact: true }).fill('2030-05-17');
  await checkAccessibility();
  await page.getByRole('button', { name: 'Set', exact: true }).click();
  const planned = { priority: 2, estimate: 5, dueDate: '2030-05-17' };
  await expect
    .poll(async () => await issueAtLinear(linear, identifier))
    .toMatchObject({ ...planned, cycle: { number: 99 } });
  await expect(property(page, 'cycle')).toContainText('Heron flight');
  await expect(property(page, 'due date')).toContainText('17 May 2030');
  await expect.poll(() => findTask(api, 'Heron plan')).toMatchObject(planned);

  await choose(page, 'priority', 'No priority');
  await choose(page, 'estimate', 'No estimate');
  await choose(page, 'cycle', 'No cycle');
  await property(page, 'due date').click();
  await page.getByRole('button', { name: 'No due date' }).click();
  const cleared = { priority: 0, estimate: null, dueDate: null };
  await expect.poll(async () => await issueAtLinear(linear, identifier)).toMatchObject({ ...cleared, cycle: null });
  await expect.poll(() => findTask(api, 'Heron plan')).toMatchObject(cleared);
  for (const name of ['estimate', 'due date', 'cycle']) await expect(property(page, name)).toContainText('None');
});

test('opens what it can change from the palette, and gives the keyboard to it', async ({
  signedInAdmin: page,
  linear,
}) => {
  const { identifier } = await openIssue(page, 'Heron state');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('change priority');
  await page.keyboard.press('Enter');
  await expect(page.getByPlaceholder('Find a priority')).toBeFocused();
  await page.keyboard.type('urgent');
  await page.keyboard.press('Enter');
  await expect(property(page, 'priority')).toContainText('Urgent');
  await expect.poll(async () => (await issueAtLinear(linear, identifier)).priority).toBe(1);
});

test('edits title and description as plain text, and comments', async ({
  signedInAdmin: page,
  linear,
  checkAccessibility,
}) => {
  const { identifier } = await openIssue(page, 'Heron text');
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
  await expect(description.getByRole('heading', { name: 'Why' })).toBeVisible();

  await composer(page).fill('Looks good.\n\n- to me');
  await page.keyboard.press('Control+Enter');
  const comments = page.getByRole('region', { name: 'Comments' });
  await expect(comments.getByRole('listitem').first()).toContainText('Looks good.');
  await expect(composer(page)).toHaveValue('');
  await expect(history(page)).toContainText('Commented by ada, in Linear as Ada Whitfield');
  expect(await issueAtLinear(linear, identifier)).toMatchObject({
    title: 'Heron text, <b>said better</b>',
    description: '# Why\n\n<img src=x onerror=alert(1)>',
    comments: [{ body: 'Looks good.\n\n- to me' }],
  });
});

test('shows both values when somebody else was faster, and writes only what was chosen', async ({
  signedInAdmin: page,
  linear,
  strayErrors,
  checkAccessibility,
}) => {
  strayErrors.allow(refused);
  const { identifier } = await openIssue(page, 'Heron clash');
  await linear.control('updateIssue', identifier, { priority: 1 });
  await choose(page, 'priority', 'Low');
  const dialog = page.getByRole('dialog', { name: 'Changed at Linear meanwhile' });
  await expect(dialog).toContainText(/Linear has\s*Urgent/);
  await expect(dialog).toContainText(/You chose\s*Low/);
  await checkAccessibility();
  await dialog.getByRole('button', { name: "Keep Linear's" }).click();
  await expect(property(page, 'priority')).toContainText('Urgent');
  expect((await issueAtLinear(linear, identifier)).priority).toBe(1);

  await linear.control('updateIssue', identifier, { priority: 2 });
  await choose(page, 'priority', 'Low');
  await dialog.getByRole('button', { name: 'Use mine' }).click();
  await expect(property(page, 'priority')).toContainText('Low');
  await expect.poll(async () => (await issueAtLinear(linear, identifier)).priority).toBe(4);
});

test('shows what Linear refused in its own words, and what was there before', async ({
  signedInAdmin: page,
  linear,
  strayErrors,
}) => {
  strayErrors.allow(refused);
  const { identifier } = await openIssue(page, 'Heron text');
  const words = 'Issues of this team cannot be urgent today.';
  await linear.control(
    'addFault',
    { kind: 'refused', message: 'x', presentable: words },
    { next: 1, contains: 'mutation' },
  );
  await choose(page, 'priority', 'Urgent');
  await expect(page.getByRole('alert').filter({ hasText: words })).toBeVisible();
  await expect(property(page, 'priority')).toContainText('Medium');
  expect((await issueAtLinear(linear, identifier)).priority).toBe(3);

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
  const { identifier } = await openIssue(page, 'Heron lost');
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
  expect((await issueAtLinear(linear, identifier)).comments).toHaveLength(1);
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

test('links issues in each way there is, takes a link away, and brings it back', async ({
  signedInAdmin: page,
  linear,
}) => {
  const { identifier } = await openIssue(page, 'Heron link');
  const links = page.getByRole('region', { name: 'Linked issues' });
  const ways = [
    ['Blocks', 'Heron state'],
    ['Blocked by', 'Heron plan'],
    ['Related to', 'Heron clash'],
    ['Duplicate of', 'Heron lost'],
  ] as const;
  for (const [way, other] of ways) {
    await page.getByRole('button', { name: 'Link an issue' }).click();
    await page.getByRole('combobox', { name: 'Kind of link' }).click();
    await page.getByRole('option', { name: way, exact: true }).click();
    await page.getByRole('button', { name: 'Find an issue' }).click();
    await page.keyboard.type(other);
    await page.getByRole('option', { name: new RegExp(other) }).click();
    await expect(links.getByRole('listitem').filter({ hasText: other })).toContainText(way);
  }
  const { relations, inverseRelations } = await issueAtLinear(linear, identifier);
  const said = relations.map(({ type, relatedIssue }) => `${type} ${relatedIssue.title}`);
  expect(said.toSorted()).toEqual(['blocks Heron state', 'duplicate Heron lost', 'related Heron clash']);
  expect(inverseRelations).toEqual([{ type: 'blocks', issue: { title: 'Heron plan' } }]);
  // A duplicate is closed by Linear itself.
  await expect(property(page, 'state')).toContainText('Duplicate');

  const blocked = links.getByRole('listitem').filter({ hasText: 'Heron state' });
  await blocked.getByRole('button', { name: /^Remove the link to/ }).click();
  await expect(blocked).toHaveCount(0);
  expect((await issueAtLinear(linear, identifier)).relations).toHaveLength(2);
  await page.getByRole('button', { name: /^Undo/ }).click();
  await expect(blocked).toContainText('Blocks');
  expect((await issueAtLinear(linear, identifier)).relations).toHaveLength(3);
});

test('archives an issue at Linear, and brings it back', async ({ signedInAdmin: page, linear }) => {
  const { identifier } = await openIssue(page, 'Heron closed');
  await page.getByRole('button', { name: 'Archive in Linear' }).click();
  await expect(page.getByText('Archived in Linear.').first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Restore in Linear' })).toBeVisible();
  expect((await issueAtLinear(linear, identifier)).archivedAt).not.toBeNull();
  await page.keyboard.press('z');
  await expect(page.getByRole('button', { name: 'Archive in Linear' })).toBeVisible();
  expect((await findTask(api, 'Heron closed')).sourceState).toBe('live');
  expect((await issueAtLinear(linear, identifier)).archivedAt).toBeNull();
});

test('makes an issue from the palette', async ({ signedInAdmin: page, linear, checkAccessibility }) => {
  await page.goto('/dashboard');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('new issue in');
  await page.getByRole('option', { name: 'New issue in Linear' }).click();
  const dialog = page.getByRole('dialog', { name: 'New issue in Linear' });
  await dialog.getByRole('button', { name: 'Create issue' }).click();
  await expect(dialog.getByText('Choose a team.')).toBeVisible();
  await expect(dialog.getByText('Name the issue.')).toBeVisible();
  await expect(dialog.getByRole('combobox', { name: 'Team' })).toBeFocused();
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
  await page.keyboard.press('Control+k');
  await page.keyboard.type('new issue in');
  await page.getByRole('option', { name: 'New issue in Linear' }).click();
  await expect(dialog.getByRole('combobox', { name: 'Team' })).toContainText('Engineering');
  const { identifier } = await findTask(api, 'Heron from the palette');
  expect(await issueAtLinear(linear, identifier)).toMatchObject({
    title: 'Heron from the palette',
    priority: 1,
    team: { key: 'ENG' },
  });
});

test('sends a task made by hand to Linear with all its time', async ({
  signedInAdmin: page,
  linear,
  checkAccessibility,
}) => {
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
  await expect(page.getByRole('link', { name: /Open in Linear/ })).toBeFocused();
  await expect(page.getByRole('region', { name: 'Time', exact: true })).toContainText('1:30 tracked');
  await expect(page.getByRole('textbox', { name: 'Notes' })).toHaveValue('Ours');
  await expect(history(page)).toContainText('Sent to Linear by ada, in Linear as Ada Whitfield');
  const sent = await findTask(api, 'Heron by hand');
  expect(sent).toMatchObject({ id: own.id, source: 'linear', trackedSeconds: 5400 });
  expect(await issueAtLinear(linear, sent.identifier)).toMatchObject({ title: 'Heron by hand', team: { key: 'DES' } });
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

test('changes an issue in a sheet on a phone, light or dark', async ({
  signedInAdmin: page,
  linear,
  checkAccessibility,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const [colorScheme, points] of [
    ['light', 5],
    ['dark', 8],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    const { identifier } = await openIssue(page, 'Heron clash');
    await checkAccessibility();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
    await property(page, 'estimate').click();
    const sheet = page.getByRole('dialog', { name: 'Change estimate' });
    await expect(sheet.getByRole('option', { name: `${points} points` })).toBeVisible();
    await checkAccessibility();
    await sheet.getByRole('option', { name: `${points} points` }).click();
    await expect(sheet).toBeHidden();
    await expect(property(page, 'estimate')).toContainText(String(points));
    await expect.poll(async () => (await issueAtLinear(linear, identifier)).estimate).toBe(points);
  }
});
