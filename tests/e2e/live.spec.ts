import type { Page } from '@playwright/test';
import { z } from 'zod';
import { listOf } from '@/lib/contracts/common';
import { connection } from '@/lib/contracts/connection';
import { admin, test as base, expect } from '@/tests/e2e/fixtures';
import { startApp } from '@/tests/support/e2e-server';
import { importLinear, openApi } from './import-linear';

const publicOrigin = 'https://trackline.example';

/** An app that says it has a public address; at the simulated Linear that address leads to it. */
const test = base.extend<object, { app: Awaited<ReturnType<typeof startApp>> }>({
  app: [
    async ({ linear }, use) => {
      const account = { ADMIN_EMAIL: admin.email, ADMIN_PASSWORD: admin.password };
      const app = await startApp({ env: { LINEAR_API_URL: linear.url, BASE_URL: publicOrigin, ...account } });
      await linear.control('setWebhookOptions', { origins: { [publicOrigin]: app.url } });
      await use(app);
      await app.remove();
    },
    { scope: 'worker' },
  ],
});

test.describe.configure({ mode: 'serial' });
test.use({ linearIssues: 30 });

let connectionId = '';
test.beforeAll(async ({ app, linear, adminSession }) => {
  const api = await openApi({ app, adminSession });
  await importLinear(api, linear);
  const [only] = listOf(connection).parse(await (await api.get('/api/v1/connections')).json()).items;
  connectionId = only?.id ?? '';
  // No tick may bring what a push is to bring.
  const schedule = { enabled: true, cron: '0 4 1 1 *' };
  await api.patch(`/api/v1/connections/${connectionId}`, { data: { schedule } });
  await api.dispose();
});

test('a webhook made by one button brings an edit within seconds, and is deleted at Linear by another', async ({
  signedInAdmin: page,
  linear,
  checkAccessibility,
}) => {
  await page.goto(`/connections/${connectionId}`);
  const live = page.getByRole('region', { name: 'Live updates' });
  await live.getByRole('button', { name: 'Create webhook' }).click();
  await expect(live.getByText('Waiting for the first delivery')).toBeVisible();
  await expect(live.getByRole('list', { name: 'Webhooks' })).toContainText('All public teams');
  await linear.control('updateIssue', 'ENG-1', { title: 'Told by a push' });
  await expect(live.getByRole('table', { name: 'Recent deliveries' })).toContainText('Issue updated', {
    timeout: 15_000,
  });
  await expect(live.getByText('Live', { exact: true })).toBeVisible();
  await checkAccessibility();
  await expectTitle(page, 'ENG-1', 'Told by a push');

  await page.goto(`/connections/${connectionId}`);
  await live.getByRole('button', { name: 'Rotate the secret: All public teams' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Rotate secret' }).click();
  await expect(page.getByText('Secret rotated.')).toBeVisible();
  await live.getByRole('button', { name: 'Remove webhook: All public teams' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove webhook' }).click();
  await expect(live.getByRole('button', { name: 'Create webhook' })).toBeVisible();
  expect(await linear.control('listWebhooks')).toEqual([]);
});

test('a webhook made by hand works with its pasted secret, and says so when the secret is wrong', async ({
  signedInAdmin: page,
  linear,
}) => {
  const url = `${publicOrigin}/api/webhooks/linear/${connectionId}`;
  const made = z.object({ secret: z.string() }).parse(await linear.control('registerWebhook', { url }));
  await page.goto(`/connections/${connectionId}`);
  const live = page.getByRole('region', { name: 'Live updates' });
  await live.getByText('Make it by hand in Linear').click();
  await expect(live.getByText(url)).toBeVisible();
  await live.getByLabel('Signing secret').fill('not the right one');
  await live.getByRole('button', { name: 'Save secret' }).click();
  await linear.control('updateIssue', 'ENG-2', { title: 'Not believed' });
  await expect(live.getByText('Deliveries are refused')).toBeVisible({ timeout: 15_000 });
  await live.getByText('Add another webhook').click();
  await live.getByLabel('Signing secret').fill(made.secret);
  await live.getByRole('button', { name: 'Save secret' }).click();
  await expect(live.getByLabel('Signing secret')).toHaveValue('');
  await linear.control('updateIssue', 'ENG-2', { title: 'Believed' });
  await expect(live.getByText('Live', { exact: true })).toBeVisible({ timeout: 15_000 });
  await expectTitle(page, 'ENG-2', 'Believed');
});

/** Received is not yet applied: that takes a moment more. */
async function expectTitle(page: Page, identifier: string, title: string): Promise<void> {
  await expect(async () => {
    await page.goto(`/tasks/by/${identifier}`);
    await expect(page.getByRole('heading', { name: title })).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 20_000 });
}
