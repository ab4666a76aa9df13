import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';

const screen = '/settings/profile';
const delayMilliseconds = 3_000;

/** What comes after the page comes so late that it can be typed ahead of. */
async function openSlowly(page: Page): Promise<void> {
  const html = await (await page.request.get(screen)).text();
  await page.route('**/_next/static/chunks/**', async (route) => {
    const isLate = !html.includes(new URL(route.request().url()).pathname);
    if (isLate) await new Promise((done) => setTimeout(done, delayMilliseconds));
    await route.continue();
  });
  await page.goto(screen);
  await page.waitForFunction(isAwake);
}

/** React has taken over the page and has done what follows. Nothing that is asked or shown this early tells of it. */
async function isAwake(): Promise<boolean> {
  const button = document.querySelector('main button');
  if (!button || !Object.keys(button).some((key) => key.startsWith('__reactProps'))) return false;
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50)));
  return true;
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
