import type { Command } from 'commander';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Context } from '@/cli/context';
import { makeProgram } from '@/cli/program';
import { CliRig } from '@/tests/support/cli';

let cli: CliRig;
beforeAll(async () => {
  cli = await CliRig.start();
});
afterAll(() => cli.stop());

const nowhere = { write: () => undefined, isTty: false, columns: null };
const program = makeProgram(
  new Context(
    {
      env: {},
      cwd: '/',
      home: '/',
      stdout: nowhere,
      stderr: nowhere,
      isInteractive: false,
      ask: async () => '',
      readInput: async () => '',
      now: () => new Date(),
      signal: new AbortController().signal,
    },
    false,
  ),
);

function pathsOf(command: Command, path: string[] = []): string[][] {
  return command.commands.flatMap((sub) => [[...path, sub.name()], ...pathsOf(sub, [...path, sub.name()])]);
}
const paths = pathsOf(program);

describe('help', () => {
  it.each(paths)('is there for %s %s %s', async (...path) => {
    const words = path.filter((word) => word !== undefined);
    const { exit, stdout, stderr } = await cli.run([...words, '--help']);
    expect([exit, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(new RegExp(`^Usage: trackline ${words.join(' ')}`));
    expect(stdout).toContain('--json');
  });

  it('says what each argument and option is', () => {
    const all = [program, ...paths.map((path) => path.reduce(find, program))];
    for (const command of all) {
      expect(command.description(), command.name()).not.toBe('');
      for (const { description, long } of command.options)
        expect(description, `${command.name()} ${long}`).not.toBe('');
      for (const argument of command.registeredArguments)
        expect(argument.description, `${command.name()} ${argument.name()}`).not.toBe('');
    }
  });

  it('lists the exit codes, and answers the version', async () => {
    expect((await cli.run(['--help'])).stdout).toContain('10 issue not found');
    expect((await cli.run(['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

function find(command: Command, name: string): Command {
  const found = command.commands.find((sub) => sub.name() === name);
  if (found === undefined) throw new Error(`No command ${name}`);
  return found;
}
