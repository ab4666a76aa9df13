import { Argument, type Command, InvalidArgumentError } from 'commander';
import { collect } from '@/cli/collect';
import type { Context } from '@/cli/context';
import { findConnection } from '@/cli/find-connection';
import { readDay } from '@/cli/read-day';
import { readLimit } from '@/cli/read-limit';
import type { Column } from '@/cli/table';
import { formatInstant, hereZone } from '@/cli/words';
import type { LinearCollection, LinearObjectOf } from '@/lib/contracts/linear-collection';
import { linearCollections } from '@/lib/contracts/values';
import { localDay, startOfDay } from '@/lib/time/local-day';

type LinearObject = LinearObjectOf<LinearCollection>;

interface Options {
  connection?: string;
  team?: string[];
  project?: string[];
  issue?: string;
  since?: string;
  search?: string;
  archived: boolean;
  limit: number;
}

export function addCollection(parent: Command, context: Context): void {
  parent
    .command('collection')
    .description('Read the copy of Linear: a collection of it, the newest change first')
    .addArgument(new Argument('<name>', 'which').choices(linearCollections))
    .option('--connection <name>', 'only of this connection (admins)')
    .option('--team <key>', 'only of this team; may be repeated', collect)
    .option('--project <uuid>', 'only of this project of Linear; may be repeated', collect)
    .option('--issue <issue>', 'only of this issue: its comments, attachments, relations')
    .option('--since <when>', 'changed since: a day, or an instant like 2026-11-20T09:00:00Z', checkSince)
    .option('--search <words>', 'only with these words')
    .option('--no-archived', 'without archived ones')
    .option('--limit <count>', 'at most so many', readLimit, 50)
    .action((name: LinearCollection, options: Options) => list(context, name, options));
}

function checkSince(text: string): string {
  if (text.includes('T') && Number.isNaN(Date.parse(text)))
    throw new InvalidArgumentError('Write it like 2026-11-20T09:00:00Z.');
  return text;
}

async function list(context: Context, name: LinearCollection, options: Options): Promise<void> {
  const api = await context.api();
  const { connection, team, project, issue, since, search, archived, limit } = options;
  const query = {
    connectionId: connection === undefined ? undefined : (await findConnection(api, connection)).id,
    team,
    project,
    issue,
    updatedFrom: since === undefined ? undefined : toInstant(since, context.io.now()),
    search,
    includeArchived: archived ? undefined : false,
  };
  const items = await api.list<LinearObject>(`/api/v1/linear/${name}`, { query, limit });
  context.show({ items }, () => (items.length === 0 ? 'Nothing.' : draw(context, items)));
}

/** A day begins on this computer's clock, on which changes are shown too. */
function toInstant(since: string, now: Date): string {
  if (since.includes('T')) return new Date(since).toISOString();
  return startOfDay(readDay(since, localDay(now, hereZone())), hereZone()).toISOString();
}

function draw(context: Context, items: readonly LinearObject[]): string {
  const columns: Column[] = [{ title: 'ID' }, { title: 'What', gives: true }, { title: 'Changed' }];
  const now = context.io.now();
  const rows = items.map((item) => ({
    cells: [item.id, titleOf(item), 'updatedAt' in item && item.updatedAt ? formatInstant(item.updatedAt, now) : ''],
  }));
  return context.table(columns, rows);
}

/** What people call it. All of its fields are in the JSON. */
function titleOf(item: LinearObject): string {
  if ('identifier' in item) return `${item.identifier}: ${item.title}`;
  if ('relatedIssue' in item) return `${nameOf(item.issue)} ${item.type} ${nameOf(item.relatedIssue)}`;
  if ('body' in item) return `${nameOf(item.issue)} ${item.user?.name ?? 'Somebody'}: ${item.body}`.trim();
  if ('number' in item) return `${item.team.key} ${item.name ?? `Cycle ${item.number}`}`;
  if ('readAt' in item) return `${item.type} ${nameOf(item.issue)}`.trim();
  if ('title' in item) return item.title;
  return 'key' in item ? `${item.key} ${item.name}` : item.name;
}

function nameOf(issue: { identifier: string | null } | null): string {
  return issue?.identifier ?? '';
}
