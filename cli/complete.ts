import type { Argument, Command, Option } from 'commander';
import type { Connection } from '@/lib/contracts/connection';
import type { QuickTasks } from '@/lib/contracts/timer';
import { seconds, sleep } from '@/lib/kit/sleep';
import type { Context } from './context';
import { plain } from './plain';

interface Candidate {
  value: string;
  text: string;
}

const patience = seconds(2);

/** What the last of the typed words can become, a line each: the value, a tab, what it is. Silent where it cannot tell. */
export async function complete(program: Command, words: readonly string[], context: Context): Promise<string> {
  const typed = words.at(-1) ?? '';
  const candidates = await candidatesFor(program, words.slice(0, -1), typed, context);
  const wanted = typed.toLowerCase();
  return candidates
    .filter(({ value }) => value.toLowerCase().startsWith(wanted))
    .map(({ value, text }) => `${plain(value)}\t${plain(text)}\n`)
    .join('');
}

async function candidatesFor(
  program: Command,
  before: readonly string[],
  typed: string,
  context: Context,
): Promise<Candidate[]> {
  const { command, open, given } = walk(program, before);
  if (open?.required && !typed.startsWith('-')) return choicesOf(open, open.attributeName(), context);
  if (typed.startsWith('-')) return optionsOf(command);
  const subcommands = command.createHelp().visibleCommands(command);
  if (subcommands.length > 0) return subcommands.map((sub) => ({ value: sub.name(), text: sub.description() }));
  const argument =
    command.registeredArguments[given] ?? command.registeredArguments.findLast(({ variadic }) => variadic);
  return argument === undefined ? [] : choicesOf(argument, argument.name(), context);
}

interface Place {
  command: Command;
  /** The option whose value comes next. */
  open: Option | undefined;
  /** How many arguments stand there already. */
  given: number;
}

function walk(program: Command, words: readonly string[]): Place {
  const place: Place = { command: program, open: undefined, given: 0 };
  for (const word of words) {
    if (word.startsWith('-')) {
      place.open = optionNamed(place.command, word);
      continue;
    }
    if (place.open !== undefined) {
      if (!place.open.variadic) place.open = undefined;
      continue;
    }
    const next = place.command.commands.find((sub) => sub.name() === word || sub.aliases().includes(word));
    if (next === undefined) place.given += 1;
    else Object.assign(place, { command: next, given: 0 });
  }
  return place;
}

/** Undefined when it takes no value, or has it already. */
function optionNamed(command: Command, word: string): Option | undefined {
  if (word.includes('=')) return undefined;
  for (let at: Command | null = command; at !== null; at = at.parent) {
    const found = at.options.find(({ short, long }) => word === short || word === long);
    if (found !== undefined) return found.required ? found : undefined;
  }
  return undefined;
}

function optionsOf(command: Command): Candidate[] {
  const help = command.createHelp();
  const globals =
    command.parent === null ? [] : help.visibleGlobalOptions(command.configureHelp({ showGlobalOptions: true }));
  return [...help.visibleOptions(command), ...globals].flatMap(({ long, description }) =>
    long ? [{ value: long, text: description }] : [],
  );
}

async function choicesOf({ argChoices }: Argument | Option, name: string, context: Context): Promise<Candidate[]> {
  if (argChoices !== undefined) return argChoices.map((value) => ({ value, text: '' }));
  const ask = asks[name];
  if (ask === undefined) return [];
  return Promise.race([ask(context).catch(() => []), sleep(patience).then(() => [])]);
}

/** What only the server knows, by the name of an argument or an option. */
const asks: Record<string, (context: Context) => Promise<Candidate[]>> = {
  issue: async (context) => {
    const { pinned, recent } = await (await context.api()).get<QuickTasks>('/api/v1/tasks/quick');
    const tasks = [...recent.flatMap(({ task }) => task ?? []), ...pinned];
    const named = tasks.flatMap(({ identifier, name }) => (identifier === null ? [] : [[identifier, name] as const]));
    return [...new Map(named)].map(([value, name]) => ({ value, text: name.replace(`${value}: `, '') }));
  },
  connection: async (context) => {
    const all = await (await context.api()).list<Connection>('/api/v1/connections');
    return all.map(({ name, workspace }) => ({ value: name, text: workspace.name }));
  },
};
