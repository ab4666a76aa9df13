import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CliRig } from '@/tests/support/cli';

let cli: CliRig;
beforeAll(async () => {
  cli = await CliRig.start();
});
afterAll(() => cli.stop());

const valuesOf = (stdout: string) =>
  stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split('\t')[0]);
const complete = async (...words: string[]) => valuesOf((await cli.run(['__complete', ...words])).stdout);

describe('completion', () => {
  it('offers commands, and theirs', async () => {
    expect(await complete('')).toEqual(expect.arrayContaining(['start', 'stop', 'report', 'connection', 'completion']));
    expect(await complete('sta')).toEqual(['start', 'status', 'states']);
    expect(await complete('connection', '')).toEqual(['list', 'status', 'test', 'sync', 'export', 'help']);
  });

  it('offers options, the global ones too', async () => {
    expect(await complete('connection', 'sync', '--')).toEqual(
      expect.arrayContaining(['--full', '--dry-run', '--json', '--help']),
    );
  });

  it('offers what an argument or an option can be', async () => {
    expect(await complete('completion', '')).toEqual(['bash', 'zsh', 'fish']);
    expect(await complete('report', '--range', 'this-')).toEqual([
      'this-week',
      'this-month',
      'this-quarter',
      'this-year',
    ]);
    expect(await complete('export', 'csv', '--force', '-r', 'today', '')).toEqual([]);
  });

  it('is silent where it cannot ask the server', async () => {
    const { exit, stdout, stderr } = await cli.run(['__complete', 'start', '']);
    expect([exit, stdout, stderr]).toEqual([0, '', '']);
  });

  it.each(['bash', 'zsh', 'fish'])('prints a script for %s', async (shell) => {
    const { exit, stdout } = await cli.run(['completion', shell]);
    expect(exit).toBe(0);
    expect(stdout).toContain('trackline __complete');
  });

  describe('works in a shell, with values that have spaces', () => {
    const shellEnv = () => ({ ...process.env, PATH: `${cli.folder}:${process.env['PATH']}` });
    const read = async (shell: string, probe: (script: string) => string) => {
      const { stdout: script } = await cli.run(['completion', shell]);
      const { stdout } = await promisify(execFile)(shell, ['-c', probe(script)], { env: shellEnv() });
      return stdout.trimEnd().split('\n');
    };
    const asked = ['__complete', 'issue', 'state', 'ENG-1', 'In'];
    beforeAll(async () => {
      const bin = join(cli.folder, 'trackline');
      await writeFile(bin, '#!/bin/sh\nprintf "%s\\tA state\\n" "In Progress" "In $HOME" "$@"\n');
      await chmod(bin, 0o755);
    });

    it('bash', async () => {
      const words = 'COMP_WORDS=(trackline issue state ENG-1 "In")\nCOMP_CWORD=4';
      const found = await read(
        'bash',
        (script) => `${script}\n${words}\n_trackline\nprintf '%s\\n' "\${COMPREPLY[@]}"`,
      );
      expect(found).toEqual(['In\\ Progress', expect.stringMatching(/^In\\ /), ...asked]);
    });

    it.skipIf(!isInstalled('zsh'))('zsh', async () => {
      // What its completion system is made of, without a terminal.
      const stubs = `compdef() { : }\n_describe() { print -rl -- "\${(@P)4}" }`;
      const words = 'words=(trackline issue state ENG-1 In)\nCURRENT=5';
      const found = await read('zsh', (script) => `${stubs}\n${script}\n${words}\n_trackline`);
      expect(found).toEqual(['In Progress', expect.stringMatching(/^In /), ...asked].map(described));
    });

    it.skipIf(!isInstalled('fish'))('fish', async () => {
      const found = await read('fish', (script) => `${script}\ncomplete -C 'trackline issue state ENG-1 In'`);
      // It shows what begins with the word alone.
      expect(found).toHaveLength(3);
      expect(found).toEqual(expect.arrayContaining(['In\tA state', 'In Progress\tA state']));
    });
  });
});

const described = (value: unknown) => (typeof value === 'string' ? `${value}:A state` : value);

function isInstalled(shell: string): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, shell)));
}
