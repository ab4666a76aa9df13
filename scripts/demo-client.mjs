import { setTimeout as sleep } from 'node:timers/promises';

const patienceMs = 120_000;
const atWork = ['queued', 'running', 'waiting'];

/** Does through the public API what a person does on the screen: connects Linear, imports. Answers the run. */
export async function connectDemo({ call }, { account, apiKey, timeZone }) {
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

/**
 * A person who is signed in: `call` asks as them, `join` lets somebody in by the token of a link and answers that person.
 * `fetch` is the one to ask with.
 */
export async function signIn({ url, account: { email, password }, fetch = globalThis.fetch }) {
  const server = { url, fetch };
  const response = await send(server, 'POST', '/api/auth/sign-in/email', { body: { email, password } });
  const join = async (token, given) => {
    const path = `/api/v1/links/by-token/${token}/accept`;
    const joined = await send(server, 'POST', path, { body: given });
    const { id } = await joined.json();
    return { id, call: callerOf(server, joined) };
  };
  return { email, call: callerOf(server, response), join };
}

function callerOf(server, response) {
  const cookie = response.headers
    .getSetCookie()
    .map((line) => line.split(';', 1)[0])
    .join('; ');
  return async (method, path, body) => (await send(server, method, path, { cookie, body })).json();
}

async function send({ url, fetch }, method, path, { cookie, body }) {
  const response = await fetch(`${url}${path}`, {
    method,
    headers: { origin: url, 'content-type': 'application/json', ...(cookie ? { cookie } : {}) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(60_000),
  });
  if (response.ok) return response;
  throw new Error(`${method} ${path} answered ${response.status}: ${await response.text()}`);
}
