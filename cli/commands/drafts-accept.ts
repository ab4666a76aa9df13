import type { Command } from 'commander';
import { badArguments, CliError } from '@/cli/cli-error';
import type { Context } from '@/cli/context';
import { exitCodes } from '@/cli/exit-codes';
import { issueName } from '@/cli/find-task';
import { nearest } from '@/cli/nearest';
import { plain } from '@/cli/plain';
import { formatDay, orList, quote } from '@/cli/words';
import type { ListOf } from '@/lib/contracts/common';
import type { DraftAcceptInput, DraftEntry } from '@/lib/contracts/draft';
import type { TimeEntry } from '@/lib/contracts/time-entry';
import { formatDuration } from '@/lib/time/format-duration';
import { instantAt } from '@/lib/time/local-day';
import { parseClock } from '@/lib/time/wall-span';
import { addDays, askDrafts, type Days, draftsPath, noteTroubles } from './drafts-days';

interface AcceptOptions extends Days {
  all?: boolean;
  start?: string;
  end?: string;
  message?: string;
}

export function addAccept(group: Command, context: Context): void {
  addDays(
    group
      .command('accept')
      .description('Save drafts as time entries: all that are named, or none')
      .argument('[draft...]', 'the issue of a draft, or its id'),
  )
    .option('--all', 'all drafts of these days')
    .option('--start <time>', 'trim the one draft: begin at, like 10:15')
    .option('--end <time>', 'trim the one draft: end at')
    .option('-m, --message <text>', 'what you did')
    .action((named: string[], options: AcceptOptions) => accept(context, named, options));
}

async function accept(context: Context, named: readonly string[], options: AcceptOptions): Promise<void> {
  const { all, message } = options;
  const [start, end] = [readClock(options.start), readClock(options.end)];
  if ((named.length === 0) === (all !== true))
    throw badArguments(all ? 'Name drafts, or take --all, not both.' : 'Name the drafts, or take --all.');
  const api = await context.api();
  const drafts = await askDrafts(api, options, context.io.now());
  const chosen = all ? drafts.items : [...new Set(named.flatMap((name) => choose(drafts.items, name)))];
  const [only, second] = chosen;
  const isTrimmed = start !== undefined || end !== undefined;
  if (isTrimmed && (only === undefined || second !== undefined))
    throw badArguments(`Trim one draft at a time: these are ${chosen.length}.`, {
      hint: 'Name it by its id: see --json.',
    });
  const items: DraftAcceptInput['items'] = chosen.map((draft) => ({
    taskId: draft.task.id,
    startedAt: clockOn(draft, start, drafts.timeZone) ?? draft.startedAt,
    endedAt: clockOn(draft, end, drafts.timeZone) ?? draft.endedAt,
    description: message,
  }));
  const saved = items.length === 0 ? [] : (await api.post<ListOf<TimeEntry>>(`${draftsPath}/accept`, { items })).items;
  context.show({ items: saved }, () => (saved.length === 0 ? 'No drafts.' : saved.map(tellSaved).join('\n')));
  noteTroubles(context, drafts);
}

function tellSaved({ durationSeconds, task, project, on }: TimeEntry): string {
  return `Logged ${formatDuration(durationSeconds)} on ${plain(task?.name ?? project.name)}, ${formatDay(on)}.`;
}

/** By id, or all of an issue. */
function choose(items: readonly DraftEntry[], typed: string): DraftEntry[] {
  const wanted = issueName(typed).toLowerCase();
  const found = items.filter(({ id, task }) => id === typed || task.identifier.toLowerCase() === wanted);
  if (found.length > 0) return found;
  const near = nearest(
    typed,
    items.map(({ task }) => task.identifier),
  );
  throw new CliError(`There is no draft of ${quote(typed)} in these days.`, {
    exit: exitCodes.issueNotFound,
    code: 'unknown_draft',
    hint: near.length === 0 ? undefined : `Did you mean ${orList(near)}?`,
    details: { nearest: near },
  });
}

function readClock(typed: string | undefined): string | undefined {
  if (typed === undefined) return undefined;
  const time = parseClock(typed);
  if (time === null) throw badArguments(`${quote(typed)} is no time of day.`, { hint: 'Write it like 10:15.' });
  return time;
}

function clockOn({ on }: DraftEntry, time: string | undefined, timeZone: string): string | undefined {
  return time && instantAt(on, time, timeZone).toISOString();
}
