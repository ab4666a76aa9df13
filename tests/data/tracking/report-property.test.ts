import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Rounding } from '@/lib/contracts/installation';
import type { ReportGroup, ReportQuery, ReportSummary } from '@/lib/contracts/report';
import { reportGroups, taskStatuses } from '@/lib/contracts/values';
import { db } from '@/lib/db/client';
import { addDays } from '@/lib/time/local-day';
import { listReportEntries } from '@/lib/tracking/reports/report-entries';
import { readerOf } from '@/lib/tracking/reports/report-reader';
import { summarizeReport } from '@/lib/tracking/reports/report-summary';
import { makeAdmin, makeMember, type TestAdmin } from '@/tests/support/people';
import { type ModelEntry, type ModelSums, type ModelTask, modelReport } from '@/tests/support/report-model';
import { startTestDatabase, type TestDatabase } from '@/tests/support/test-database';
import { makeReportProject, makeReportTask, setRounding, writeEntries } from './report-rig';

const numRuns = Number(process.env['PROPERTY_RUNS'] ?? 60);
const now = new Date('2026-11-21T12:00:00Z');

let database: TestDatabase;
let admin: TestAdmin;
let personIds: string[];
let projectIds: string[];
let tasks: ModelTask[];
const teamOfProject = new Map<string, string>();

beforeAll(async () => {
  database = await startTestDatabase();
  admin = await makeAdmin();
  personIds = [admin.id, (await makeMember()).id, (await makeMember()).id];
  projectIds = [await makeReportProject('Alpha', 'team-a'), await makeReportProject('Beta', 'team-b')];
  projectIds.push(await makeReportProject('By hand'));
  projectIds.slice(0, 2).forEach((id, at) => {
    teamOfProject.set(id, at === 0 ? 'team-a' : 'team-b');
  });
  tasks = await makeTasks();
});
afterAll(() => database.stop());

async function makeTasks(): Promise<ModelTask[]> {
  const [alpha = '', beta = '', byHand = ''] = projectIds;
  return [
    await makeReportTask({ projectId: alpha, teamId: 'team-a', labels: ['bug', 'ui'], cycleId: 'c1', status: 'done' }),
    // The same labels the other way round are the same.
    await makeReportTask({
      projectId: alpha,
      teamId: 'team-a',
      labels: ['ui', 'bug'],
      cycleId: 'c2',
      assignee: 'ada@x.example',
    }),
    await makeReportTask({ projectId: beta, teamId: 'team-b', labels: ['bug'], linearProjectId: 'i1' }),
    await makeReportTask({
      projectId: beta,
      teamId: 'team-b',
      cycleId: 'c1',
      linearProjectId: 'i2',
      status: 'canceled',
    }),
    await makeReportTask({ projectId: byHand, labels: ['b_g', 'a%'], assignee: 'bo@x.example' }),
  ];
}

const firstDay = '2026-01-01';
const dayArbitrary = (span: number) => fc.nat(span).map((offset) => addDays(firstDay, offset));

function entryArbitrary(): fc.Arbitrary<ModelEntry> {
  const subject = fc.oneof(
    fc.constantFrom(...tasks).map((task) => ({ task, projectId: task.projectId })),
    fc.constantFrom(...projectIds).map((projectId) => ({ task: null, projectId })),
  );
  const details = fc.record({
    personId: fc.constantFrom(...personIds),
    madeInProjectId: fc.constantFrom(...projectIds),
    // Few days and rates, so that units of a day have more than one entry.
    on: fc.oneof({ weight: 3, arbitrary: dayArbitrary(3) }, dayArbitrary(500)),
    // Also just where rounding turns.
    seconds: fc.oneof(
      fc.integer({ min: 1, max: 86_400 }),
      fc.tuple(fc.integer({ min: 1, max: 90 }), fc.constantFrom(-1, 0, 1)).map(([steps, off]) => steps * 150 + off),
    ),
    billable: fc.boolean(),
    rate: fc.oneof(fc.constantFrom(null, 0, 9_000), fc.nat(30_000)),
    tags: fc.subarray(['call', 'review']),
    isRunning: fc.constant(false),
  });
  return fc.tuple(subject, details).map(([one, rest]) => ({ ...one, ...rest }));
}

function queryArbitrary(): fc.Arbitrary<ReportQuery & { from: string; to: string; groupBy: ReportGroup[] }> {
  // Mostly not asked: ten filters at once leave nothing.
  const seldom = <T>(arbitrary: fc.Arbitrary<T>) =>
    fc.oneof({ weight: 9, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });
  const some = <T>(values: readonly T[]) => seldom(fc.subarray([...values], { minLength: 1 }));
  const days = fc
    .tuple(fc.oneof(dayArbitrary(3), dayArbitrary(500)), fc.constantFrom(0, 2, 40, 62, 200, 380, 600))
    .map(([from, length]) => ({ from, to: addDays(from, length) }));
  const filters = fc.record({
    userId: some(personIds),
    projectId: some(projectIds),
    taskId: some(tasks.map(({ id }) => id)),
    team: some(['team-a', 'team-b', 'team-x']),
    linearProject: some(['i1', 'i2']),
    cycle: some(['c1', 'c2']),
    label: some(['bug', 'ui', 'b_g']),
    assignee: some(['ada@x.example', 'none']),
    status: some(taskStatuses),
    tag: some(['call', 'review']),
    billable: seldom(fc.constantFrom('true' as const, 'false' as const)),
  });
  const groupBy = fc.uniqueArray(fc.constantFrom(...reportGroups), { minLength: 1, maxLength: 2 });
  return fc.tuple(days, filters, groupBy).map(([span, rest, groups]) => ({ ...span, ...rest, groupBy: groups }));
}

const roundingArbitrary: fc.Arbitrary<Rounding> = fc.record({
  mode: fc.constantFrom('none', 'nearest', 'up', 'down'),
  minutes: fc.constantFrom(1, 5, 6, 7, 15, 60, 240),
  per: fc.constantFrom('entry', 'day'),
});

const plain = ({ seconds, exactSeconds, billableSeconds, amount, entries }: ReportSummary['total']): ModelSums => ({
  seconds,
  exactSeconds,
  billableSeconds,
  amount: amount ?? Number.NaN,
  entries,
});

function rowsOf({ rows }: ReportSummary): Map<string, ModelSums> {
  return new Map(
    rows.flatMap((row) => [
      [JSON.stringify([row.key]), plain(row)] as const,
      ...(row.groups ?? []).map((sub) => [JSON.stringify([row.key, sub.key]), plain(sub)] as const),
    ]),
  );
}

const byKey = (rows: Map<string, ModelSums>) => [...rows].sort(([a], [b]) => (a < b ? -1 : 1));
const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);

test('says what adding up by hand says, however it is filtered, grouped and rounded', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(entryArbitrary(), { maxLength: 40 }),
      queryArbitrary(),
      roundingArbitrary,
      fc.constantFrom(0, 1, 6),
      async (entries, query, rounding, weekStart) => {
        await db().timeEntry.deleteMany();
        await writeEntries(entries);
        await setRounding(rounding);
        const reader = { ...(await readerOf(admin.actor)), weekStart };
        const report = await summarizeReport(reader, query, now);
        const expected = modelReport(entries, query, { groupBy: query.groupBy, rounding, weekStart, teamOfProject });
        expect(plain(report.total)).toEqual(expected.total);
        expect(byKey(rowsOf(report))).toEqual(byKey(expected.rows));
        expect(sum(report.rows.map(({ seconds }) => seconds))).toBe(report.total.seconds);
        expect(sum(report.bars.items.map(({ seconds }) => seconds))).toBe(report.total.seconds);
        await expectEntriesBehind(report, query);
      },
    ),
    { numRuns, ...(process.env['PROPERTY_SHRINK'] === 'yes' ? {} : { endOnFailure: true }) },
  );
}, 600_000);

/** Of the largest row and its largest part: the entries listed are those that were counted. */
async function expectEntriesBehind({ rows: [row] }: ReportSummary, query: ReportQuery): Promise<void> {
  if (row === undefined) return;
  const [sub] = row.groups ?? [];
  const page = { ...query, limit: 200, groupKey: row.key, ...(sub && { subKey: sub.key }) };
  const { items } = await listReportEntries(admin.actor, page, now);
  expect(items).toHaveLength((sub ?? row).entries);
  expect(sum(items.map(({ durationSeconds }) => durationSeconds))).toBe((sub ?? row).exactSeconds);
}
