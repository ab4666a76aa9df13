import type { Command } from 'commander';
import { Api } from '@/cli/api';
import { badArguments, CliError } from '@/cli/cli-error';
import type { Context } from '@/cli/context';
import { exitCodes } from '@/cli/exit-codes';
import { plain } from '@/cli/plain';
import { isToken, makeToken, readStored, readUrl, storeServer } from '@/cli/server';

interface Options {
  token?: string;
}

export function addLogin(parent: Command, context: Context): void {
  parent
    .command('login')
    .description('Sign in to a Trackline server with an API token')
    .argument('[url]', 'the address of the server, like https://time.example.com')
    .option('--token <token>', 'the API token; - reads it from standard input')
    .addHelpText(
      'after',
      '\nWhat is left out is asked for. Make a token in the app under Settings, API tokens. It needs the scope\n"Read and write" to start, stop, log or change anything.',
    )
    .action((url: string | undefined, options: Options) => login(context, url, options));
}

async function login(context: Context, givenUrl: string | undefined, options: Options): Promise<void> {
  const { io } = context;
  const url = readUrl(givenUrl ?? (io.env['TRACKLINE_URL'] || (await askUrl(context))));
  const token = (await giveToken(context, url, options)).trim();
  if (!isToken(token)) throw badArguments('This is no API token.', { hint: makeToken(url) });
  // Fetched here, not above: zod takes as long to load as all of the commands.
  const { me } = await import('@/lib/contracts/person');
  const person = me.safeParse(await new Api({ url, token }, io).get('/api/v1/me')).data;
  if (person === undefined)
    throw new CliError(`${url} answered with something that is not Trackline's.`, {
      exit: exitCodes.network,
      code: 'not_trackline',
      hint: 'Is the address right?',
    });
  const file = await storeServer(io, { url, token });
  for (const name of ['TRACKLINE_URL', 'TRACKLINE_TOKEN'])
    if (io.env[name]) context.note(`${name} is set in this shell and wins over what is stored.`);
  const { name, email, role } = person;
  context.show({ url, person: { name, email, role }, file }, () => `Signed in at ${url} as ${plain(name)} (${email}).`);
}

async function askUrl({ io }: Context): Promise<string> {
  const hint = 'Name it: trackline login <url>';
  if (!io.isInteractive) throw badArguments('No server is named.', { hint });
  const usual = (await readStored(io))?.url ?? 'http://localhost:3000';
  return (await io.ask(`Address of the server [${usual}]: `)) || usual;
}

/** Not as an argument if it can be helped: other programs see those. */
async function giveToken({ io }: Context, url: string, { token }: Options): Promise<string> {
  if (token === '-') return io.readInput();
  const given = token ?? io.env['TRACKLINE_TOKEN'];
  if (given) return given;
  if (!io.isInteractive)
    throw badArguments('No token is given.', { hint: 'Set TRACKLINE_TOKEN, or pipe it in with --token -' });
  return io.ask(`API token (${makeToken(url)}): `, { hidden: true });
}
