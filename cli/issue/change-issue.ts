import type { Command } from 'commander';
import { badArguments, CliError } from '@/cli/cli-error';
import type { Context } from '@/cli/context';
import { exitCodes } from '@/cli/exit-codes';
import type { IssueChange, TeamOptions } from '@/lib/contracts/linear-write';
import { chooseState } from './choose';
import { addFieldOptions, chooseLabels, type FieldOptions, readFields } from './issue-fields';
import { readIssueSettings, stateFor } from './issue-settings';
import { type OpenIssue, openIssue, showWritten, summarize } from './open-issue';

const issueHelp = 'like ENG-42, or its UUID';

export function addChanging(group: Command, context: Context): void {
  const change = (issue: string, fields: FieldOptions) => changeFields(context, issue, fields);
  addFieldOptions(
    group
      .command('update')
      .description('Change an issue')
      .argument('<issue>', issueHelp)
      .option('--title <text>', 'the title'),
  ).action(change);
  group
    .command('state')
    .description('Move an issue to another state')
    .argument('<issue>', issueHelp)
    .argument('<state>', 'a state of its team: see trackline states')
    .action((issue: string, state: string) => change(issue, { state }));
  group
    .command('assign')
    .description('Assign an issue')
    .argument('<issue>', issueHelp)
    .argument('[user]', 'name, e-mail or me', 'me')
    .action((issue: string, assignee: string) => change(issue, { assignee }));
  group
    .command('unassign')
    .description('Take an issue from whoever has it')
    .argument('<issue>', issueHelp)
    .action((issue: string) => change(issue, { assignee: 'none' }));
  group
    .command('cycle')
    .description('Put an issue in a cycle')
    .argument('<issue>', issueHelp)
    .argument('<cycle>', 'number, name, current, next or none')
    .action((issue: string, cycle: string) => change(issue, { cycle }));
  addClosing(group, context);
  addLabelling(group, context);
}

function addClosing(group: Command, context: Context): void {
  for (const way of ['close', 'reopen'] as const)
    group
      .command(way)
      .description(
        way === 'close' ? 'Move an issue to the done state of its team' : "Move an issue back to its team's open state",
      )
      .argument('<issue>', issueHelp)
      .option('--state <name>', 'another state than the settings say')
      .action((issue: string, { state }: { state?: string }) => move(context, issue, way, state));
}

function addLabelling(group: Command, context: Context): void {
  const label = group.command('label').description('Add and remove labels');
  label
    .command('add')
    .description('Add labels; the others stay')
    .argument('<issue>', issueHelp)
    .argument('<label...>', 'labels of its team: see trackline labels')
    .action((issue: string, names: string[]) => changeLabels(context, issue, 'addLabelIds', names));
  label
    .command('remove')
    .description('Remove labels; the others stay')
    .argument('<issue>', issueHelp)
    .argument('<label...>', 'labels')
    .action((issue: string, names: string[]) => changeLabels(context, issue, 'removeLabelIds', names));
  group
    .command('labels')
    .description('Set all labels at once')
    .command('set')
    .description('Give an issue exactly these labels; none removes all')
    .argument('<issue>', issueHelp)
    .argument('[label...]', 'labels')
    .action((issue: string, names: string[]) => changeFields(context, issue, { label: names }));
}

async function changeFields(context: Context, given: string, fields: FieldOptions): Promise<void> {
  if (Object.values(fields).every((value) => value === undefined))
    throw badArguments('Nothing to change is given.', { hint: 'See: trackline issue update --help' });
  const open = await openIssue(context, given);
  await send(context, open, { set: await readFields(context, fields, open.names) });
}

async function changeLabels(
  context: Context,
  given: string,
  way: 'addLabelIds' | 'removeLabelIds',
  names: readonly string[],
): Promise<void> {
  const open = await openIssue(context, given);
  await send(context, open, { [way]: await chooseLabels(names, open.names) });
}

async function move(
  context: Context,
  given: string,
  way: 'close' | 'reopen',
  state: string | undefined,
): Promise<void> {
  const [open, settings] = await Promise.all([openIssue(context, given), readIssueSettings(context.io)]);
  const name = state ?? stateFor(settings[way], open.teamKey);
  const stateId = await open.names.choose((team) =>
    name === undefined ? usualState(team, way) : chooseState(team, name),
  );
  await send(context, open, { set: { stateId } });
}

const usualTypes = { close: ['completed'], reopen: ['unstarted', 'backlog', 'triage'] } as const;

/** The first state of the usual type, in the order of the team's own board. */
function usualState({ states, team }: TeamOptions, way: 'close' | 'reopen'): string {
  const inOrder = [...states].sort((a, b) => a.position - b.position);
  for (const wanted of usualTypes[way]) {
    const found = inOrder.find(({ type }) => type === wanted);
    if (found !== undefined) return found.id;
  }
  throw new CliError(`The team ${team.key} has no state to ${way} an issue with.`, {
    exit: exitCodes.invalid,
    code: 'unknown_state',
    hint: 'Name one: --state <name>',
  });
}

async function send(context: Context, { issues, task }: OpenIssue, change: IssueChange): Promise<void> {
  showWritten(context, await issues.change(task, change), (changed) => summarize(changed.task));
}
