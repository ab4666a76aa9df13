import type { Argument, Command, Option } from 'commander';
import { type Candidate, completeName, type Given } from './complete-names';
import type { Context } from './context';
import { plain } from './plain';

/** What the last of the typed words can become, a line each: the value, a tab, what it is. Silent where it cannot tell. */
export async function complete(program: Command, words: readonly string[], context: Context): Promise<string> {
  const typed = words.at(-1) ?? '';
  const candidates = await candidatesFor(walk(program, words.slice(0, -1)), typed, context);
  const wanted = typed.toLowerCase();
  return candidates
    .filter(({ value }) => value.toLowerCase().startsWith(wanted))
    .map(({ value, text }) => `${plain(value)}\t${plain(text)}\n`)
    .join('');
}

/** Where in the line the next word stands. */
interface Place {
  command: Command;
  /** The option whose value comes next. */
  open: Option | undefined;
  /** The arguments that stand there already. */
  values: string[];
  team: string | undefined;
}

async function candidatesFor(place: Place, typed: string, context: Context): Promise<Candidate[]> {
  const { command, open, values, team } = place;
  const [first] = command.registeredArguments;
  const given: Given = { issue: first?.name() === 'issue' ? values[0] : undefined, team };
  const choices = ({ argChoices }: Argument | Option, name: string) =>
    argChoices?.map((value) => ({ value, text: '' })) ?? completeName(name, context, given);
  if (typed.startsWith('-')) return optionsOf(command);
  if (open !== undefined) return choices(open, open.attributeName());
  const subcommands = command.createHelp().visibleCommands(command);
  if (subcommands.length > 0) return subcommands.map((sub) => ({ value: sub.name(), text: sub.description() }));
  const next =
    command.registeredArguments[values.length] ?? command.registeredArguments.findLast((one) => one.variadic);
  return next === undefined ? [] : choices(next, next.name());
}

function walk(program: Command, words: readonly string[]): Place {
  const place: Place = { command: program, open: undefined, values: [], team: undefined };
  for (const word of words) {
    if (word.startsWith('-')) {
      place.open = optionNamed(place.command, word);
      continue;
    }
    if (place.open !== undefined) {
      if (place.open.attributeName() === 'team') place.team = word;
      if (!place.open.variadic) place.open = undefined;
      continue;
    }
    const next = place.command.commands.find((sub) => sub.name() === word);
    if (next === undefined) place.values.push(word);
    else Object.assign(place, { command: next, values: [] });
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
  return [...help.visibleOptions(command), ...help.visibleGlobalOptions(command)].flatMap(({ long, description }) =>
    long ? [{ value: long, text: description }] : [],
  );
}
