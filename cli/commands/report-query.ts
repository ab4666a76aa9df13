import { type Command, Option } from 'commander';
import type { Api, Query } from '@/cli/api';
import { badArguments } from '@/cli/cli-error';
import { collect } from '@/cli/collect';
import { getTask } from '@/cli/find-task';
import { nearest } from '@/cli/nearest';
import { readDay } from '@/cli/read-day';
import { orList, quote } from '@/cli/words';
import type { Me } from '@/lib/contracts/person';
import type { ReportOptions } from '@/lib/contracts/report';
import { reportGroups, reportRanges } from '@/lib/contracts/values';
import { localDay } from '@/lib/time/local-day';

export interface QueryOptions {
  range?: string;
  from?: string;
  to?: string;
  groupBy?: string;
  project?: string[];
  person?: string[];
  team?: string[];
  label?: string[];
  tag?: string[];
  issue?: string[];
  billable?: boolean;
  exact?: boolean;
}

/** What `report` and `export` can be asked, the same for both. */
export function addQueryOptions(command: Command, now: () => Date): Command {
  const ranges = reportRanges.map(dashed);
  return command
    .addOption(new Option('-r, --range <range>', 'a named range (default: this-week)').choices(ranges))
    .option('--from <day>', `the first day: today, yesterday or like ${now().toISOString().slice(0, 10)}`)
    .option('--to <day>', 'the last day (default: today)')
    .option('-g, --group-by <groups>', `one or two, with a comma: ${reportGroups.map(dashed).join(', ')}`, 'project')
    .option('--project <name>', 'only this project; may be repeated, as those that follow', collect)
    .option('--issue <issue>', 'only this issue, like ENG-42', collect)
    .option('--person <name>', 'only this person (default: everyone for admins, yourself for members)', collect)
    .option('--team <key>', 'only this team of Linear', collect)
    .option('--label <name>', 'only this label', collect)
    .option('--tag <tag>', 'only this tag', collect)
    .option('--billable', 'only billable time')
    .option('--no-billable', 'only time that is not billable')
    .option('--exact', 'without the rounding of reports');
}

/** As the API takes it: names looked up, days settled. */
export async function readQuery(api: Api, options: QueryOptions, now: Date): Promise<Query> {
  const [named, days] = await Promise.all([lookUp(api, options), readRange(api, options, now)]);
  const { billable, exact, tag } = options;
  return {
    ...days,
    ...named,
    tag,
    groupBy: readGroups(options.groupBy ?? 'project').join(','),
    billable: billable === undefined ? undefined : String(billable),
    rounding: exact ? 'exact' : undefined,
  };
}

async function readRange(api: Api, { range, from, to }: QueryOptions, now: Date): Promise<Query> {
  if (from === undefined && to === undefined) return { range: range === undefined ? undefined : camel(range) };
  if (range !== undefined) throw badArguments('Give a range, or days, not both.');
  if (from === undefined) throw badArguments('Give the first day as well: --from <day>');
  const { timeZone } = await api.get<Me>('/api/v1/me');
  const today = localDay(now, timeZone);
  return { from: readDay(from, today), to: readDay(to ?? 'today', today) };
}

function readGroups(text: string): string[] {
  const groups = text.split(',').map((name) => camel(name.trim()));
  const unknown = groups.find((name) => !(reportGroups as readonly string[]).includes(name));
  if (unknown !== undefined) {
    const near = nearest(dashed(unknown), reportGroups.map(dashed));
    throw badArguments(`${quote(dashed(unknown))} is nothing to group by.`, { hint: `Did you mean ${orList(near)}?` });
  }
  if (groups.length > 2) throw badArguments('Group by one or two things.');
  return groups;
}

const lists = { project: 'projects', person: 'people', team: 'teams', label: 'labels' } as const;
const parameters = { project: 'projectId', person: 'userId', team: 'team', label: 'label' } as const;

async function lookUp(api: Api, options: QueryOptions): Promise<Query> {
  const kinds = (Object.keys(lists) as (keyof typeof lists)[]).filter((kind) => options[kind] !== undefined);
  const taskId = await Promise.all((options.issue ?? []).map(async (issue) => (await getTask(api, issue)).id));
  if (kinds.length === 0) return { taskId };
  const all = await api.get<ReportOptions>('/api/v1/reports/options');
  const ids = kinds.map((kind) => [
    parameters[kind],
    (options[kind] ?? []).map((name) => choose(kind, name, all[lists[kind]])),
  ]);
  return { taskId, ...Object.fromEntries(ids) };
}

type Choice = { id: string; name: string; hint: string | null };

/** By name, id or hint (an e-mail, a key), whatever the case. */
function choose(kind: string, typed: string, choices: readonly Choice[]): string {
  const wanted = typed.trim().toLowerCase();
  const found = choices.find(({ id, name, hint }) => [id, name, hint].some((known) => known?.toLowerCase() === wanted));
  if (found !== undefined) return found.id;
  const near = nearest(
    typed,
    choices.map(({ name }) => name),
  );
  throw badArguments(`There is no ${kind} ${quote(typed)} in the reports.`, {
    code: `unknown_${kind}`,
    hint: near.length === 0 ? undefined : `Did you mean ${orList(near.map(quote))}?`,
    details: { nearest: near },
  });
}

function dashed(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function camel(name: string): string {
  return name.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
