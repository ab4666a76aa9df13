import type { Command } from 'commander';
import { CliError } from '@/cli/cli-error';
import type { Context } from '@/cli/context';
import { exitCodes } from '@/cli/exit-codes';
import type { Column } from '@/cli/table';
import { formatDay } from '@/cli/words';
import type { TeamOptions } from '@/lib/contracts/linear-write';
import { IssueApi } from './issue-api';
import { onlyTeam } from './only-team';
import { type ListName, readTeamList } from './read-team-list';

interface LookUp<N extends ListName> {
  description: string;
  columns: readonly Column[];
  cells(item: TeamOptions[N][number]): string[];
}

const day = (instant: string) => formatDay(instant.slice(0, 10));

const lookUps: { [N in ListName]: LookUp<N> } = {
  states: {
    description: 'List the states of a team, in the order of its board',
    columns: [{ title: 'State', gives: true }, { title: 'Type' }],
    cells: ({ name, type }) => [name, type],
  },
  labels: {
    description: 'List the labels that the issues of a team can have',
    columns: [{ title: 'Label', gives: true }, { title: 'Group' }],
    cells: ({ name, group }) => [name, group ?? ''],
  },
  users: {
    description: 'List the people who can be assigned in a team',
    columns: [{ title: 'Name', gives: true }, { title: 'Called' }, { title: 'E-mail' }],
    cells: ({ name, displayName, email }) => [name, displayName, email],
  },
  cycles: {
    description: 'List the cycles of a team that are not over',
    columns: [{ title: 'Cycle', align: 'right' }, { title: 'Name', gives: true }, { title: 'From' }, { title: 'To' }],
    cells: ({ number, name, startsAt, endsAt }) => [String(number), name ?? '', day(startsAt), day(endsAt)],
  },
  milestones: {
    description: 'List the milestones of the projects of a team',
    columns: [{ title: 'Milestone', gives: true }, { title: 'Project' }, { title: 'Date' }],
    cells: ({ name, project, targetDate }) => [name, project.name, targetDate === null ? '' : day(targetDate)],
  },
};

export function addLookUps(parent: Command, context: Context): void {
  for (const name of Object.keys(lookUps) as ListName[]) {
    const command = parent
      .command(name)
      .description(lookUps[name].description)
      .option('--team <key>', 'the team; left out: the only one')
      .action(({ team }: { team?: string }) => list(context, name, team));
    if (name === 'cycles') addCreate(command);
  }
}

/** Its schema has the call, and says of it that it is not supported. */
function addCreate(cycles: Command): void {
  cycles
    .command('create', { hidden: true })
    .description('Not supported by Linear any more')
    .argument('[words...]', 'anything')
    .allowUnknownOption()
    .action(() => {
      throw new CliError('Creating a cycle is no longer supported by Linear.', {
        exit: exitCodes.invalid,
        code: 'not_supported_by_linear',
        hint: "Linear makes them by itself, as the team's settings in Linear say.",
      });
    });
}

async function list<N extends ListName>(context: Context, name: N, given: string | undefined): Promise<void> {
  const issues = new IssueApi(await context.api());
  const team = given ?? (await onlyTeam(issues));
  const items = await readTeamList(issues, team, name, context.io.now());
  const { columns, cells } = lookUps[name];
  context.show({ team, items }, () =>
    items.length === 0
      ? `The team ${team} has no ${name}.`
      : context.table(
          columns,
          items.map((item) => ({ cells: cells(item) })),
        ),
  );
}
