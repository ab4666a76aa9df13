import type { Command } from 'commander';
import type { Api } from '@/cli/api';
import { CliError } from '@/cli/cli-error';
import type { Context } from '@/cli/context';
import { exitCodes } from '@/cli/exit-codes';
import { findConnection } from '@/cli/find-connection';
import { plain } from '@/cli/plain';
import { progressLine } from '@/cli/progress-line';
import { exitOf } from '@/cli/read-answer';
import { formatCount, formatInstant, plural } from '@/cli/words';
import type { Run, RunCounts, SyncInput } from '@/lib/contracts/run';
import { activeStatuses } from '@/lib/contracts/values';
import { sleep } from '@/lib/kit/sleep';

interface Options {
  full?: boolean;
  dryRun?: boolean;
  allowLargeRemoval?: boolean;
  wait: boolean;
}

const firstLookMs = 250;
const laterLookMs = 1_000;
/** A restart of the server must not end the watch. */
const forgivenFaults = 10;

export function addSync(group: Command, context: Context, which: string): void {
  group
    .command('sync')
    .description('Bring over what changed at Linear, and follow the run to its end')
    .argument('[connection]', which)
    .option('--full', 'look at every issue, not only at what changed')
    .option('--dry-run', 'say what would change, and change nothing')
    .option('--allow-large-removal', 'also when more than half of the issues would be marked as gone')
    .option('--no-wait', 'do not wait for the end')
    .action((name: string | undefined, options: Options) => sync(context, name, options));
}

async function sync(context: Context, name: string | undefined, options: Options): Promise<void> {
  const api = await context.api();
  const { id } = await findConnection(api, name);
  const { full = false, dryRun = false, allowLargeRemoval = false } = options;
  const input: SyncInput = { mode: full ? 'full' : 'incremental', dryRun, allowLargeRemoval };
  const begun = await api.post<Run>(`/api/v1/connections/${encodeURIComponent(id)}/sync`, input);
  const run = options.wait ? await follow(context, api, begun) : begun;
  const problem = problemOf(run);
  if (problem !== null) throw problem;
  context.show(run, () => tellEnd(run, context.io.now()));
}

/** Looks until it has ended. Ctrl-C ends the looking, not the run. */
async function follow(context: Context, api: Api, begun: Run): Promise<Run> {
  const line = progressLine(context);
  let [run, faults] = [begun, 0];
  try {
    for (let looks = 0; isActive(run); looks += 1) {
      line.show(tellProgress(run, context.io.now()));
      await sleep(looks < 8 ? firstLookMs : laterLookMs, context.io.signal);
      try {
        run = await api.get<Run>(`/api/v1/runs/${encodeURIComponent(run.id)}`);
        faults = 0;
      } catch (error) {
        faults += 1;
        if (!(error instanceof CliError && error.exit === exitCodes.network) || faults > forgivenFaults) throw error;
      }
    }
  } catch (error) {
    const message = 'Interrupted: the run goes on at the server.';
    throw context.io.signal.aborted ? new CliError(message, { exit: exitCodes.interrupted }) : error;
  } finally {
    line.clear();
  }
  return run;
}

function isActive({ status }: Run): boolean {
  return (activeStatuses as readonly string[]).includes(status);
}

function tellProgress({ status, progress: { done, total }, pages, waitingUntil }: Run, now: Date): string {
  if (status === 'queued') return 'Queued ...';
  if (status === 'waiting' && waitingUntil !== null)
    return `Waiting for Linear's rate limit until ${formatInstant(waitingUntil, now)} ...`;
  const share = total > 0 ? ` (${Math.min(99, Math.floor((done / total) * 100))}%)` : '';
  const sum = total > 0 ? ` of ${formatCount(total)}` : '';
  return `${formatCount(done)}${sum} issues, ${plural(pages, 'page')}${share}`;
}

/** What did not end well. A partial run goes on by itself, unless it is an error that says why it stopped. */
function problemOf(run: Run): CliError | null {
  const { status, error } = run;
  if (status === 'canceled' || status === 'interrupted')
    return new CliError(`The run was ${status}.`, { code: `run_${status}`, details: { run } });
  if (status !== 'failed' && !(status === 'partial' && error !== null)) return null;
  if (error === null) return new CliError('The run failed.', { code: 'run_failed', details: { run } });
  const { code, message, hint } = error;
  return new CliError(plain(message), { exit: exitOf(code), code, hint: hint || undefined, details: { run } });
}

const told: readonly (keyof RunCounts)[] = ['created', 'updated', 'moved', 'archived', 'restored', 'gone', 'failed'];

function tellEnd({ status, counts, dryRun, preview, resumesAt, issueErrors, id }: Run, now: Date): string {
  if (isActive({ status } as Run)) return `The run ${id} is ${status}.`;
  const changes = told.filter((name) => counts[name] > 0).map((name) => `${formatCount(counts[name])} ${name}`);
  const sum = changes.length === 0 ? 'No changes' : changes.join(', ');
  const planned = (preview ?? []).map(({ kind, title, detail }) => `${kind} ${title}${detail ? `: ${detail}` : ''}`);
  const failed = issueErrors.map(({ identifier, message }) => `${identifier ?? ''} ${message}`);
  const later = resumesAt === null ? [] : [`There is more: it goes on by itself at ${formatInstant(resumesAt, now)}.`];
  return [
    `${dryRun ? 'Dry run: ' : ''}${sum}.`,
    ...[...planned, ...failed].map((line) => `  ${plain(line)}`),
    ...later,
  ].join('\n');
}
