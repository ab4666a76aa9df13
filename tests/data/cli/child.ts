import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { type CliResult, toResult } from '@/tests/support/cli';

export const bin = join(process.cwd(), 'bin', 'trackline.mjs');

export type Child = ChildProcessByStdio<Writable, Readable, Readable>;

/** The command line as people run it: a process of its own, from a folder with nothing of the checkout near. */
export function startChild(folder: string, args: readonly string[], given: Record<string, string> = {}): Child {
  const { TRACKLINE_URL: _url, TRACKLINE_TOKEN: _token, ...env } = process.env;
  const settings = { XDG_CONFIG_HOME: join(folder, 'config'), HOME: folder };
  return spawn(process.execPath, [bin, ...args], {
    cwd: folder,
    env: { ...env, ...settings, ...given },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
}

export async function endOf(child: Child, input = ''): Promise<CliResult> {
  child.stdin.end(input);
  const [stdout, stderr, [exit]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  return toResult(exit, stdout, stderr);
}
