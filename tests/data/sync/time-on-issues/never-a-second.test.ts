import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { must } from '@/lib/kit/must';
import { minutes, seconds } from '@/lib/kit/sleep';
import { keepTimeOnIssues } from '@/lib/sync/time-on-issues/time-on-issues';
import { changeEntry } from '@/lib/tracking/change-entry';
import { deleteEntry } from '@/lib/tracking/delete-entry';
import type { Fault } from '@/tests/fakes/linear/faults';
import type { Issue } from '@/tests/fakes/linear/model';
import { provideHarness } from '@/tests/support/sync-start';
import { firstAddress, TimeRig } from '@/tests/support/time-on-issues-rig';

const numRuns = Number(process.env['PROPERTY_RUNS'] ?? 12);
const start = provideHarness();

const issue = fc.nat({ max: 3 });
const fault = fc.constantFrom<Fault>(
  { kind: 'reset' },
  { kind: 'gateway-timeout' },
  { kind: 'truncated-json' },
  { kind: 'cut' },
  { kind: 'html-error' },
  { kind: 'internal-error' },
  { kind: 'rate-limited' },
  { kind: 'refused', message: 'Not now' },
);
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('track' as const), issue, seconds: fc.integer({ min: 60, max: 9_000 }) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('delete' as const), issue }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('move' as const), issue, to: issue }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('run' as const), minutes: fc.constantFrom(1, 3, 16) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('fault' as const),
      fault,
      of: fc.constantFrom('attachmentCreate', 'attachmentDelete', 'FindAttachments'),
    }),
  },
  // A process that is killed: it does nothing more from some moment on.
  { weight: 3, arbitrary: fc.record({ do: fc.constant('crash' as const), after: fc.integer({ min: 1, max: 9 }) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('race' as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('address' as const), host: fc.constantFrom('time', 'zeit') }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('switch' as const), on: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('remove' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('forget' as const), issue }) },
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

let rig: TimeRig | undefined;
afterAll(() => {
  rig = undefined;
});

/** One workspace for all programs: each begins with no time and nothing sent. */
async function fresh(): Promise<TimeRig> {
  rig ??= await TimeRig.start(start);
  rig.harness.linear.reset();
  await db().timeEntry.deleteMany();
  await db().timeEntryEvent.deleteMany();
  await db().timeAttachment.deleteMany();
  for (const one of rig.issues) for (const each of rig.on(one)) rig.harness.linear.workspace.deleteAttachment(each);
  rig.clock.advance(minutes(120));
  rig.move(firstAddress);
  await db().connection.updateMany({ data: { timeOnIssues: false, timeSweptAt: null, quota: null } });
  await rig.switch(true);
  return rig;
}

async function entryOn(one: TimeRig, at: Issue): Promise<string | null> {
  return (await db().timeEntry.findFirst({ where: { taskId: await one.taskOf(at) } }))?.id ?? null;
}

async function carryOut(one: TimeRig, what: Step): Promise<void> {
  const at = (place: number) => must(one.issues[place]);
  const now = one.clock.ours();
  switch (what.do) {
    case 'track':
      await one.track(at(what.issue), what.seconds);
      return;
    case 'delete': {
      const entryId = await entryOn(one, at(what.issue));
      if (entryId !== null) await deleteEntry(one.ada.actor, entryId, now);
      return;
    }
    case 'move': {
      const entryId = await entryOn(one, at(what.issue));
      if (entryId !== null) await changeEntry(one.ada.actor, entryId, { taskId: await one.taskOf(at(what.to)) }, now);
      return;
    }
    case 'run':
      return one.run(minutes(what.minutes), minutes(Math.max(1, what.minutes / 2)));
    case 'fault':
      return one.harness.linear.faults.add(what.fault, { next: 1, contains: what.of });
    case 'crash':
      one.clock.advance(seconds(30));
      return crash(one, what.after);
    case 'race':
      one.clock.advance(minutes(1));
      await Promise.all([one.keep(), one.keep(), one.keep()]);
      return;
    case 'address':
      return one.move(`https://${what.host}.example.com`);
    case 'switch':
      return one.switch(what.on);
    case 'remove':
      // Linear may be away at that moment: whoever asked is told, and asks again.
      await one.remove().catch(() => undefined);
      return;
    case 'forget':
      for (const each of one.on(at(what.issue))) one.harness.linear.workspace.deleteAttachment(each);
  }
}

async function crash(one: TimeRig, after: number): Promise<void> {
  let looks = 0;
  const now = () => {
    if (++looks > after) throw new Error('killed');
    return one.clock.ours();
  };
  await keepTimeOnIssues({ access: { ...one.harness.access, now }, baseUrl: one.baseUrl });
}

it('never puts a second attachment on an issue, whatever happens, and ends with the right one', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 16 }), async (steps) => {
      const one = await fresh();
      const twice = one.watch();
      for (const what of steps) await carryOut(one, what);
      expect(twice).toEqual(new Set());
      one.harness.linear.reset();
      const later = one.watch();
      await one.switch(true);
      // What a person deleted at Linear comes again with the next change, and what was given up too.
      for (const each of one.issues.slice(0, 3)) await one.track(each, 60);
      await one.settle();
      for (const each of one.issues.slice(0, 3)) {
        const taskId = await one.taskOf(each);
        const { _sum } = await db().timeEntry.aggregate({ where: { taskId }, _sum: { durationSeconds: true } });
        expect(one.on(each)).toMatchObject([
          { url: `${one.baseUrl}/tasks/${taskId}`, metadata: { seconds: _sum.durationSeconds } },
        ]);
      }
      // And nothing is left of it once it is to go.
      await one.remove();
      await one.settle();
      expect(one.issues.flatMap((each) => one.on(each))).toEqual([]);
      expect((await one.view()).state).toBe('off');
      expect(later).toEqual(new Set());
    }),
    { numRuns, ...(process.env['PROPERTY_SHRINK'] === 'yes' ? {} : { endOnFailure: true }) },
  );
}, 600_000);
