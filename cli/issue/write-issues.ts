import { Argument, type Command } from 'commander';
import { badArguments } from '@/cli/cli-error';
import type { Context } from '@/cli/context';
import { issueName } from '@/cli/find-task';
import { plain } from '@/cli/plain';
import { orList } from '@/cli/words';
import { relationTypes } from '@/lib/contracts/values';
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
const ways = relationTypes.map((type) => type.replaceAll('_', '-'));

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
  group
    .command('link')
    .description('Say how two issues go together')
    .argument('<issue>', issueHelp)
    .addArgument(new Argument('<way>', 'what the first is to the second').choices(ways))
    .argument('<other>', issueHelp)
    .action((issue: string, way: string, other: string) => link(context, issue, way, other));
  group
    .command('archive')
    .description('Archive an issue')
    .argument('<issue>', issueHelp)
    .action((issue: string) => archive(context, issue));
}

async function create(context: Context, title: string, { team, parent, ...fields }: CreateOptions): Promise<void> {
  const issues = new IssueApi(await context.api());
  const key = team ?? (await onlyTeam(issues));
  const read = await readFields(context, fields, new TeamNames(issues, key));
  const whole = parent === undefined ? {} : { parent: issueName(parent) };
  const created = await issues.create({ ...read, ...whole, team: key, title });
  showWritten(context, created, (task) => `Created ${summarize(task)}\n${task.url ?? ''}`.trimEnd());
}

async function comment(context: Context, given: string, text: string): Promise<void> {
  const body = await readText(context, text);
  const { issues, task } = await openIssue(context, given);
  showWritten(context, await issues.comment(task, body), ({ url }) => `Commented on ${plain(task.name)}.\n${url}`);
}

async function link(context: Context, given: string, way: string, other: string): Promise<void> {
  const type = relationTypes.find((one) => one.replaceAll('_', '-') === way);
  if (type === undefined) throw badArguments(`Link issues by ${orList(ways)}.`);
  const { issues, task } = await openIssue(context, given);
  showWritten(context, await issues.link(task, { type, issue: issueName(other) }), ({ issue: { identifier, title } }) =>
    [plain(task.name), way.replaceAll('-', ' '), title === null ? identifier : `${identifier}: ${plain(title)}`].join(
      ' ',
    ),
  );
}

async function archive(context: Context, given: string): Promise<void> {
  const { issues, task } = await openIssue(context, given);
  showWritten(context, await issues.archive(task), ({ name }) => `Archived ${plain(name)}.`);
}
