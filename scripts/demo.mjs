// npm run demo: the app with a Linear of its own, in which somebody is at work. Everything is made anew at each start.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { connectDemo, signIn } from './demo-client.mjs';
import { fillDemoTime } from './demo-fill.mjs';
import { buildOrFail, prepareOrFail } from './prepare.mjs';
import { commands, quiet } from './run.mjs';
import { isUp, requirePort, startServer } from './serve.mjs';
import { fail, loadSettings, root } from './settings.mjs';

// One of the people of the demo's Linear, so that tasks are assigned to whoever signs in.
const account = { name: 'Ada Whitfield', email: 'ada.whitfield@northwind.example', password: 'demo-password-1' };
const colleagues = ['Bruno Castellan', 'Chiara Lindqvist'].map((name) => ({
  name,
  email: `${name.toLowerCase().replace(' ', '.')}@northwind.example`,
  password: account.password,
}));
const dataDir = join(root, 'data', 'demo');

const { port } = loadSettings();
await requirePort(port);
await prepareOrFail();
await buildOrFail();
rmSync(dataDir, { recursive: true, force: true });

console.log('Starting a Linear with 3 teams and 1,200 issues ...');
const linear = await startLinear();
const { ended } = startServer([commands.next, 'start', '-p', String(port)], {
  ...quiet,
  ...demoSettings(linear.url),
  NODE_ENV: 'production',
  NEXT_MANUAL_SIG_HANDLE: 'true',
});
const url = `http://localhost:${port}`;
if (await isUp(port, ended)) await fillAndTell();
process.exitCode = await ended;
linear.stop();

/** The simulator ends when its channel to us closes, so it never outlives the demo. */
async function startLinear() {
  const args = ['--port', '0', '--issues', '1200', '--teams', '3', '--person', '4000'];
  const child = fork(join(root, 'tests/fakes/linear/main.ts'), args, {
    cwd: root,
    execArgv: ['--import', 'tsx'],
    silent: true,
  });
  child.stderr.pipe(process.stderr);
  const [ready] = await Promise.race([once(child, 'message'), once(child, 'exit').then(() => [undefined])]);
  if (ready === undefined) fail('The Linear simulator did not start: see above.');
  return { ...ready, stop: () => child.connected && child.disconnect() };
}

/** Only the demo's own settings count: nothing of a real installation's .env may reach it. */
function demoSettings(linearUrl) {
  const unset = [
    'DATABASE_URL',
    'APP_SECRET',
    'BASE_URL',
    'DATABASE_URL_FILE',
    'APP_SECRET_FILE',
    'ADMIN_PASSWORD_FILE',
  ];
  return {
    ...Object.fromEntries(unset.map((name) => [name, ''])),
    PORT: String(port),
    DATA_DIR: dataDir,
    ADMIN_EMAIL: account.email,
    ADMIN_PASSWORD: account.password,
    LINEAR_API_URL: linearUrl,
    LOG_LEVEL: process.env.LOG_LEVEL || 'warn',
  };
}

async function fillAndTell() {
  try {
    await fill();
  } catch (error) {
    console.error(`\nThe demo was not filled to its end: ${error.message}`);
  }
  console.log(`
Trackline is at  ${url}
  e-mail         ${account.email}
  password       ${account.password}

Colleagues, with the same password: ${colleagues.map(({ email }) => email).join(', ')}
The demo's Linear: ${linear.url}, API key ${linear.apiKey}
Ctrl-C ends it all.
`);
}

async function fill() {
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  console.log('Importing the issues ...');
  const owner = await signIn({ url, account });
  const { counts } = await connectDemo(owner, { account, apiKey: linear.apiKey, timeZone });
  console.log(`${counts.created} issues are tasks now. Tracking a month of time on them ...`);
  const entries = await fillDemoTime({ owner, colleagues, now: new Date(), timeZone });
  console.log(
    `${entries} time entries by three people. Somebody goes on working in this Linear, and every sync brings it over.`,
  );
}
