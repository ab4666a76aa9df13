import type { Command } from 'commander';
import { badArguments } from '@/cli/cli-error';
import { collect } from '@/cli/collect';
import type { Context } from '@/cli/context';
import { nearest } from '@/cli/nearest';
import { readDay } from '@/cli/read-day';
import { hereZone, orList, quote } from '@/cli/words';
import type { IssueFields } from '@/lib/contracts/linear-write';
import type { Me } from '@/lib/contracts/person';
import { localDay } from '@/lib/time/local-day';
import { chooseCycle, chooseLabel, chooseState, chooseUser } from './choose';
import { priorities } from './priorities';
import type { TeamNames } from './team-names';

export interface FieldOptions {
  title?: string;
  description?: string;
  state?: string;
  assignee?: string;
  priority?: string;
  estimate?: string;
  due?: string;
  cycle?: string;
  label?: string[];
}

/** What can be given to a new issue and changed on an old one. */
export function addFieldOptions(command: Command): Command {
  return command
    .option('--description <text>', 'the description, in Markdown; - reads it from standard input')
    .option('--state <name>', 'the state')
    .option('--assignee <name>', 'name, e-mail, me or none')
    .option('--priority <level>', `${priorities.join(', ')}, or 0 to 4`)
    .option('--estimate <points>', 'points, or none')
    .option('--due <day>', 'like 2026-11-30, today, or none')
    .option('--cycle <name>', 'number, name, current, next or none')
    .option(
      '--label <name>',
      'a label; may be repeated, and on an issue that is there they replace what it has',
      collect,
    );
}

/** As the API takes them: names looked up, `none` as null. What is not given is left out. */
export async function readFields(
  context: Context,
  given: FieldOptions,
  names: TeamNames,
): Promise<Partial<IssueFields>> {
  const { title, description, priority, estimate, due } = given;
  const fields: Partial<IssueFields> = {};
  if (title !== undefined) fields.title = title;
  if (description !== undefined) fields.description = (await readText(context, description)) || null;
  if (priority !== undefined) fields.priority = readPriority(priority);
  if (estimate !== undefined) fields.estimate = orNone(estimate, readEstimate);
  if (due !== undefined) fields.dueDate = orNone(due, (day) => readDay(day, localDay(context.io.now(), hereZone())));
  return { ...fields, ...(await readNamed(await withMe(context, given), names, context.io.now())) };
}

/** Whoever the token is of, by their e-mail address at Linear. The owner of the connection's key is somebody else. */
async function withMe(context: Context, given: FieldOptions): Promise<FieldOptions> {
  if (given.assignee?.trim().toLowerCase() !== 'me') return given;
  const { email } = await (await context.api()).get<Me>('/api/v1/me');
  return { ...given, assignee: email };
}

async function readNamed(given: FieldOptions, names: TeamNames, now: Date): Promise<Partial<IssueFields>> {
  const { state, label, assignee, cycle } = given;
  const fields: Partial<IssueFields> = {};
  if (state !== undefined) fields.stateId = await names.choose((team) => chooseState(team, state));
  if (label !== undefined) fields.labelIds = await chooseLabels(label, names);
  if (assignee !== undefined)
    fields.assigneeId = isNone(assignee) ? null : await names.choose((team) => chooseUser(team, assignee));
  if (cycle !== undefined)
    fields.cycleId = isNone(cycle) ? null : await names.choose((team) => chooseCycle(team, cycle, now));
  return fields;
}

export async function chooseLabels(labels: readonly string[], names: TeamNames): Promise<string[]> {
  if (labels.length === 0) return [];
  return names.choose((team) => [...new Set(labels.map((name) => chooseLabel(team, name)))]);
}

/** `-` is standard input. */
export async function readText({ io }: Context, given: string): Promise<string> {
  return given === '-' ? (await io.readInput()).trimEnd() : given;
}

function readPriority(typed: string): number {
  const wanted = typed.trim().toLowerCase();
  const level = /^[0-4]$/.test(wanted) ? Number(wanted) : (priorities as readonly string[]).indexOf(wanted);
  if (level >= 0) return level;
  const near = orList(nearest(wanted, priorities));
  throw badArguments(`${quote(typed)} is no priority.`, { hint: `Did you mean ${near}?` });
}

function readEstimate(typed: string): number {
  if (/^\d{1,4}$/.test(typed.trim())) return Number(typed);
  throw badArguments(`${quote(typed)} is no estimate.`, { hint: 'Give whole points, or none.' });
}

function isNone(typed: string): boolean {
  return typed.trim().toLowerCase() === 'none';
}

function orNone<T>(typed: string, read: (text: string) => T): T | null {
  return isNone(typed) ? null : read(typed);
}
