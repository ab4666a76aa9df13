import type { Command } from 'commander';
import type { Api } from '@/cli/api';
import { CliError } from '@/cli/cli-error';
import type { Context } from '@/cli/context';
import { findConnection } from '@/cli/find-connection';
import { plain } from '@/cli/plain';
import { exitOf } from '@/cli/read-answer';
import type { Column, Row } from '@/cli/table';
import { formatCount, formatInstant, plural } from '@/cli/words';
import type { Connection, TestResult } from '@/lib/contracts/connection';
import { addMirrorExport } from './connection-export';
import { addSync } from './connection-sync';

type TestSuccess = Extract<TestResult, { ok: true }>;

export function addConnection(parent: Command, context: Context): void {
  const group = parent.command('connection').description('Look at the Linear connections, test and sync them (admins)');
  const which = 'name, workspace or id; left out: the only one';
  group
    .command('list')
    .description('List the connections')
    .action(() => list(context));
  group
    .command('status')
    .description('Show the health, the last run and the teams of a connection')
    .argument('[connection]', which)
    .action((name: string | undefined) => status(context, name));
  group
    .command('test')
    .description('Ask Linear whether the stored key works')
    .argument('[connection]', which)
    .action((name: string | undefined) => test(context, name));
  addSync(group, context, which);
  addMirrorExport(group, context, 'name, workspace or id');
}

async function list(context: Context): Promise<void> {
  const api = await context.api();
  const items = await api.list<Connection>('/api/v1/connections');
  const columns: Column[] = [
    { title: 'Name', gives: true },
    { title: 'Workspace' },
    { title: 'Health' },
    { title: 'Last run' },
    { title: 'Next run' },
  ];
  const rows = items.map(
    (one): Row => ({
      cells: [one.name, one.workspace.urlKey, one.health, lastRun(one, context), nextRun(one, context)],
    }),
  );
  context.show({ items }, () => (items.length === 0 ? 'No connections.' : context.table(columns, rows)));
}

async function status(context: Context, name: string | undefined): Promise<void> {
  const one = await findConnection(await context.api(), name);
  const { health, healthReason, keyOwner, keyHint, quota, activeRun } = one;
  const requests = quota?.requests ?? null;
  context.show(one, () => {
    const facts = context.facts([
      ['Connection', `${one.name} (${one.workspace.name})`],
      ['Health', healthReason === null ? health : `${health}: ${healthReason.message}`],
      ['What to do', healthReason === null || healthReason.hint === '' ? null : healthReason.hint],
      ['Key', `${keyHint} of ${keyOwner.name}`],
      ['Running', activeRun === null ? null : `${activeRun.status}, ${formatCount(activeRun.progress.done)} done`],
      ['Last run', lastRun(one, context)],
      ['Next run', nextRun(one, context)],
      ['Requests left', requests && `${formatCount(requests.remaining)} of ${formatCount(requests.limit)} this hour`],
    ]);
    return `${facts}\n\n${drawTeams(one, context)}`;
  });
}

function drawTeams({ teams }: Connection, context: Context): string {
  const columns: Column[] = [
    { title: 'Team' },
    { title: 'Name', gives: true },
    { title: 'Tasks', align: 'right' },
    { title: 'Import' },
  ];
  const rows = teams
    .filter(({ selected }) => selected)
    .map(({ key, name, taskCount, backfill: { state, imported, total } }) => ({
      cells: [
        key,
        name,
        formatCount(taskCount),
        state === 'done' ? 'done' : `${formatCount(imported)} of ${formatCount(total)}`,
      ],
    }));
  return context.table(columns, rows);
}

async function test(context: Context, name: string | undefined): Promise<void> {
  const api = await context.api();
  const { id } = await findConnection(api, name);
  const result = await testStored(api, id);
  context.show(result, () => {
    const { viewer, workspace, teams, quota, latencyMs, unknownTeamKeys } = result;
    const { requests } = quota;
    return context.facts([
      ['Works', `yes, as ${viewer.name} in ${workspace.name}, within ${Math.round(latencyMs)} ms`],
      [
        'Teams',
        teams
          .filter(({ selected }) => selected)
          .map(({ key }) => key)
          .join(', '),
      ],
      ['Not there', unknownTeamKeys.length === 0 ? null : unknownTeamKeys.map(({ key }) => key).join(', ')],
      ['Issues', plural(result.estimate.issues, 'issue')],
      ['Requests left', requests && `${formatCount(requests.remaining)} of ${formatCount(requests.limit)} this hour`],
    ]);
  });
}

async function testStored(api: Api, id: string): Promise<TestSuccess> {
  const result = await api.post<TestResult>(`/api/v1/connections/${encodeURIComponent(id)}/test`);
  if (result.ok) return result;
  const { code, message, hint } = result.error;
  throw new CliError(plain(message), { exit: exitOf(code), code, hint });
}

function lastRun({ lastRun: run }: Connection, { io }: Context): string {
  if (run === null) return 'never';
  const at = run.finishedAt ?? run.startedAt ?? run.createdAt;
  return `${run.status} ${formatInstant(at, io.now())}`;
}

function nextRun({ schedule }: Connection, { io }: Context): string {
  if (schedule.nextRunAt !== null) return formatInstant(schedule.nextRunAt, io.now());
  return schedule.enabled ? '' : 'by hand';
}
