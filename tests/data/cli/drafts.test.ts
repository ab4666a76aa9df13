import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createToken } from '@/lib/auth/tokens';
import type { Drafts } from '@/lib/contracts/draft';
import type { TimeEntry } from '@/lib/contracts/time-entry';
import { db } from '@/lib/db/client';
import { newId } from '@/lib/kit/new-id';
import { addDays, type Day, localDay, startOfWeek } from '@/lib/time/local-day';
import type { CliResult } from '@/tests/support/cli';
import { IssuesRig } from './issues-rig';

const monday = addDays(startOfWeek(localDay(new Date(), 'UTC'), 1), -7);
const [tuesday, wednesday] = [addDays(monday, 1), addDays(monday, 2)];
const week = ['--from', monday, '--to', addDays(monday, 6)];

let rig: IssuesRig;
let fence: string;
let otter: string;
let yard: string;

beforeAll(async () => {
  rig = await IssuesRig.start();
  const { member } = rig.rig;
  const { token } = await createToken(member.actor, { name: 'cli', scope: 'write' }, new Date());
  rig.cli.env = { TRACKLINE_URL: rig.server.url, TRACKLINE_TOKEN: token };
  rig.rig.workspace.makeUser({ name: 'Mia', email: member.email });
  fence = work('Mend the fence', tuesday, '10:05', '12:40');
  otter = work('Feed the otter', tuesday, '13:30', '15:00');
  yard = work('Sweep the yard', wednesday, '09:00', '11:00');
  await rig.rig.syncToEnd(rig.connectionId);
});
afterAll(() => rig.stop());
beforeEach(async () => {
  rig.clear();
  await db().timeEntry.deleteMany();
});

/** In progress from one time to the other, in Linear's history. */
function work(title: string, on: Day, from: string, to: string): string {
  const createdAt = `${addDays(monday, -7)}T07:00:00.000Z`;
  const updatedAt = new Date().toISOString();
  const { member, workspace } = rig.rig;
  const issue = workspace.createIssue({ team: rig.team, title, assignee: member.email, createdAt, updatedAt });
  workspace.setStateHistory(issue, [
    { state: 'unstarted', at: createdAt },
    { state: 'started', at: `${on}T${from}:00.000Z` },
    { state: 'completed', at: `${on}T${to}:00.000Z` },
  ]);
  return issue.identifier;
}
const drafts = (...args: string[]): Promise<CliResult> => rig.cli.run(['drafts', ...args]);
const entries = () => db().timeEntry.findMany({ orderBy: { startedAt: 'asc' } });

it('lists drafts of days, each with its reason, and saves nothing', async () => {
  const { exit, stdout } = await drafts('list', ...week);
  expect(exit).toBe(0);
  const lines = stdout.split('\n').map((line) => line.replace(/^\d+ \w+ \d+ +/, ''));
  expect(lines.slice(0, 5)).toEqual([
    expect.stringMatching(/^Day +From +To +Time +Issue$/),
    `10:05  12:40  2:35  ${fence}: Mend the fence`,
    expect.stringMatching(/^ +In progress Tue 10:05 to 12:40, nothing logged$/),
    `13:30  15:00  1:30  ${otter}: Feed the otter`,
    expect.stringMatching(/^ +In progress Tue 13:30 to 15:00, nothing logged$/),
  ]);
  const one = (await drafts('list', '--on', wednesday, '--json')).json<Drafts>();
  expect(one.items.map(({ task }) => task.identifier)).toEqual([yard]);
  expect(await entries()).toEqual([]);
});

it('accepts those of an issue, then all that are left', async () => {
  const first = await drafts('accept', otter.toLowerCase(), ...week, '-m', 'By the river');
  expect([first.exit, first.stdout]).toEqual([
    0,
    expect.stringMatching(/^Logged 1:30 on [A-Z]+-\d+: Feed the otter, \d+ \w+ \d+\.\n$/),
  ]);
  expect(await entries()).toMatchObject([{ durationSeconds: 5_400, description: 'By the river' }]);
  const rest = (await drafts('accept', '--all', ...week, '--json')).json<{ items: TimeEntry[] }>();
  expect(rest.items.map(({ task }) => task?.identifier)).toEqual([fence, yard]);
  expect((await drafts('accept', '--all', ...week)).stdout).toBe('No drafts.\n');
  expect(await entries()).toHaveLength(3);
});

it.each([['list'], ['accept', '--all']])('says of which workspace something may be missing: %s', async (...args) => {
  const connection = await db().connection.findFirstOrThrow();
  const other = { id: newId(), name: 'Otherwhere', workspaceId: 'other', keySealed: 'v1.x.y.z' };
  await db().connection.create({ data: { ...connection, ...other } });
  const { exit, stderr } = await drafts(...args, ...week);
  await db().connection.delete({ where: { id: other.id } });
  expect([exit, stderr]).toEqual([0, expect.stringContaining('Otherwhere: The stored API key cannot be opened')]);
});

it('trims one, in the time zone of the person', async () => {
  const [draft] = (await drafts('list', '--on', tuesday, '--json')).json<Drafts>().items;
  expect((await drafts('accept', draft?.id ?? '', '--on', tuesday, '--start', '10:30', '--end', '12')).exit).toBe(0);
  expect(await entries()).toMatchObject([
    { startedAt: new Date(`${tuesday}T10:30:00Z`), endedAt: new Date(`${tuesday}T12:00:00Z`) },
  ]);
});

it.each([
  [[], 2, 'Name the drafts, or take --all.'],
  [['ENG-1', '--all'], 2, 'not both'],
  [['--all', '--start', '9:00'], 2, 'Trim one draft at a time: these are 3.'],
  [['FENCE', '--start', 'noon'], 2, '"noon" is no time of day.'],
  [['FENCE', '--on', 'today', '--from', 'today'], 2, 'not both'],
  [['FENCE', '--start', '12:00', '--end', '11:00'], 2, 'after the start'],
  [['ENG-9999'], 10, 'There is no draft of "ENG-9999" in these days.'],
])('saves nothing for %j', async (args, exit, said) => {
  const given = args.map((word) => (word === 'FENCE' ? fence : word));
  const days = args.includes('--on') ? [] : week;
  const result = await drafts('accept', ...given, ...days);
  expect([result.exit, result.stderr]).toEqual([exit, expect.stringContaining(said)]);
  expect(await entries()).toEqual([]);
});

it('says why there are none', async () => {
  rig.rig.linear.faults.add({ kind: 'revoked-key' }, {});
  // Another week: what was read of this one is kept.
  const days = ['--from', addDays(monday, -70), '--to', addDays(monday, -64)];
  const refused = await drafts('list', ...days, '--json');
  expect([refused.exit, refused.error().code]).toEqual([11, 'linear_auth_failed']);
  rig.clear();
  await db().user.update({ where: { id: rig.rig.member.actor.userId }, data: { email: 'nobody@example.com' } });
  expect((await drafts('list', ...week)).stdout).toBe('No drafts: nobody at Linear has your e-mail address.\n');
});
