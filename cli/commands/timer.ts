import type { Command } from 'commander';
import { collect } from '@/cli/collect';
import type { Context } from '@/cli/context';
import { getTask, getTaskOfBranch } from '@/cli/find-task';
import { plain } from '@/cli/plain';
import { plural } from '@/cli/words';
import type { TimeDashboard } from '@/lib/contracts/dashboard';
import type { TimeEntry } from '@/lib/contracts/time-entry';
import type { Timer, TimerStarted, TimerStartInput } from '@/lib/contracts/timer';
import { formatDuration } from '@/lib/time/format-duration';
import { localTime } from '@/lib/time/local-day';

interface StartOptions {
  message?: string;
  tag?: string[];
  billable?: boolean;
}

export function addTimer(parent: Command, context: Context): void {
  parent
    .command('start')
    .description('Start the timer; one that runs on something else is stopped')
    .argument('[issue]', 'like ENG-42; left out: the one that the git branch names')
    .option('-m, --message <text>', 'what you are doing')
    .option('--tag <tag>', 'a tag; may be repeated', collect)
    .option('--billable', 'billable, whatever the project says')
    .option('--no-billable', 'not billable, whatever the project says')
    .action((issue: string | undefined, options: StartOptions) => start(context, issue, options));
  parent
    .command('stop')
    .description('Stop the timer')
    .action(() => stop(context));
  parent
    .command('status')
    .description('Show what runs, and your time today and this week')
    .action(() => status(context));
}

async function start(context: Context, issue: string | undefined, options: StartOptions): Promise<void> {
  const api = await context.api();
  const task = issue === undefined ? await getTaskOfBranch(api, context.io.cwd) : await getTask(api, issue);
  const { message, tag, billable } = options;
  const input: TimerStartInput = {
    taskId: task.id,
    description: message,
    tags: tag,
    billable,
  };
  const started = await api.post<TimerStarted>('/api/v1/timer/start', input);
  const { entry, stopped, now } = started;
  const before =
    stopped === null ? [] : [`Stopped ${nameOf(stopped)} after ${formatDuration(stopped.durationSeconds)}.`];
  const ranFor = entry === null ? 0 : elapsed(entry, now);
  const line =
    ranFor < 60 ? `Started ${plain(task.name)}.` : `${plain(task.name)} runs on, at ${formatDuration(ranFor)}.`;
  context.show(started, () => [...before, line].join('\n'));
}

async function stop(context: Context): Promise<void> {
  const api = await context.api();
  const entry = await api.post<TimeEntry>('/api/v1/timer/stop');
  context.show(entry, () => `Stopped ${nameOf(entry)} after ${formatDuration(entry.durationSeconds)}.`);
}

async function status(context: Context): Promise<void> {
  const api = await context.api();
  const [timer, time] = await Promise.all([
    api.get<Timer>('/api/v1/timer'),
    api.get<TimeDashboard>('/api/v1/dashboard/time'),
  ]);
  const { today, week, reviewCount } = time;
  context.show({ ...timer, today, week, reviewCount }, () => drawStatus(context, timer, time));
}

function drawStatus(context: Context, { entry, now }: Timer, { today, week, reviewCount }: TimeDashboard): string {
  const ranFor = entry === null ? 0 : elapsed(entry, now);
  const target = week.targetSeconds === 0 ? '' : ` of ${formatDuration(week.targetSeconds)}`;
  const sums = context.facts([
    ['Today', formatDuration(today.seconds + ranFor)],
    ['This week', formatDuration(week.seconds + ranFor) + target],
  ]);
  const review = reviewCount === 0 ? [] : [`${plural(reviewCount, 'entry', 'entries')} to look at in the app.`];
  return [...describeEntry(context, entry, ranFor), '', sums, ...review].join('\n');
}

function describeEntry({ paint }: Context, entry: TimeEntry | null, ranFor: number): string[] {
  if (entry === null) return ['Nothing runs.'];
  const { startedAt, timeZone, description } = entry;
  const since = startedAt === null ? '' : `Since ${localTime(new Date(startedAt), timeZone)}`;
  return [
    `${paint('green', formatDuration(ranFor))}  ${paint('bold', nameOf(entry))}`,
    description === '' ? since : `${since}: ${plain(description)}`,
  ];
}

function nameOf({ task, project }: TimeEntry): string {
  return plain(task?.name ?? project.name);
}

/** By the server's clock. */
function elapsed({ startedAt }: TimeEntry, now: string): number {
  return Math.max(0, Math.floor((Date.parse(now) - Date.parse(startedAt ?? now)) / 1000));
}
