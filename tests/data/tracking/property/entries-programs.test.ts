import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { updateInstallation } from '@/lib/db/installation';
import { listTimeEntries, type TimeEntryRow } from '@/lib/db/time-entry';
import { listTimeEntryEvents } from '@/lib/db/time-entry-event';
import { AppError } from '@/lib/errors/app-error';
import { entryFacts } from '@/lib/tracking/entry-history';
import { readSnapshot } from '@/lib/tracking/entry-snapshot';
import { makeProject, makeTask } from '@/tests/data/tracking/make-task';
import { EntryModel, type ModelEntry } from '@/tests/support/entry-model';
import { type EntryProgram, entryProgram } from '@/tests/support/entry-program';
import { type EntryWorld, planStep } from '@/tests/support/entry-steps';
import { makeMember, type TestPerson } from '@/tests/support/people';
import { startTestDatabase, type TestDatabase } from '@/tests/support/test-database';

const numRuns = Number(process.env['PROPERTY_RUNS'] ?? 40);

let database: TestDatabase;
let people: [TestPerson, TestPerson];
let taskIds: string[];

beforeAll(async () => {
  database = await startTestDatabase();
  people = [await makeMember(), await makeMember()];
  const projectId = await makeProject();
  taskIds = [await makeTask({ projectId }), await makeTask({ projectId })];
});
afterAll(() => database.stop());

/** The day after the clocks changed in Berlin, and three weeks after they did in New York. */
const noon = Date.parse('2026-03-30T12:00:00.400Z');
const zones = ['Europe/Berlin', 'America/New_York'] as const;

type Facts = Record<string, string | null>;

async function startWorld(overlaps: 'allow' | 'refuse'): Promise<EntryWorld> {
  await db().timeEntry.deleteMany();
  await db().timeEntryEvent.deleteMany();
  await updateInstallation({ overlaps }, new Date(noon));
  for (const [at, { id }] of people.entries())
    await db().user.update({ where: { id }, data: { timeZone: zones[at] ?? 'UTC' } });
  const [first, second] = people;
  return {
    model: new EntryModel(),
    actors: [
      { ...first.actor, timeZone: zones[0] },
      { ...second.actor, timeZone: zones[1] },
    ],
    taskIds,
    overlaps,
  };
}

async function listRows(): Promise<TimeEntryRow[]> {
  const ids = await db().timeEntry.findMany({ select: { id: true } });
  return listTimeEntries(ids.map(({ id }) => id));
}

/** Every state of every entry, as it was seen; null while it is deleted. */
class Seen {
  readonly states = new Map<string, (Facts | null)[]>();

  note(rows: readonly TimeEntryRow[]): void {
    const present = new Map(rows.map((row) => [row.id, entryFacts(row)]));
    for (const id of new Set([...present.keys(), ...this.states.keys()])) {
      const states = this.states.get(id) ?? [];
      const state = present.get(id) ?? null;
      if (states.length === 0 || JSON.stringify(states.at(-1)) !== JSON.stringify(state)) states.push(state);
      this.states.set(id, states);
    }
  }
}

function inModel(row: TimeEntryRow): ModelEntry {
  const person = row.userId === people[0].id ? 0 : 1;
  const { startedAt, endedAt, durationSeconds: seconds, on } = row;
  return { person, startMs: startedAt?.getTime() ?? null, endMs: endedAt?.getTime() ?? null, seconds, on };
}

function expectNoOverlap({ live }: EntryModel): void {
  for (const person of [0, 1]) {
    const spans = [...live.values()].filter((entry) => entry.person === person && entry.endMs !== null);
    const sorted = spans.toSorted((a, b) => (a.startMs ?? 0) - (b.startMs ?? 0));
    for (const [at, { endMs }] of sorted.entries())
      expect(endMs).toBeLessThanOrEqual(sorted[at + 1]?.startMs ?? Number.POSITIVE_INFINITY);
  }
}

function undo(facts: Facts, changes: string): Facts {
  const before = { ...facts };
  for (const { field, from, to } of JSON.parse(changes)) {
    expect(before[field]).toEqual(to);
    before[field] = from;
  }
  return before;
}

/** Goes back from what is there, change by change, and meets every state that was seen. */
async function expectRebuilt(id: string, states: readonly (Facts | null)[]): Promise<void> {
  const events = await listTimeEntryEvents(id, null, 200);
  const snapshots = await db().timeEntryEvent.findMany({
    where: { entryId: id },
    select: { id: true, snapshot: true },
  });
  const snapshotOf = new Map(snapshots.map((event) => [event.id, event.snapshot]));
  let facts: Facts | null = states.at(-1) ?? null;
  let restored: Facts | null = null;
  const met: (Facts | null)[] = [facts];
  for (const { id: eventId, kind, changes } of events) {
    if (kind === 'created') break;
    if (kind === 'deleted') {
      expect(facts).toBeNull();
      facts = entryFacts(readSnapshot(snapshotOf.get(eventId) ?? ''));
      // What a restored entry was before its own changes is what was deleted.
      if (restored !== null) expect(restored).toEqual(facts);
    } else {
      const before = undo(facts ?? {}, changes);
      restored = kind === 'restored' ? before : null;
      facts = kind === 'restored' ? null : before;
    }
    met.push(facts);
  }
  expect(met.toReversed()).toEqual(states);
}

async function runProgram({ overlaps, steps }: EntryProgram): Promise<void> {
  const world = await startWorld(overlaps);
  const { model } = world;
  const seen = new Seen();
  let nowMs = noon;
  for (const step of steps) {
    nowMs += step.pauseSeconds * 1000;
    const planned = planStep(world, step, new Date(nowMs));
    if (planned === null) continue;
    let refusal: unknown = null;
    try {
      planned.apply(await planned.call());
    } catch (error) {
      refusal = error;
    }
    if (refusal !== null) expect(refusal).toBeInstanceOf(AppError);
    if (planned.expected !== 'either')
      expect(refusal === null ? 'taken' : 'refused', `${step.kind}: ${refusal}`).toBe(planned.expected);
    const rows = await listRows();
    expect(new Map(rows.map((row) => [row.id, inModel(row)]))).toEqual(model.live);
    if (overlaps === 'refuse') expectNoOverlap(model);
    seen.note(rows);
  }
  for (const [id, states] of seen.states) await expectRebuilt(id, states);
}

it(`keeps sums, one timer a person and a history that tells all, in ${numRuns} random programs`, async () => {
  await fc.assert(fc.asyncProperty(entryProgram, runProgram), {
    numRuns,
    endOnFailure: process.env['PROPERTY_SHRINK'] !== 'yes',
  });
}, 3_600_000);
