import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';

const delayMilliseconds = 1000;

/** What comes after the page comes so late that it can be typed ahead of. */
async function openSlowly(page: Page): Promise<void> {
  await page.route('**/_next/static/chunks/**', async (route) => {
    await new Promise((done) => setTimeout(done, delayMilliseconds));
    await route.continue();
  });
  // The page asks only once it has woken up.
  const isAwake = page.waitForResponse(/\/api\/v1\//);
  await page.goto('/settings/profile');
  await isAwake;
}

test('the letters after the key that opens the palette are in its field', async ({ signedInAdmin: page }) => {
  await openSlowly(page);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('reports');
  await expect(page.getByRole('combobox', { name: 'Search and commands' })).toHaveValue('reports');
});

test('the letters after a picker was opened are in its field, and no shortcuts', async ({ signedInAdmin: page }) => {
  await openSlowly(page);
  await page.getByRole('combobox', { name: 'Time zone', exact: true }).click();
  await page.keyboard.type('gpx');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Backspace');
  await page.keyboard.type('berlin');
  const list = page.getByRole('dialog');
  await expect(list.getByRole('combobox')).toHaveValue('berlin');
  await expect(list.getByRole('option').first()).toContainText('Europe/Berlin');
  await expect(page).toHaveURL(/\/settings\/profile$/);
});

test('an opening that is given up gives the keyboard back', async ({ signedInAdmin: page }) => {
  await openSlowly(page);
  const zone = page.getByRole('combobox', { name: 'Time zone', exact: true });
  await zone.click();
  await page.keyboard.type('ber');
  await zone.click();
  await page.getByRole('textbox', { name: 'Name' }).fill('');
  await page.keyboard.type('Ada');
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('Ada');
});
