import { createWriteStream } from 'node:fs';
import { access, rename } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Argument, type Command } from 'commander';
import { badArguments, CliError } from '@/cli/cli-error';
import type { Context } from '@/cli/context';
import { fileReason, removeDraft } from '@/cli/files';
import { plain } from '@/cli/plain';
import { networkError } from '@/cli/send';
import { formatCount } from '@/cli/words';
import { newId } from '@/lib/kit/new-id';
import { addQueryOptions, type QueryOptions, readQuery } from './report-query';

interface Options extends QueryOptions {
  output?: string;
  entries?: boolean;
  force?: boolean;
}

export function addExport(parent: Command, context: Context): void {
  const command = parent
    .command('export')
    .description('Save a report as a file')
    .addArgument(new Argument('<format>', 'the kind of file').choices(['csv', 'xlsx', 'pdf']))
    .option('-o, --output <file>', 'where to; - for standard output (default: the name that the server gives)')
    .option('--entries', 'every entry, not only the sums')
    .option('-f, --force', 'write over a file that is there');
  addQueryOptions(command, context.io.now).action((format: string, options: Options) =>
    exportReport(context, format, options),
  );
}

async function exportReport(context: Context, format: string, options: Options): Promise<void> {
  const { output, force = false } = options;
  if (output === '-' && context.wantsJson)
    throw badArguments('With --json, standard output is for the result: name a file.');
  const api = await context.api();
  const query = await readQuery(api, options, context.io.now());
  const detail = options.entries ? 'entries' : 'summary';
  const response = await api.file('/api/v1/reports/export', { ...query, format, detail });
  if (output === '-') return copyOut(context, response);
  const file = resolve(context.io.cwd, output ?? givenName(response, format));
  if (!force) await refuseExisting(file);
  const bytes = await save(response, file, context.io.signal);
  context.show({ file, format, bytes }, () => `Saved ${plain(file)} (${formatCount(bytes)} bytes).`);
}

/** Of Content-Disposition, and only its last part: where a file goes is for its owner to say. */
function givenName(response: Response, format: string): string {
  const [, name = ''] = /filename="([^"]*)"/.exec(response.headers.get('content-disposition') ?? '') ?? [];
  const own = basename(name.replaceAll('\\', '/'));
  return /^[\w][\w. -]*$/.test(own) ? own : `report.${format}`;
}

async function refuseExisting(file: string): Promise<void> {
  const isThere = await access(file).then(
    () => true,
    () => false,
  );
  const hint = 'Take another name, or --force.';
  if (isThere) throw new CliError(`${file} is there already.`, { code: 'file_exists', hint });
}

/** The whole file or none: it gets its name when it has come to its end. Answers its size. */
async function save(response: Response, file: string, signal: AbortSignal): Promise<number> {
  const draft = join(resolve(file, '..'), `.${basename(file)}.${newId()}`);
  const sink = createWriteStream(draft, { flags: 'wx' });
  try {
    await pipeline(bodyOf(response, signal), sink);
    await rename(draft, file);
  } catch (cause) {
    if (cause instanceof CliError) throw cause;
    throw new CliError(`${file} cannot be written: ${fileReason(cause)}.`, { code: 'file_unwritable', cause });
  } finally {
    await removeDraft(draft);
  }
  return sink.bytesWritten;
}

async function copyOut({ io }: Context, response: Response): Promise<void> {
  for await (const piece of bodyOf(response, io.signal)) io.stdout.write(piece);
}

async function* bodyOf(response: Response, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  if (response.body === null) return;
  try {
    for await (const piece of response.body) yield piece;
  } catch (cause) {
    throw networkError(response.url, cause, signal);
  }
}
