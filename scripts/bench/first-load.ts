import { gzipSync } from 'node:zlib';
import { startApp } from '@/tests/support/e2e-server';
import type { Row } from './row';
import { signIn } from './sign-in';

const limitKb = 220;

/** The scripts that a page names, gzipped one by one as a server sends them. Modern browsers skip `nomodule`. */
async function scriptsOf(url: string, path: string, headers: { Cookie: string }): Promise<number> {
  const html = await (await fetch(`${url}${path}`, { headers })).text();
  const tags = [...html.matchAll(/<script[^>]*\ssrc="([^"]+)"[^>]*>/g)].filter(([tag]) => !/\bnomodule\b/i.test(tag));
  const preloads = [...html.matchAll(/<link[^>]*href="([^"]+\.js[^"]*)"[^>]*>/g)];
  const files = new Set([...tags, ...preloads].map(([, file = '']) => file));
  let bytes = 0;
  for (const file of files)
    bytes += gzipSync(Buffer.from(await (await fetch(new URL(file, url))).arrayBuffer())).length;
  return bytes / 1_000;
}

export async function benchFirstLoad(): Promise<Row[]> {
  const credentials = { email: 'bench@trackline.example', password: 'bench-password-1' };
  const app = await startApp({ env: { ADMIN_EMAIL: credentials.email, ADMIN_PASSWORD: credentials.password } });
  const headers = await signIn(app.url, credentials);
  const rows: Row[] = [];
  for (const path of ['/', '/tasks', '/projects', '/connections', '/connections/new', '/settings']) {
    const kb = await scriptsOf(app.url, path, headers);
    rows.push({
      what: `Browser JavaScript of the first load of ${path}, gzipped`,
      measured: `${kb.toFixed(0)} kB`,
      limit: `< ${limitKb} kB`,
      holds: kb < limitKb && kb > 0,
    });
  }
  await app.remove();
  return rows;
}
