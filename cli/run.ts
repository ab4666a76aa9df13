import { CommanderError } from 'commander';
import { seconds } from '@/lib/kit/sleep';
import { badArguments, CliError } from './cli-error';
import { complete } from './complete';
import { completeWord } from './completion-scripts';
import { Context } from './context';
import { exitCodes } from './exit-codes';
import type { Io } from './io';
import { paintFor } from './paint';
import { plainLines } from './plain';
import { makeProgram } from './program';

/** Runs one command and answers its exit code. `argv` begins after the name of the program. */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  // Until the arguments are read: what is wrong with them is said in the same form.
  const context = new Context(io, mentionsJson(argv));
  const program = makeProgram(context);
  try {
    if (argv[0] === completeWord) io.stdout.write(await complete(program, argv.slice(1), inHaste(io)));
    else await program.parseAsync(argv, { from: 'user' });
    return exitCodes.done;
  } catch (thrown) {
    if (thrown instanceof CommanderError && thrown.exitCode === 0) return exitCodes.done;
    const error = toCliError(thrown, io);
    sayError(error, context);
    return error.exit;
  }
}

/** Whoever presses Tab waits for it: a server that is slow is not waited for. */
function inHaste(io: Io): Context {
  return new Context({ ...io, signal: AbortSignal.any([io.signal, AbortSignal.timeout(seconds(2))]) }, false);
}

function mentionsJson(argv: readonly string[]): boolean {
  const end = argv.indexOf('--');
  return argv.slice(0, end < 0 ? undefined : end).includes('--json');
}

function toCliError(thrown: unknown, io: Io): CliError {
  if (thrown instanceof CliError) return thrown;
  if (io.signal.aborted) return new CliError('Interrupted.', { exit: exitCodes.interrupted });
  if (thrown instanceof CommanderError) return ofArguments(thrown);
  // A fault of ours: the stack says where, and nothing in it is secret.
  const message = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
  return new CliError(message, { code: 'internal', cause: thrown });
}

function ofArguments({ code, message }: CommanderError): CliError {
  // The help that says which ones there are has been shown already.
  if (code === 'commander.help') return badArguments('Name a command.');
  const [said = '', ...more] = message.replace(/^error: /, '').split('\n');
  const hint = more.join(' ').trim();
  const sentence = `${said.charAt(0).toUpperCase()}${said.slice(1)}`;
  return badArguments(sentence.endsWith('.') ? sentence : `${sentence}.`, {
    hint: hint.replace(/^\((.*)\)$/, '$1') || 'See: trackline --help, or --help after a command.',
  });
}

function sayError(error: CliError, { wantsJson, io }: Context): void {
  io.stderr.write(`${wantsJson ? JSON.stringify(error, null, 2) : sentenceOf(error, io)}\n`);
}

function sentenceOf({ message, hint }: CliError, { stderr, env }: Io): string {
  const head = `${paintFor(stderr, env)('red', 'Error:')} ${plainLines(message)}`;
  return hint === undefined ? head : `${head}\n${plainLines(hint)}`;
}
