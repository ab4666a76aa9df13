import type { APIRequestContext } from '@playwright/test';
import { task } from '@/lib/contracts/task';
import { formatDuration } from '@/lib/time/format-duration';
import { localDay, startOfDay } from '@/lib/time/local-day';
import { expect, test } from './fixtures';
import { openApi } from './import-linear';

// A number of its own gives this file an app and a Linear of its own.
test.use({ linearIssues: 1 });

let api: APIRequestContext;
let projectId: string;
const taskIds: string[] = [];

const today = localDay(new Date(), 'UTC');

async function post<T>(path: string, data: object): Promise<T> {
  const answer = await api.post(path, { data });
  expect(answer.ok(), await answer.text()).toBe(true);
  return answer.json();
}

/** What the week can come to while the test runs. */
function sumsFrom(minutes: number): RegExp {
  const sums = [0, 1, 2, 3].map((more) => formatDuration((minutes + more) * 60));
  return new RegExp(`^(${sums.join('|')}) of 40:00$`);
}

test.beforeAll(async ({ app, adminSession }) => {
  api = await openApi({ app, adminSession });
  projectId = (await post<{ id: string }>('/api/v1/projects', { name: 'Back office' })).id;
  for (const title of ['Answer letters', 'Water the plants'])
    taskIds.push(task.parse(await post('/api/v1/tasks', { projectId, title })).id);
  for (const [at, taskId] of taskIds.entries())
    await post('/api/v1/time-entries', { taskId, on: today, durationSeconds: 5_400 * (at + 1) });
  await api.patch(`/api/v1/projects/${projectId}`, { data: { budget: { kind: 'hours', amount: 18_000 } } });
});
test.afterAll(() => api.dispose());

test('shows today and the week, counts what runs, and goes on with what was worked on', async ({
  signedInAdmin: page,
  checkAccessibility,
}) => {
  await page.goto('/dashboard');
  const mine = page.getByRole('region', { name: 'Your time' });
  await expect(mine.getByText('4:30').first()).toBeVisible();
  await expect(mine.getByRole('progressbar')).toHaveAttribute('aria-valuetext', '4:30 of 40:00');
  await expect(page.getByRole('region', { name: 'This week by project' })).toContainText('Back office');
  await expect(page.getByRole('region', { name: 'Budgets near their end' })).toContainText('90%');
  await expect(page.getByText("Nobody's timer is running.")).toBeVisible();

  // What has run for half an hour counts today, and when it is stopped no time is lost from the sum.
  const ranMinutes = Math.min(30, Math.floor((Date.now() - startOfDay(today, 'UTC').getTime()) / 60_000));
  const startedAt = new Date(Date.now() - ranMinutes * 60_000).toISOString();
  const withIt = sumsFrom(270 + ranMinutes);
  await post('/api/v1/timer/start', { taskId: taskIds[0], startedAt });
  await expect(mine.getByRole('img', { name: 'A timer is running' })).toBeVisible();
  const recent = page.getByRole('region', { name: 'Go on with' });
  await recent.getByRole('button', { name: 'Start the timer on Water the plants' }).click();
  await expect(recent.getByRole('button', { name: 'Stop the timer of Water the plants' })).toBeVisible();
  await expect(page.getByRole('region', { name: /Running now/ })).toContainText('Water the plants');
  await expect(mine.getByRole('progressbar')).toHaveAttribute('aria-valuetext', withIt);
  await recent.getByRole('button', { name: 'Stop the timer of Water the plants' }).click();
  await expect(mine.getByRole('img', { name: 'A timer is running' })).toBeHidden();
  await expect(mine.getByRole('progressbar')).toHaveAttribute('aria-valuetext', withIt);

  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await checkAccessibility();
  }
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
});
