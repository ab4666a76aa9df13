import { setTimeout as sleep } from 'node:timers/promises';

const patienceMs = 120_000;
const atWork = ['queued', 'running', 'waiting'];

/** Does through the public API what a person does on the screen: signs in, connects Linear, imports. Answers the run. */
export async function connectDemo({ url, account, apiKey }) {
  const cookie = await signIn(url, account);
  const call = (method, path, body) => request(url, method, path, { cookie, body });
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  await call('PATCH', '/api/v1/me', { name: account.name, timeZone });
  const schedule = { enabled: true, cron: '* * * * *' };
  const connection = await call('POST', '/api/v1/connections', { apiKey, teamKeys: [], schedule });
  const started = await call('POST', `/api/v1/connections/${connection.id}/sync`, {});
  const giveUpAt = Date.now() + patienceMs;
  for (let run = started; ; run = await call('GET', `/api/v1/runs/${started.id}`)) {
    if (!atWork.includes(run.status)) return finished(run);
    if (Date.now() > giveUpAt) throw new Error(`it still runs after ${patienceMs / 1000} s.`);
    await sleep(250);
  }
}

function finished(run) {
  if (run.status === 'succeeded' || run.status === 'partial') return run;
  throw new Error(run.error ? `${run.error.message} ${run.error.hint}` : `it is ${run.status}.`);
}

async function signIn(url, account) {
  const response = await send(url, 'POST', '/api/auth/sign-in/email', {
    body: { email: account.email, password: account.password },
  });
  const cookies = response.headers.getSetCookie().map((line) => line.split(';', 1)[0]);
  return cookies.join('; ');
}

async function request(url, method, path, options) {
  const response = await send(url, method, path, options);
  return response.json();
}

async function send(url, method, path, { cookie, body }) {
  const response = await fetch(`${url}${path}`, {
    method,
    headers: { origin: url, 'content-type': 'application/json', ...(cookie ? { cookie } : {}) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(60_000),
  });
  if (response.ok) return response;
  throw new Error(`${method} ${path} answered ${response.status}: ${await response.text()}`);
}
