import type { Command } from 'commander';
import type { Api, Query } from '@/cli/api';
import { CliError } from '@/cli/cli-error';
import { collect } from '@/cli/collect';
import type { Context } from '@/cli/context';
import { exitCodes } from '@/cli/exit-codes';
import { nearest } from '@/cli/nearest';
import { plain, plainLines } from '@/cli/plain';
import { readLimit } from '@/cli/read-limit';
import type { Column } from '@/cli/table';
import { formatDay, formatInstant, orList, quote } from '@/cli/words';
import type { IssueComment, LiveIssue } from '@/lib/contracts/linear-write';
import type { Project } from '@/lib/contracts/project';
import type { Task } from '@/lib/contracts/task';
import { formatDuration } from '@/lib/time/format-duration';
import { IssueApi } from './issue-api';
import { linkWords } from './link-words';
import { type ListFilters, readFilters } from './list-filters';
import { cycleOf, type OpenIssue, openIssue, priorityOf } from './open-issue';

interface ListOptions extends ListFilters {
  team?: string[];
  limit: number;
  archived?: boolean;
}

export function addReading(group: Command, context: Context): void {
  group
    .command('get')
    .description('Show an issue, as Linear has it this moment where that may be asked')
    .argument('<issue>', 'like ENG-42, or its UUID')
    .action((issue: string) => get(context, issue));
  addFilters(group.command('list').description('List issues, the newest change first')).action((options: ListOptions) =>
    list(context, undefined, options),
  );
  addFilters(group.command('search').description('Find issues by words or by an old identifier'))
    .argument('<words...>', 'what to look for')
    .action((words: string[], options: ListOptions) => list(context, words.join(' '), options));
  group
    .command('comments')
    .description('List the comments of an issue, the oldest first')
    .argument('<issue>', 'like ENG-42, or its UUID')
    .action((issue: string) => comments(context, issue));
}

function addFilters(command: Command): Command {
  return command
    .option('--team <key>', 'only of this team; may be repeated, as those that follow', collect)
    .option('--state <name>', 'only in this state', collect)
    .option('--assignee <name>', 'only of this person: name, e-mail, me or none', collect)
    .option('--label <name>', 'only with this label', collect)
    .option('--archived', 'archived ones too')
    .option('--limit <count>', 'at most so many', readLimit, 50);
}

async function list(context: Context, search: string | undefined, options: ListOptions): Promise<void> {
  const api = await context.api();
  const { team: teams, limit, archived } = options;
  const query: Query = { source: 'linear', search, sort: 'updated' };
  if (archived) query['sourceState'] = 'all';
  if (teams !== undefined) query['projectId'] = await projectsOf(api, teams);
  Object.assign(query, await readFilters(new IssueApi(api), options, { teams, now: context.io.now() }));
  const items = await api.list<Task>('/api/v1/tasks', { query, limit });
  context.show({ items }, () => drawList(context, items));
}

function drawList(context: Context, items: readonly Task[]): string {
  if (items.length === 0) return 'No issues.';
  const columns: Column[] = [
    { title: 'Issue' },
    { title: 'Title', gives: true },
    { title: 'State' },
    { title: 'Assignee' },
    { title: 'Time', align: 'right' },
  ];
  const rows = items.map(({ identifier, title, state, assignee, trackedSeconds }) => ({
    cells: [identifier ?? '', title, state?.name ?? '', assignee?.name ?? '', formatDuration(trackedSeconds)],
  }));
  return context.table(columns, rows);
}

/** A team of Linear is a project here. Two workspaces may have a team of one key; only what no key is may be a name. */
async function projectsOf(api: Api, keys: readonly string[]): Promise<string[]> {
  const projects = await api.list<Project>('/api/v1/projects', { query: { source: 'linear', archived: 'all' } });
  return keys.flatMap((typed) => {
    const wanted = typed.trim().toLowerCase();
    const keyed = projects.filter(({ key }) => key?.toLowerCase() === wanted);
    const found = keyed.length > 0 ? keyed : projects.filter(({ name }) => name.toLowerCase() === wanted);
    if (found.length > 0) return found.map(({ id }) => id);
    const near = nearest(
      typed,
      projects.flatMap(({ key }) => key ?? []),
    );
    throw new CliError(`There is no team ${quote(typed)}.`, {
      exit: exitCodes.invalid,
      code: 'unknown_team',
      hint: near.length === 0 ? undefined : `Did you mean ${orList(near)}?`,
      details: { nearest: near },
    });
  });
}

async function get(context: Context, given: string): Promise<void> {
  const open = await openIssue(context, given);
  const live = await readLive(context, open);
  context.show({ task: open.task, live }, () => drawIssue(context, open.task, live));
}

/** Who may not write may not ask Linear either, and Linear may be away: what was imported has to do then. */
async function readLive(context: Context, { issues, task }: OpenIssue): Promise<LiveIssue | null> {
  try {
    return await issues.live(task);
  } catch (error) {
    if (!(error instanceof CliError) || error.code === 'unauthenticated') throw error;
    context.note(`As of the last sync. ${error.message}`);
    return null;
  }
}

function drawIssue(context: Context, task: Task, live: LiveIssue | null): string {
  const { paint, io } = context;
  const { state, assignee, labels, estimate, dueDate, project, trackedSeconds, url, sourceState } = task;
  const facts = context.facts([
    ['State', sourceState === 'live' ? (state?.name ?? null) : `${state?.name ?? ''} (${sourceState})`],
    ['Assignee', assignee?.name ?? 'nobody'],
    ['Team', project.name],
    ['Priority', priorityOf(task)],
    ['Estimate', estimate === null ? null : String(estimate)],
    ['Due', dueDate && formatDay(dueDate)],
    ['Cycle', cycleOf(task) ?? null],
    ['Labels', labels.length === 0 ? null : labels.map(({ name }) => name).join(', ')],
    ['Tracked', formatDuration(trackedSeconds)],
    ['Address', url],
  ]);
  const links = (live?.relations ?? []).map(({ type, issue: { identifier, title, state } }) => {
    const known = title === null ? '' : `: ${plain(title)}${state ? ` (${plain(state.name)})` : ''}`;
    return `${linkWords[type]} ${identifier}${known}`;
  });
  const description = live?.fields.description ?? '';
  const parts = [`${paint('bold', plain(task.name))}\n${facts}`, plainLines(description).trim(), links.join('\n')];
  const talk = (live?.comments ?? []).map((comment) => drawComment(comment, context, io.now()));
  return [...parts, ...talk].filter((part) => part !== '').join('\n\n');
}

async function comments(context: Context, given: string): Promise<void> {
  const { issues, task } = await openIssue(context, given);
  const items = await issues.comments(task);
  context.show({ items }, () =>
    items.length === 0
      ? 'No comments.'
      : items.map((comment) => drawComment(comment, context, context.io.now())).join('\n\n'),
  );
}

function drawComment({ user, createdAt, body }: IssueComment, { paint }: Context, now: Date): string {
  return `${paint('dim', `${plain(user?.name ?? 'Somebody')}, ${formatInstant(createdAt, now)}`)}\n${plainLines(body).trim()}`;
}
