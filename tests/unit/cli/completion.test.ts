import { execFile } from 'node:child_process';
import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
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
    expect(await complete('connection', '')).toEqual(['list', 'status', 'test', 'sync', 'help']);
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

  it('works in bash, with values that have spaces', async () => {
    const bin = join(cli.folder, 'trackline');
    await writeFile(bin, '#!/bin/sh\nprintf "%s\\tA state\\n" "In Progress" "In $HOME" "$@"\n');
    await chmod(bin, 0o755);
    const { stdout: script } = await cli.run(['completion', 'bash']);
    const probe = `${script}\nCOMP_WORDS=(trackline issue state ENG-1 "In")\nCOMP_CWORD=4\n_trackline\nprintf '%s\\n' "\${COMPREPLY[@]}"`;
    const env = { ...process.env, PATH: `${cli.folder}:${process.env['PATH']}` };
    const { stdout } = await promisify(execFile)('bash', ['-c', probe], { env });
    expect(stdout.split('\n')).toEqual([
      'In\\ Progress',
      expect.stringMatching(/^In\\ /),
      '__complete',
      'issue',
      'state',
      'ENG-1',
      'In',
      '',
    ]);
  });
});
