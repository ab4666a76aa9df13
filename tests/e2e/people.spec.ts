import type { Browser, Page } from '@playwright/test';
import { z } from 'zod';
import { expect, test } from '@/tests/e2e/fixtures';

// From an app that nobody has set up: every test goes on where the one before has stopped.
test.describe.configure({ mode: 'serial' });
test.use({ firstAdmin: false });

const ada = { name: 'Ada Whitfield', email: 'ada@trackline.example', password: 'correct-horse-1' };
const newPassword = 'correct-horse-2';
const grace = { name: 'Grace Ellery', email: 'grace@trackline.example', password: 'battery-staple-1' };
const refused = /status of 4\d\d/;

async function fillSignIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel('E-mail').fill(email);
  await page.getByRole('textbox', { name: 'Password' }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

async function signIn(page: Page, who: { email: string; password: string }, next: string): Promise<void> {
  await page.goto(`/sign-in?next=${encodeURIComponent(next)}`);
  await fillSignIn(page, who.email, who.password);
  await page.waitForURL((url) => url.pathname === next);
}

/** A browser of somebody else. */
async function openOtherBrowser(browser: Browser, baseURL: string | undefined): Promise<Page> {
  const context = await browser.newContext(baseURL === undefined ? {} : { baseURL });
  return context.newPage();
}

async function readCode(page: Page, label: string): Promise<string> {
  const code = page.getByRole('region', { name: label, exact: true }).locator('code');
  return (await code.textContent()) ?? '';
}

test('leads the first visit to set-up, and from there to connecting Linear', async ({ page, checkAccessibility }) => {
  await page.goto('/tasks');
  await expect(page).toHaveURL('/setup');
  await expect(page.getByRole('heading', { name: 'Set up Trackline' })).toBeVisible();
  await checkAccessibility();

  const make = page.getByRole('button', { name: 'Make the account' });
  await page.getByLabel('E-mail').fill('not an address');
  await make.click();
  await expect(page.getByText('Enter a name.')).toBeVisible();
  await expect(page.getByText('Enter an e-mail address, like ada@example.com.')).toBeVisible();
  await expect(page.getByText('Use at least 10 characters.')).toBeVisible();
  await checkAccessibility();

  await page.getByLabel('Name').fill(ada.name);
  await page.getByLabel('E-mail').fill(` ${ada.email.toUpperCase()} `);
  const password = page.getByRole('textbox', { name: 'Password' });
  await password.fill(ada.password);
  await expect(password).toHaveAttribute('type', 'password');
  await page.getByRole('button', { name: 'Show password' }).click();
  await expect(password).toHaveAttribute('type', 'text');
  await make.click();
  await expect(page).toHaveURL('/connections/new');

  await page.goto('/settings/profile');
  await expect(page.getByRole('combobox', { name: 'Time zone' })).toHaveText('Europe/Berlin');
});

test('takes nobody to set-up once there is an admin', async ({ page }) => {
  await page.goto('/setup');
  await expect(page).toHaveURL('/sign-in');
});

test('refuses a wrong password, takes the right one, and goes back to where the person was going', async ({
  page,
  checkAccessibility,
  strayErrors,
}) => {
  strayErrors.allow(refused);
  await page.goto('/settings/appearance');
  await expect(page).toHaveURL('/sign-in?next=%2Fsettings%2Fappearance');
  await expect(page.getByText('Ask an admin for an invite link.')).toBeVisible();
  await checkAccessibility();

  await fillSignIn(page, ada.email, 'wrong-horse-1');
  await expect(page.getByRole('alert').filter({ hasText: 'not right' })).toBeVisible();
  await expect(page.getByLabel('E-mail')).toHaveValue(ada.email);
  await checkAccessibility();
  await fillSignIn(page, ada.email, ada.password);
  await expect(page).toHaveURL('/settings/appearance');

  await page.getByRole('button', { name: `${ada.name}, your menu` }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page).toHaveURL('/sign-in');
  await page.goto('/settings/appearance');
  await expect(page).toHaveURL('/sign-in?next=%2Fsettings%2Fappearance');
});

test('does not leave the site after sign-in, whatever the address says', async ({ page, baseURL }) => {
  await page.goto('/sign-in?next=%2F%2Fevil.example%2F');
  await fillSignIn(page, ada.email, ada.password);
  await expect(page).toHaveURL(`${baseURL}/dashboard`);
});

test('changes the profile, and shows times accordingly', async ({ page, checkAccessibility }) => {
  await signIn(page, ada, '/settings/profile');
  await checkAccessibility();
  const save = page.getByRole('button', { name: 'Save' });
  await expect(save).toBeDisabled();
  await page.getByLabel('Name').fill('');
  await save.click();
  await expect(page.getByText('Enter a name.')).toBeVisible();

  await page.getByLabel('Name').fill('Ada W.');
  await page.getByRole('combobox', { name: 'Time zone' }).click();
  await page.getByPlaceholder('Find a time zone').fill('new york');
  await page.getByRole('option', { name: 'America/New York' }).click();
  await page.getByRole('combobox', { name: 'First day of the week' }).click();
  await page.getByRole('option', { name: 'Sunday' }).click();
  await save.click();
  await expect(page.getByText('Profile saved.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Ada W., your menu' })).toBeVisible();

  await page.reload();
  await expect(page.getByLabel('Name')).toHaveValue('Ada W.');
  await expect(page.getByRole('combobox', { name: 'Time zone' })).toHaveText('America/New York');
  await expect(page.getByRole('combobox', { name: 'First day of the week' })).toHaveText('Sunday');
  await page.getByRole('button', { name: "Use this browser's: Europe/Berlin" }).click();
  await save.click();
  await expect(page.getByText('Profile saved.')).toBeVisible();
});

test('changes the password and signs the other browsers out', async ({
  page,
  browser,
  baseURL,
  checkAccessibility,
  strayErrors,
}) => {
  strayErrors.allow(refused);
  const other = await openOtherBrowser(browser, baseURL);
  await signIn(other, ada, '/settings/profile');
  await signIn(page, ada, '/settings/password');
  await checkAccessibility();
  const change = page.getByRole('button', { name: 'Change password' });
  await page.getByRole('textbox', { name: 'Current password' }).fill('wrong-horse-1');
  await page.getByRole('textbox', { name: 'New password' }).fill(newPassword);
  await change.click();
  await expect(page.getByText('This is not your current password.')).toBeVisible();
  await checkAccessibility();

  await page.getByRole('textbox', { name: 'Current password' }).fill(ada.password);
  await change.click();
  await expect(page.getByText('Password changed.')).toBeVisible();
  ada.password = newPassword;
  await page.goto('/settings/profile');
  await expect(page.getByRole('heading', { name: 'Profile' })).toBeVisible();
  await other.goto('/settings/profile');
  await expect(other).toHaveURL(/\/sign-in/);
  await other.context().close();
});

test('lets somebody in by an invite link, once', async ({
  page,
  browser,
  baseURL,
  checkAccessibility,
  strayErrors,
}) => {
  strayErrors.allow(refused);
  await signIn(page, ada, '/settings/members');
  const members = page.getByRole('table', { name: 'Members' });
  await expect(members.getByRole('row', { name: ada.email })).toContainText('You');
  await checkAccessibility();

  await page.getByRole('button', { name: 'Invite' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('E-mail').fill(ada.email);
  await dialog.getByRole('button', { name: 'Make invite link' }).click();
  await expect(dialog.getByText('Somebody with this e-mail address is here already.')).toBeVisible();
  await checkAccessibility();
  await dialog.getByLabel('E-mail').fill(grace.email);
  await dialog.getByRole('button', { name: 'Make invite link' }).click();
  const link = await readCode(page, 'Invite link');
  await checkAccessibility();
  await page.getByRole('button', { name: 'Done' }).click();
  const invites = page.getByRole('table', { name: 'Open invites' });
  await expect(invites.getByRole('row', { name: grace.email })).toBeVisible();

  const other = await openOtherBrowser(browser, baseURL);
  await other.goto(link);
  await expect(other.getByLabel('E-mail')).toHaveValue(grace.email);
  await checkAccessibility(other);
  await other.getByLabel('Name').fill(grace.name);
  await other.getByRole('textbox', { name: 'Password' }).fill(grace.password);
  await other.getByRole('button', { name: 'Join' }).click();
  await expect(other).toHaveURL('/dashboard');

  await other.goto(link);
  await expect(other.getByRole('heading', { name: 'This link no longer works' })).toBeVisible();
  await expect(other.getByText('used already')).toBeVisible();
  await checkAccessibility(other);
  await page.reload();
  await expect(members.getByRole('row', { name: grace.email })).toBeVisible();
  await expect(invites).toBeHidden();
  await other.context().close();
});

test('stops an invite link that is revoked', async ({ page, browser, baseURL }) => {
  await signIn(page, ada, '/settings/members');
  await page.getByRole('button', { name: 'Invite' }).click();
  await page.getByRole('dialog').getByLabel('E-mail').fill('mary@trackline.example');
  await page.getByRole('button', { name: 'Make invite link' }).click();
  const link = await readCode(page, 'Invite link');
  await page.getByRole('button', { name: 'Done' }).click();
  await page.getByRole('button', { name: 'Revoke the invite for mary@trackline.example' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Revoke invite' }).click();
  await expect(page.getByText('Invite revoked.')).toBeVisible();
  await expect(page.getByRole('table', { name: 'Open invites' })).toBeHidden();

  const other = await openOtherBrowser(browser, baseURL);
  await other.goto(link);
  await expect(other.getByRole('heading', { name: 'This link no longer works' })).toBeVisible();
  await other.context().close();
});

test('shows members only to admins', async ({ page, checkAccessibility }) => {
  await signIn(page, grace, '/settings/profile');
  await expect(page.getByRole('navigation', { name: 'Settings' }).getByRole('link')).toHaveText([
    'Profile',
    'Password',
    'Appearance',
    'Shortcuts',
    'API tokens',
  ]);
  await page.goto('/settings/members');
  await expect(page.getByText('Only admins see the members.')).toBeVisible();
  await checkAccessibility();
});

test('resets a password by link', async ({ page, browser, baseURL, checkAccessibility }) => {
  await signIn(page, ada, '/settings/members');
  await page.getByRole('button', { name: `Actions for ${grace.name}` }).click();
  await page.getByRole('menuitem', { name: 'Reset password…' }).click();
  await page.getByRole('button', { name: 'Make reset link' }).click();
  const link = await readCode(page, 'Reset link');

  const other = await openOtherBrowser(browser, baseURL);
  await other.goto(link);
  await expect(other.getByRole('heading', { name: 'Choose a new password' })).toBeVisible();
  await checkAccessibility(other);
  grace.password = 'battery-staple-2';
  await other.getByRole('textbox', { name: 'New password' }).fill(grace.password);
  await other.getByRole('button', { name: 'Save and sign in' }).click();
  await expect(other).toHaveURL('/dashboard');
  await other.context().close();
});

test('changes a role, and takes it back by undo', async ({ page }) => {
  await signIn(page, ada, '/settings/members');
  const row = page.getByRole('row', { name: grace.email });
  await page.getByRole('button', { name: `Actions for ${grace.name}` }).click();
  await page.getByRole('menuitem', { name: 'Make an admin' }).click();
  await expect(row.getByText('Admin', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(row.getByText('Member', { exact: true })).toBeVisible();
});

test('locks a deactivated member out, and lets them in again', async ({ page, browser, baseURL, strayErrors }) => {
  strayErrors.allow(refused);
  const other = await openOtherBrowser(browser, baseURL);
  await signIn(other, grace, '/settings/profile');
  await signIn(page, ada, '/settings/members');
  const actions = page.getByRole('button', { name: `Actions for ${grace.name}` });
  await actions.click();
  await page.getByRole('menuitem', { name: 'Deactivate…' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Deactivate' }).click();
  await expect(page.getByRole('row', { name: grace.email })).toContainText('Deactivated');

  // The open page learns of it with its next call.
  await other.getByLabel('Name').fill('Grace E.');
  await other.getByRole('button', { name: 'Save' }).click();
  await expect(other).toHaveURL('/sign-in?next=%2Fsettings%2Fprofile');
  await fillSignIn(other, grace.email, grace.password);
  await expect(other.getByText('This account is deactivated.')).toBeVisible();

  await actions.click();
  await page.getByRole('menuitem', { name: 'Reactivate…' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Reactivate' }).click();
  await expect(page.getByRole('row', { name: grace.email })).not.toContainText('Deactivated');
  await fillSignIn(other, grace.email, grace.password);
  await expect(other).toHaveURL('/settings/profile');
  await other.context().close();
});

test('makes a token that works until it is revoked', async ({ page, baseURL, checkAccessibility }) => {
  const callMe = (token: string) => fetch(`${baseURL}/api/v1/me`, { headers: { authorization: `Bearer ${token}` } });
  await signIn(page, ada, '/settings/tokens');
  await expect(page.getByText('No API tokens yet.')).toBeVisible();
  await checkAccessibility();

  await page.getByRole('button', { name: 'New token' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Create token' }).click();
  await expect(dialog.getByText('Name the token, so that you know it later.')).toBeVisible();
  await checkAccessibility();
  await dialog.getByLabel('Name').fill('Weekly report');
  await dialog.getByRole('combobox', { name: 'Expires after' }).click();
  await page.getByRole('option', { name: '30 days' }).click();
  await dialog.getByRole('button', { name: 'Create token' }).click();
  const token = await readCode(page, 'Token');
  await checkAccessibility();
  await dialog.getByRole('button', { name: 'Done' }).click();

  const works = await callMe(token);
  expect(works.status).toBe(200);
  expect(z.object({ email: z.string() }).parse(await works.json()).email).toBe(ada.email);
  await page.reload();
  const row = page.getByRole('row', { name: 'Weekly report' });
  await expect(row).toContainText('just now');
  await expect(page.getByText(token)).toHaveCount(0);

  await row.getByRole('button', { name: 'Revoke Weekly report' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Revoke token' }).click();
  await expect(page.getByText('Token revoked.')).toBeVisible();
  await expect(page.getByText('No API tokens yet.')).toBeVisible();
  expect((await callMe(token)).status).toBe(401);
});

test('keeps the chosen theme', async ({ page, checkAccessibility }) => {
  await signIn(page, ada, '/settings/appearance');
  await page.getByRole('radio', { name: 'Dark' }).click();
  await expect(page.locator('html')).toHaveClass(/dark/);
  await page.reload();
  await expect(page.getByRole('radio', { name: 'Dark' })).toBeChecked();
  for (const section of ['profile', 'password', 'appearance', 'tokens', 'members']) {
    await page.goto(`/settings/${section}`);
    await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
    await checkAccessibility();
  }
});
