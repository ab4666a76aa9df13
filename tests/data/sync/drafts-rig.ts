import { changeProfile } from '@/lib/auth/profile';
import type { Drafts } from '@/lib/contracts/draft';
import { db } from '@/lib/db/client';
import { listDrafts } from '@/lib/sync/drafts/drafts';
import { localDay, localTime } from '@/lib/time/local-day';
import type { Issue } from '@/tests/fakes/linear/model';
import type { Workspace } from '@/tests/fakes/linear/workspace';
import type { TestPerson } from '@/tests/support/people';
import { SyncClock } from '@/tests/support/sync-clock';
import { type Harness, startHarness } from '@/tests/support/sync-harness';
import type { TestDatabase } from '@/tests/support/test-database';

const zone = 'Europe/Berlin';
/** Bruno, at Linear and here. */
export const bruno = { name: 'Bruno Castellan', email: 'bruno.castellan@northwind.example' };

export interface DraftRig {
  harness: Harness;
  workspace: Workspace;
  person: TestPerson;
  /** Sets the clock: "17 10:05" is that wall time in November 2026, in Berlin. */
  goTo(when: string): void;
  /** An issue of Bruno's, made now. */
  makeIssue(title: string, changes?: Partial<Parameters<Workspace['createIssue']>[0]>): Issue;
  drafts(query?: { from: string; to: string }): Promise<Drafts>;
  /** "17 10:05-12:40 ENG-1" */
  written(query?: { from: string; to: string }): Promise<string[]>;
  taskOf(issue: { id: string }): Promise<string>;
}

export const instantOf = (when: string) => new Date(`2026-11-${when.replace(' ', 'T')}:00+01:00`);

/** A workspace without issues, of which Bruno makes some in the week of Monday the 16th. The database and he are used again. */
export async function startDraftRig(database: TestDatabase, person: TestPerson): Promise<DraftRig> {
  const clock = new SyncClock(instantOf('16 07:00').toISOString());
  const harness = await startHarness({ issues: 0, clock, database });
  const { workspace } = harness.linear;
  await db().installation.deleteMany();
  const profile = { timeZone: zone, workStartMinutes: 9 * 60, workEndMinutes: 17 * 60, workDays: [1, 2, 3, 4, 5] };
  const { timeZone } = await changeProfile(person.actor, profile);
  const actor = { ...person.actor, timeZone };
  const signal = new AbortController().signal;
  const drafts: DraftRig['drafts'] = (query = { from: '2026-11-16', to: '2026-11-22' }) =>
    listDrafts(actor, query, { access: harness.access, signal });
  return {
    harness,
    workspace,
    person: { ...person, actor },
    goTo: (when) => clock.advance(instantOf(when).getTime() - clock.ours().getTime()),
    makeIssue: (title, changes = {}) =>
      workspace.createIssue({ team: 'ENG', title, state: 'unstarted', assignee: bruno.name, ...changes }),
    drafts,
    written: async (query) => (await drafts(query)).items.map(write),
    taskOf: async ({ id }) => (await db().task.findFirstOrThrow({ where: { externalId: id } })).id,
  };
}

function write({ task, startedAt, endedAt, on }: Drafts['items'][number]): string {
  const [start, end] = [new Date(startedAt), new Date(endedAt)];
  if (localDay(start, zone) !== on) throw new Error(`${on} is not the day of ${startedAt}`);
  return `${on.slice(8)} ${localTime(start, zone)}-${localTime(end, zone)} ${task.name.split(': ')[1]}`;
}
