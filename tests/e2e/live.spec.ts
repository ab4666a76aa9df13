import type { Page } from '@playwright/test';
import { z } from 'zod';
import type { RunningSimulator } from '@/tests/support/e2e-simulator';
import { expect, test } from './fixtures';
import { findTask, importLinear, openApi, readConnection } from './import-linear';

const publicOrigin = 'https://trackline.example';

test.describe.configure({ mode: 'serial' });
test.use({ linearIssues: 12, publicOrigin });

let connectionId = '';
test.beforeAll(async ({ app, linear, adminSession }) => {
  const api = await openApi({ app, adminSession });
  await importLinear(api, linear);
  connectionId = (await readConnection(api)).id;
  // No tick may bring what a push is to bring.
  const schedule = { enabled: true, cron: '0 4 1 1 *' };
  await api.patch(`/api/v1/connections/${connectionId}`, { data: { schedule } });
  await api.dispose();
});

const live = (page: Page) => page.getByRole('region', { name: 'Live updates' });
const confirm = (page: Page, name: string) =>
  page.getByRole('alertdialog').getByRole('button', { name, exact: true }).click();

const listed = z.array(
  z.looseObject({
    id: z.string(),
    url: z.string(),
    secret: z.string(),
    allPublicTeams: z.boolean(),
    team: z.string().nullable(),
  }),
);
const listWebhooks = async (linear: RunningSimulator) => listed.parse(await linear.control('listWebhooks'));

test('a webhook made by one button brings an edit within seconds, and is deleted at Linear by another', async ({
  signedInAdmin: page,
  linear,
  checkAccessibility,
}) => {
  await page.goto(`/connections/${connectionId}`);
  await live(page).getByRole('button', { name: 'Create webhook' }).click();
  await expect(live(page).getByText('Waiting for the first delivery')).toBeVisible();
  await expect(live(page).getByRole('list', { name: 'Webhooks' })).toContainText('All public teams');
  const url = `${publicOrigin}/api/webhooks/linear/${connectionId}`;
  const [made] = await listWebhooks(linear);
  expect(made).toMatchObject({ url, allPublicTeams: true, team: null });
  await linear.control('updateIssue', 'ENG-1', { title: 'Told by a push' });
  await expect(live(page).getByRole('table', { name: 'Recent deliveries' })).toContainText('Issue updated', {
    timeout: 15_000,
  });
  await expect(live(page).getByText('Live', { exact: true })).toBeVisible();
  await checkAccessibility();
  await expectTitle(page, 'ENG-1', 'Told by a push');

  await page.goto(`/connections/${connectionId}`);
  await live(page).getByRole('button', { name: 'Rotate the secret: All public teams' }).click();
  await confirm(page, 'Rotate secret');
  await expect(page.getByText('Secret rotated.')).toBeVisible();
  const [rotated] = await listWebhooks(linear);
  expect(rotated?.id).toBe(made?.id);
  expect(rotated?.secret).not.toBe(made?.secret);
  await linear.control('updateIssue', 'ENG-1', { title: 'Signed with the new secret' });
  await expectTitle(page, 'ENG-1', 'Signed with the new secret');

  await page.goto(`/connections/${connectionId}`);
  await live(page).getByRole('button', { name: 'Remove webhook: All public teams' }).click();
  await confirm(page, 'Remove webhook');
  await expect(live(page).getByRole('button', { name: 'Create webhook' })).toBeVisible();
  expect(await listWebhooks(linear)).toEqual([]);
});

test('a webhook made by hand works with its pasted secret, and says so when the secret is wrong', async ({
  signedInAdmin: page,
  linear,
  checkAccessibility,
}) => {
  const url = `${publicOrigin}/api/webhooks/linear/${connectionId}`;
  const made = z.object({ id: z.string(), secret: z.string() }).parse(await linear.control('registerWebhook', { url }));
  await page.goto(`/connections/${connectionId}`);
  await live(page).getByText('Make it by hand in Linear').click();
  await expect(live(page).getByText(url)).toBeVisible();
  await live(page).getByLabel('Signing secret').fill('not the right one');
  await live(page).getByRole('button', { name: 'Save secret' }).click();
  await expect(live(page).getByRole('list', { name: 'Webhooks' })).toContainText('Webhook with a pasted secret');
  await linear.control('updateIssue', 'ENG-2', { title: 'Not believed' });
  await expect(live(page).getByText('Deliveries are refused')).toBeVisible({ timeout: 15_000 });
  const replace = live(page).getByRole('button', { name: 'Replace the secret: Webhook with a pasted secret' });
  await replace.click();
  const dialog = page.getByRole('dialog', { name: 'Replace the secret' });
  await dialog.getByLabel('New signing secret').fill('not the right one');
  await dialog.getByRole('button', { name: 'Replace secret' }).click();
  await expect(dialog.getByText('This secret is kept already.')).toBeVisible();
  await checkAccessibility();
  await dialog.getByLabel('New signing secret').fill(made.secret);
  await dialog.getByRole('button', { name: 'Replace secret' }).click();
  await expect(page.getByText('Secret replaced.')).toBeVisible();
  await expect(replace).toHaveCount(1);
  await expect(replace).toBeFocused();
  await linear.control('updateIssue', 'ENG-2', { title: 'Believed' });
  await expectTitle(page, 'ENG-2', 'Believed');

  await page.goto(`/connections/${connectionId}`);
  await expect(live(page).getByText('Live', { exact: true })).toBeVisible();
  const pasted = live(page).getByRole('button', { name: 'Remove webhook: Webhook with a pasted secret' });
  await pasted.click();
  await confirm(page, 'Remove webhook');
  await expect(pasted).toHaveCount(0);
  // What another hand has made is left to that hand.
  expect(await listWebhooks(linear)).toHaveLength(1);
  await linear.control('deleteWebhook', made.id);
});

test('a key that is no admin is told to have the webhook made by hand', async ({
  signedInAdmin: page,
  app,
  adminSession,
  linear,
  checkAccessibility,
}) => {
  const api = await openApi({ app, adminSession });
  const { value } = z.looseObject({ value: z.string() }).parse(await linear.control('createKey', { scopes: ['read'] }));
  const path = `/api/v1/connections/${connectionId}`;
  expect((await api.patch(path, { data: { apiKey: value } })).status()).toBe(200);
  await page.goto(`/connections/${connectionId}`);
  await expect(live(page).getByText('This key may not make webhooks.')).toBeVisible();
  await expect(live(page).getByRole('button', { name: 'Create webhook' })).toHaveCount(0);
  await expect(live(page).getByLabel('Signing secret')).toBeVisible();
  await checkAccessibility();
  expect((await api.patch(path, { data: { apiKey: linear.apiKey } })).status()).toBe(200);
  await api.dispose();
});

test('hears of the chosen teams by a webhook each, which go with the connection', async ({
  signedInAdmin: page,
  linear,
}) => {
  await page.goto(`/connections/${connectionId}`);
  await live(page).getByRole('radio', { name: 'The chosen teams' }).click();
  await live(page).getByRole('button', { name: 'Create webhook' }).click();
  const list = live(page).getByRole('list', { name: 'Webhooks' });
  for (const name of ['Engineering (ENG)', 'Design (DES)', 'Mobile (MOB)']) await expect(list).toContainText(name);
  const made = await listWebhooks(linear);
  expect(made.map(({ team }) => team).toSorted()).toEqual(['DES', 'ENG', 'MOB']);
  expect(made.some(({ allPublicTeams }) => allPublicTeams)).toBe(false);
  await linear.control('updateIssue', 'ENG-3', { title: 'Told of its team' });
  await expectTitle(page, 'ENG-3', 'Told of its team');

  await page.goto(`/connections/${connectionId}/settings`);
  await page.getByRole('button', { name: 'Delete connection' }).click();
  const dialog = page.getByRole('alertdialog');
  await dialog.getByLabel('Type "Northwind Studio" to confirm').fill('Northwind Studio');
  await dialog.getByRole('button', { name: 'Delete connection' }).click();
  await expect(page).toHaveURL('/connections');
  await expect.poll(() => listWebhooks(linear)).toEqual([]);
});

/** Received is not yet applied: that takes a moment more. */
async function expectTitle(page: Page, identifier: string, title: string): Promise<void> {
  await expect.poll(async () => (await findTask(page.request, identifier)).title, { timeout: 20_000 }).toBe(title);
  await page.goto(`/tasks/by/${identifier}`);
  await expect(page.getByRole('heading', { name: title })).toBeVisible();
}
