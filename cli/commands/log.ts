import type { Command } from 'commander';
import { badArguments } from '@/cli/cli-error';
import { collect } from '@/cli/collect';
import type { Context } from '@/cli/context';
import { getTask } from '@/cli/find-task';
import { plain } from '@/cli/plain';
import { readDay } from '@/cli/read-day';
import { formatDay } from '@/cli/words';
import type { Me } from '@/lib/contracts/person';
import type { EntryInput, TimeEntry } from '@/lib/contracts/time-entry';
import { durationProblem, readDuration } from '@/lib/time/duration';
import { formatDuration } from '@/lib/time/format-duration';
import { localDay } from '@/lib/time/local-day';

interface Options {
  on?: string;
  message?: string;
  tag?: string[];
  billable?: boolean;
}

export function addLog(parent: Command, context: Context): void {
  parent
    .command('log')
    .description('Log time on an issue')
    .argument('<issue>', 'like ENG-42')
    .argument('<duration...>', 'like 1h30m, 1:30, 90m or 1.5')
    .option('--on <day>', 'the day: today, yesterday or like 2026-11-20', 'today')
    .option('-m, --message <text>', 'what you did')
    .option('--tag <tag>', 'a tag; may be repeated', collect)
    .option('--billable', 'billable, whatever the project says')
    .option('--no-billable', 'not billable, whatever the project says')
    .action((issue: string, duration: string[], options: Options) => log(context, issue, duration.join(' '), options));
}

async function log(context: Context, issue: string, typed: string, options: Options): Promise<void> {
  const durationSeconds = readDuration(typed).seconds;
  if (durationSeconds === null) throw badArguments(durationProblem(typed) ?? 'This is no duration.');
  const api = await context.api();
  const [task, { timeZone }] = await Promise.all([getTask(api, issue), api.get<Me>('/api/v1/me')]);
  const { on = 'today', message, tag, billable } = options;
  const input: EntryInput = {
    taskId: task.id,
    on: readDay(on, localDay(context.io.now(), timeZone)),
    durationSeconds,
    description: message,
    tags: tag,
    billable,
  };
  const entry = await api.post<TimeEntry>('/api/v1/time-entries', input);
  context.show(
    entry,
    () => `Logged ${formatDuration(entry.durationSeconds)} on ${plain(task.name)}, ${formatDay(entry.on)}.`,
  );
}
