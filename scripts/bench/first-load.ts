import { gzipSync } from 'node:zlib';
import { startApp } from '@/tests/support/e2e-server';
import type { Row } from './row';
import { signIn } from './sign-in';

const limitKb = 220;
const credentials = { email: 'bench@trackline.example', password: 'bench-password-1' };

/** The screen of a thing is the same whether there is one or not. */
const signedInScreens = [
  '/dashboard',
  '/timesheet',
  '/timesheet/day',
  '/reports',
  '/tasks',
  '/tasks/none',
  '/tasks/by/none',
  '/t/none',
  '/projects',
  '/projects/none',
  '/linear',
  '/linear/cycles',
  '/connections',
  '/connections/none',
  '/connections/none/settings',
  '/connections/new',
  '/settings/profile',
  '/settings/password',
  '/settings/appearance',
  '/settings/shortcuts',
  '/settings/tokens',
  '/settings/members',
  '/settings/time-and-money',
];

/** kB of the scripts that a page names, gzipped one by one as a server sends them. Modern browsers skip `nomodule`. */
async function scriptsOf(url: string, path: string, headers: Record<string, string>): Promise<number> {
  const html = await (await fetch(`${url}${path}`, { headers })).text();
  const tags = [...html.matchAll(/<script[^>]*\ssrc="([^"]+)"[^>]*>/g)].filter(([tag]) => !/\bnomodule\b/i.test(tag));
  const preloads = [...html.matchAll(/<link[^>]*href="([^"]+\.js[^"]*)"[^>]*>/g)];
  const files = new Set([...tags, ...preloads].map(([, file = '']) => file));
  let bytes = 0;
  for (const file of files)
    bytes += gzipSync(Buffer.from(await (await fetch(new URL(file, url))).arrayBuffer())).length;
  return bytes / 1_000;
}

async function measure(url: string, path: string, headers: Record<string, string>): Promise<Row> {
  const kb = await scriptsOf(url, path, headers);
  return {
    what: `First load of JS, ${path}`,
    measured: `${kb.toFixed(0)} kB`,
    limit: `< ${limitKb} kB`,
    holds: kb < limitKb && kb > 0,
  };
}

async function setUp(url: string): Promise<void> {
  const response = await fetch(`${url}/api/v1/setup`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: url },
    body: JSON.stringify({ name: 'Bench', ...credentials }),
  });
  if (!response.ok) throw new Error(`Setting up answered ${response.status}: ${await response.text()}`);
}

export async function benchFirstLoad(): Promise<Row[]> {
  const app = await startApp();
  const { url } = app;
  const rows = [await measure(url, '/setup', {})];
  await setUp(url);
  for (const path of ['/sign-in', '/join/none', '/shared/none']) rows.push(await measure(url, path, {}));
  const headers = await signIn(url, credentials);
  for (const path of signedInScreens) rows.push(await measure(url, path, headers));
  await app.remove();
  return rows;
}
