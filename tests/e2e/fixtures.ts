import { type BrowserContext, test as base, expect, type Page, request } from '@playwright/test';
import { type RunningApp, startApp } from '@/tests/support/e2e-server';
import { type RunningSimulator, startSimulator } from '@/tests/support/e2e-simulator';
import { expectAccessible } from './expect-accessible';

export { expect };

export const admin = { name: 'Ada Whitfield', email: 'ada@trackline.example', password: 'correct-horse-1' };

type Session = Awaited<ReturnType<BrowserContext['storageState']>>;

interface WorkerOptions {
  /** False starts from an app that nobody has set up yet. */
  firstAdmin: boolean;
  linearIssues: number;
  /** The app's BASE_URL: at the simulated Linear it leads to the app. */
  publicOrigin: string | undefined;
}

interface WorkerFixtures {
  linear: RunningSimulator;
  app: RunningApp;
  adminSession: Session;
}

interface TestFixtures {
  strayErrors: StrayErrors;
  /** The page of a browser in which the first admin is signed in, at no address yet. */
  signedInAdmin: Page;
  /** Fails on any serious or critical finding of axe on the whole page, as it stands. */
  checkAccessibility: (page?: Page) => Promise<void>;
}

export interface StrayErrors {
  /** Says that this test means to cause these: the browser prints every refused request as an error. */
  allow(pattern: RegExp): void;
}

export const test = base.extend<TestFixtures, WorkerFixtures & WorkerOptions>({
  firstAdmin: [true, { option: true, scope: 'worker' }],
  linearIssues: [120, { option: true, scope: 'worker' }],
  publicOrigin: [undefined, { option: true, scope: 'worker' }],

  linear: [
    async ({ linearIssues }, use) => {
      const linear = await startSimulator({ issues: linearIssues });
      await use(linear);
      await linear.stop();
    },
    { scope: 'worker' },
  ],

  app: [
    async ({ linear, firstAdmin, publicOrigin }, use) => {
      const account = firstAdmin ? { ADMIN_EMAIL: admin.email, ADMIN_PASSWORD: admin.password } : {};
      const address = publicOrigin === undefined ? {} : { BASE_URL: publicOrigin };
      // An app that nobody has set up makes its database itself.
      const database = firstAdmin ? process.env['TEMPLATE_DATABASE'] : undefined;
      const app = await startApp({ env: { LINEAR_API_URL: linear.url, ...address, ...account }, database });
      if (publicOrigin) await linear.control('setWebhookOptions', { origins: { [publicOrigin]: app.url } });
      await use(app);
      await app.remove();
    },
    { scope: 'worker' },
  ],

  // Signed in once for all tests: sign-in is rate limited.
  adminSession: [
    async ({ app }, use) => {
      const client = await request.newContext({ baseURL: app.url, extraHTTPHeaders: { origin: app.url } });
      const { email, password } = admin;
      const answer = await client.post('/api/auth/sign-in/email', { data: { email, password } });
      expect(answer.status(), await answer.text()).toBe(200);
      await use(await client.storageState());
      await client.dispose();
    },
    { scope: 'worker' },
  ],

  baseURL: async ({ app }, use) => {
    await use(app.url);
  },

  strayErrors: [
    async ({ app, context }, use, testInfo) => {
      const allowed: RegExp[] = [];
      const seen: string[] = [];
      const printedBefore = app.server.printed.length;
      context.on('console', (message) => {
        if (message.type() === 'error') seen.push(`console: ${message.text()} (${message.location().url})`);
      });
      context.on('weberror', (error) => seen.push(`page: ${error.error().stack ?? error.error().message}`));
      await use({ allow: (pattern) => void allowed.push(pattern) });
      const printed = app.server.printed.slice(printedBefore);
      if (printed !== '') await testInfo.attach('server.log', { body: printed, contentType: 'text/plain' });
      seen.push(...serverErrors(printed));
      expect(seen.filter((line) => !allowed.some((pattern) => pattern.test(line)))).toEqual([]);
    },
    { auto: true },
  ],

  signedInAdmin: async ({ page, context, adminSession }, use) => {
    await context.addCookies(adminSession.cookies);
    await use(page);
  },

  checkAccessibility: async ({ page }, use) => {
    await use((other) => expectAccessible(other ?? page));
  },
});

/** Lines of pino at error or above, and what Next prints of an error that nobody caught. */
function serverErrors(printed: string): string[] {
  const lines = printed.split('\n').filter((line) => /"level":[56]0\b|⨯|^Error:/.test(line));
  return lines.map((line) => `server: ${line}`);
}
