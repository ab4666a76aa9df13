import { spawn } from 'node:child_process';
import { root } from './settings.mjs';

/** Runs one program to its end, in the project's folder and on this terminal; answers its exit code. */
export function run(args, env = {}) {
  return new Promise((done, reject) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });
    child.once('error', reject);
    child.once('exit', (code) => done(code ?? 1));
  });
}

/** The JavaScript files behind the commands in node_modules/.bin: to start them needs no shell and no npx. */
export const commands = {
  biome: 'node_modules/@biomejs/biome/bin/biome',
  knip: 'node_modules/knip/bin/knip.js',
  next: 'node_modules/next/dist/bin/next',
  playwright: 'node_modules/@playwright/test/cli.js',
  prisma: 'node_modules/prisma/build/index.js',
  tsc: 'node_modules/typescript/bin/tsc',
  vitest: 'node_modules/vitest/vitest.mjs',
};

/** Nothing that we start may report to its maker or ask a question. */
export const quiet = { NEXT_TELEMETRY_DISABLED: '1', CHECKPOINT_DISABLE: '1', PRISMA_HIDE_UPDATE_MESSAGE: '1' };
