import type { Command } from 'commander';
import type { Context } from '@/cli/context';
import { issueName } from '@/cli/find-task';
import { plain } from '@/cli/plain';
import type { SendToLinearInput } from '@/lib/contracts/linear-write';
import { IssueApi } from './issue-api';
import { addFieldOptions, type FieldOptions, readFields, readText } from './issue-fields';
import { onlyTeam } from './only-team';
import { openIssue, showWritten, summarize } from './open-issue';
import { TeamNames } from './team-names';

interface CreateOptions extends FieldOptions {
  team?: string;
  parent?: string;
}

const issueHelp = 'like ENG-42, or its UUID';

export function addWriting(group: Command, context: Context): void {
  addFieldOptions(
    group
      .command('create')
      .description('Create an issue')
      .argument('<title>', 'the title')
      .option('--team <key>', 'the team; left out: the only one')
      .option('--parent <issue>', 'the issue that it is a part of'),
  ).action((title: string, options: CreateOptions) => create(context, title, options));
  group
    .command('comment')
    .description('Comment on an issue')
    .argument('<issue>', issueHelp)
    .argument('<text>', 'Markdown; - reads it from standard input')
    .action((issue: string, text: string) => comment(context, issue, text));
  addFieldOptions(
    group
      .command('send')
      .description('Make a task that was made by hand an issue; its time and notes stay with it')
      .argument('<task>', 'its UUID, or its address in the app')
      .option('--team <key>', 'the team; left out: the only one')
      .option('--parent <issue>', 'the issue that it is a part of'),
  ).action((task: string, options: CreateOptions) => sendTask(context, task, options));
  group
    .command('archive')
    .description('Archive an issue')
    .argument('<issue>', issueHelp)
    .action((issue: string) => archive(context, issue));
  group
    .command('unarchive')
    .description('Take an issue back from the archive or the trash')
    .argument('<issue>', issueHelp)
    .action((issue: string) => unarchive(context, issue));
}

async function create(context: Context, title: string, options: CreateOptions): Promise<void> {
  const issues = new IssueApi(await context.api());
  const created = await issues.create({ ...(await readNew(context, issues, options)), title });
  showWritten(context, created, (task) => `Created ${summarize(task)}\n${task.url ?? ''}`.trimEnd());
}

async function sendTask(context: Context, given: string, options: CreateOptions): Promise<void> {
  const issues = new IssueApi(await context.api());
  const task = await issues.find(given);
  const sent = await issues.send(task, await readNew(context, issues, options));
  showWritten(context, sent, (issue) => `Sent ${summarize(issue)}\n${issue.url ?? ''}`.trimEnd());
}

async function readNew(
  context: Context,
  issues: IssueApi,
  { team: given, parent, ...fields }: CreateOptions,
): Promise<SendToLinearInput> {
  const team = given ?? (await onlyTeam(issues));
  const read = await readFields(context, fields, new TeamNames(issues, team));
  return { ...read, ...(parent === undefined ? {} : { parent: issueName(parent) }), team };
}

async function comment(context: Context, given: string, text: string): Promise<void> {
  const body = await readText(context, text);
  const { issues, task } = await openIssue(context, given);
  showWritten(context, await issues.comment(task, body), ({ url }) => `Commented on ${plain(task.name)}.\n${url}`);
}

async function archive(context: Context, given: string): Promise<void> {
  const { issues, task } = await openIssue(context, given);
  showWritten(context, await issues.archive(task), ({ name }) => `Archived ${plain(name)}.`);
}

async function unarchive(context: Context, given: string): Promise<void> {
  const { issues, task } = await openIssue(context, given);
  showWritten(context, await issues.unarchive(task), (taken) => `Took back ${summarize(taken)}`);
}
