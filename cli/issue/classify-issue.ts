import type { Command } from 'commander';
import { CliError } from '@/cli/cli-error';
import type { Context } from '@/cli/context';
import { exitCodes } from '@/cli/exit-codes';
import { plain } from '@/cli/plain';
import { orList } from '@/cli/words';
import { type IssueKind, issueKinds } from './issue-kinds';
import { readIssueSettings } from './issue-settings';
import type { IssueSettings } from './issue-settings-schema';
import { openIssue } from './open-issue';

export function addClassify(group: Command, context: Context): void {
  group
    .command('classify')
    .description(`Tell by its labels whether an issue is a ${orList(issueKinds)}`)
    .argument('<issue>', 'like ENG-42, or its UUID')
    .addHelpText('after', '\nWhich label means what is for the settings to say: see docs/command-line.md.')
    .action((issue: string) => classify(context, issue));
}

async function classify(context: Context, given: string): Promise<void> {
  const [{ task }, settings] = await Promise.all([openIssue(context, given), readIssueSettings(context.io)]);
  const labels = task.labels.map(({ name }) => name);
  const found = kindOf(labels, settings.classify);
  if (found === null)
    throw new CliError(`No label of ${plain(task.identifier ?? task.name)} says what it is.`, {
      exit: exitCodes.invalid,
      code: 'unclassified',
      hint: 'Give it one, or add its labels to "classify" in the settings.',
      details: { labels },
    });
  context.show({ identifier: task.identifier, ...found, labels }, () => found.kind);
}

/** By the first kind that has one of the labels: patch, bug, feature, chore. Case does not count. */
export function kindOf(
  labels: readonly string[],
  { otherwise, ...kinds }: IssueSettings['classify'],
): { kind: IssueKind; by: string | null } | null {
  const own = new Map(labels.map((label) => [label.toLowerCase(), label]));
  for (const kind of ['patch', 'bug', 'feature', 'chore'] as const) {
    const by = kinds[kind].find((label) => own.has(label.toLowerCase()));
    if (by !== undefined) return { kind, by: own.get(by.toLowerCase()) ?? by };
  }
  return otherwise === undefined ? null : { kind: otherwise, by: null };
}
