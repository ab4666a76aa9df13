import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { constants } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { fail, root } from './settings.mjs';

/**
 * V8 lets the heap grow to several times what lives in it before it cleans up thoroughly. A small server cleans sooner.
 * Only for `next start`: `next dev` hands its flags to a child by NODE_OPTIONS, where Node refuses this one.
 */
export const serverFlags = ['--heap-growing-percent=30'];

/** Says plainly what is wrong before the server says it at length. */
export async function requirePort(port) {
  const problem = await new Promise((answer) => {
    const probe = createServer().once('error', (error) => answer(error.code));
    probe.listen(port, () => probe.close(() => answer(undefined)));
  });
  if (problem === 'EADDRINUSE')
    fail(`Port ${port} is in use. Stop what runs there, or choose another: PORT=${port + 1} npm start`);
  if (problem === 'EACCES') fail(`Port ${port} is not open to this user. Choose one above 1023: PORT=3000 npm start`);
}

/** Starts a server as our child, on this terminal; signals to us are passed on, and it ends with us. */
export function startServer(args, env) {
  const flags = args.includes('dev') ? [] : serverFlags;
  const child = spawn(process.execPath, [...flags, ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  for (const signal of ['SIGTERM', 'SIGHUP', 'SIGINT']) {
    process.on(signal, () => {
      // A terminal sends Ctrl-C to the child as well; a second one would look like impatience.
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    });
  }
  const ended = new Promise((done) => {
    child.once('error', () => done(1));
    child.once('exit', (code, signal) => done(code ?? 128 + (constants.signals[signal] ?? 0)));
  });
  return { child, ended };
}

/** True as soon as the server answers; false when it ends before it does. */
export async function isUp(port, ended) {
  let hasEnded = false;
  void ended.then(() => {
    hasEnded = true;
  });
  while (!hasEnded) {
    const answer = await fetch(`http://localhost:${port}/api/health`, { signal: AbortSignal.timeout(5_000) }).catch(
      () => null,
    );
    if (answer?.ok) return true;
    await sleep(200);
  }
  return false;
}
