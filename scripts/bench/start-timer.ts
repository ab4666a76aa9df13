import { chromium, type Page } from '@playwright/test';
import { must } from '@/lib/kit/must';
import { browserFlags, ensureBrowser } from '@/scripts/browser.mjs';
import { startApp } from '@/tests/support/e2e-server';
import { percentile, type Row } from './row';
import { signIn } from './sign-in';
import { fillTimeData } from './time-data';

const starts = 100;
const warmUps = 5;
const tasks = 100_000;
const projects = 20;

interface Start {
  /** From the key to the frame that shows it running. */
  shownMs: number;
  /** From the key to the server's answer. */
  storedMs: number;
}

/** As people do it, in a browser: `s`, an identifier, Enter. What runs already is switched. */
async function measureStart(page: Page, identifier: string): Promise<Start> {
  await page.keyboard.press('s');
  await page.getByRole('dialog').getByRole('combobox').waitFor();
  await page.keyboard.type(identifier);
  await page.getByRole('option', { name: identifier }).first().waitFor();
  await page.evaluate(watchStart, identifier);
  await page.keyboard.press('Enter');
  const measured = await page.evaluate(() => (window as Watched).startMeasured);
  return must(measured, 'the measured start');
}

/** The bar comes with the HTML, before the page takes keys. */
async function listens(page: Page): Promise<void> {
  const picker = page.getByRole('dialog').getByRole('combobox');
  for (let tries = 0; tries < 30 && !(await picker.isVisible()); tries++) {
    await page.keyboard.press('s');
    await page.waitForTimeout(500);
  }
  await page.keyboard.press('Escape');
  await picker.waitFor({ state: 'hidden' });
}

type Watched = Window & { startMeasured?: Promise<Start> };

/** Runs in the page. What it leaves there resolves after the frame in which the timer's bar names the task. */
function watchStart(identifier: string): void {
  const bar = document.querySelector('section[aria-label="Timer"]');
  if (bar === null) throw new Error('There is no timer on this page');
  const pressed = new Promise<number>((resolve) => {
    window.addEventListener('keydown', () => resolve(performance.now()), { capture: true, once: true });
  });
  const shown = new Promise<number>((resolve) => {
    const observer = new MutationObserver(() => {
      if (!bar.textContent?.includes(identifier)) return;
      observer.disconnect();
      // The message comes after the frame is painted.
      const { port1, port2 } = new MessageChannel();
      port2.onmessage = () => resolve(performance.now());
      requestAnimationFrame(() => port1.postMessage(null));
    });
    observer.observe(bar, { childList: true, subtree: true, characterData: true });
  });
  const stored = new Promise<number>((resolve) => {
    const observer = new PerformanceObserver((list) => {
      const call = list.getEntriesByType('resource').find(({ name }) => name.endsWith('/timer/start'));
      if (!(call instanceof PerformanceResourceTiming)) return;
      observer.disconnect();
      resolve(call.responseEnd);
    });
    observer.observe({ type: 'resource' });
  });
  (window as Watched).startMeasured = Promise.all([pressed, shown, stored]).then(([pressedAt, shownAt, storedAt]) => ({
    shownMs: shownAt - pressedAt,
    storedMs: storedAt - pressedAt,
  }));
}

/** Starts one timer after the other on tasks all over the database. */
export async function measureStarts(page: Page, identifierOf: (n: number) => string): Promise<Start[]> {
  const measured: Start[] = [];
  for (let n = 0; n < warmUps + starts; n++) {
    const start = await measureStart(page, identifierOf(n));
    if (n >= warmUps) measured.push(start);
  }
  return measured;
}

export async function benchStartTimer(): Promise<Row[]> {
  const credentials = { email: 'bench@trackline.example', password: 'bench-password-1' };
  const env = { ADMIN_EMAIL: credentials.email, ADMIN_PASSWORD: credentials.password };
  const first = await startApp({ env });
  await first.stop();
  fillTimeData(`${first.dataDir}/trackline.db`, { tasks, entries: 100_000, projects });
  const app = await startApp({ env, dataDir: first.dataDir });
  const { Cookie } = await signIn(app.url, credentials);
  const browser = await chromium.launch({ executablePath: await ensureBrowser(), args: browserFlags() });
  try {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    const cookies = Cookie.split('; ').map((cookie) => cookie.split('=') as [string, string]);
    await context.addCookies(cookies.map(([name, ...value]) => ({ name, value: value.join('='), url: app.url })));
    const page = await context.newPage();
    await page.goto(`${app.url}/projects`);
    await listens(page);
    const measured = await measureStarts(page, (n) => {
      const task = 1 + ((n * 7_919) % tasks);
      return `T${task % projects}-${task}`;
    });
    return [rowOf(measured)];
  } finally {
    await browser.close();
    await app.remove();
  }
}

function rowOf(measured: Start[]): Row {
  const shown = measured.map(({ shownMs }) => shownMs);
  const stored = percentile(
    measured.map(({ storedMs }) => storedMs),
    0.95,
  );
  const p95 = percentile(shown, 0.95);
  return {
    what: 'Start to running in sight, 100,000 tasks, p95',
    measured: `${p95.toFixed(0)} ms (stored ${stored.toFixed(0)} ms)`,
    limit: '< 100 ms',
    holds: p95 < 100,
  };
}
