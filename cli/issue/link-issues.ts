import { Argument, type Command } from 'commander';
import { CliError } from '@/cli/cli-error';
import type { Context } from '@/cli/context';
import { exitCodes } from '@/cli/exit-codes';
import { issueName } from '@/cli/find-task';
import { plain } from '@/cli/plain';
import type { IssueRelationView } from '@/lib/contracts/linear-write';
import type { Task } from '@/lib/contracts/task';
import { relationTypes } from '@/lib/contracts/values';
import { linkWords } from './link-words';
import { openIssue, showWritten } from './open-issue';

type Way = (typeof relationTypes)[number];

const issueHelp = 'like ENG-42, or its UUID';
const ways = relationTypes.map((type) => type.replaceAll('_', '-'));

export function addLinking(group: Command, context: Context): void {
  const pair = (command: Command) =>
    command
      .argument('<issue>', issueHelp)
      .addArgument(new Argument('<way>', 'what the first is to the second').choices(ways))
      .argument('<other>', issueHelp);
  pair(group.command('link').description('Say how two issues go together')).action(
    (issue: string, way: string, other: string) => link(context, issue, toType(way), other),
  );
  pair(group.command('unlink').description('Take away what was said with link')).action(
    (issue: string, way: string, other: string) => unlink(context, issue, toType(way), other),
  );
}

/** The parser has refused what is none. */
function toType(way: string): Way {
  return way.replaceAll('-', '_') as Way;
}

async function link(context: Context, given: string, type: Way, other: string): Promise<void> {
  const { issues, task } = await openIssue(context, given);
  const linked = await issues.link(task, { type, issue: issueName(other) });
  showWritten(context, linked, (relation) => tell(task, relation));
}

async function unlink(context: Context, given: string, type: Way, other: string): Promise<void> {
  const { issues, task } = await openIssue(context, given);
  const relations = await issues.relations(task);
  const wanted = issueName(other).toLowerCase();
  const relation = relations.find(
    (one) => one.type === type && [one.issue.identifier.toLowerCase(), one.issue.id].includes(wanted),
  );
  if (relation === undefined) throw noLink(task, type, issueName(other), relations);
  const { settled } = await issues.unlink(task, relation);
  showWritten(
    context,
    settled === null ? { answer: { removed: relation }, settled } : { answer: null, settled },
    () => `No longer: ${tell(task, relation)}`,
  );
}

function tell(task: Task, { type, issue: { identifier, title } }: IssueRelationView): string {
  const other = title === null ? identifier : `${identifier}: ${plain(title)}`;
  return `${plain(task.name)} ${linkWords[type]} ${other}`;
}

function noLink(task: Task, type: Way, other: string, relations: readonly IssueRelationView[]): CliError {
  const there = relations.map(({ type: way, issue }) => `${way.replaceAll('_', '-')} ${issue.identifier}`);
  return new CliError(`${task.identifier} is not linked like that: ${type.replaceAll('_', '-')} ${other}.`, {
    exit: exitCodes.invalid,
    code: 'unknown_link',
    hint: there.length === 0 ? 'It has no links.' : `Its links: ${there.join(', ')}`,
    details: { links: there },
  });
}
