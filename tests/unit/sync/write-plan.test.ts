import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IssueChange, IssueFields } from '@/lib/contracts/linear-write';
import { findConflicts, planUpdate } from '@/lib/sync/write/write-plan';

const uuid = fc.constantFrom('a', 'b', 'c').map((letter) => `00000000-0000-4000-8000-00000000000${letter}`);
const fields: fc.Arbitrary<IssueFields> = fc.record({
  title: fc.constantFrom('One', 'Two'),
  description: fc.constantFrom(null, '', 'Text', 'Text\r\nmore', 'Text\nmore '),
  stateId: uuid,
  assigneeId: fc.option(uuid),
  priority: fc.integer({ min: 0, max: 4 }),
  estimate: fc.option(fc.integer({ min: 0, max: 3 })),
  dueDate: fc.constantFrom(null, '2026-12-24'),
  cycleId: fc.option(uuid),
  labelIds: fc.uniqueArray(uuid),
});
const some = fields.chain((all) =>
  fc
    .subarray(Object.keys(all) as (keyof IssueFields)[])
    .map((keys) => Object.fromEntries(keys.map((key) => [key, all[key]])) as Partial<IssueFields>),
);
const change: fc.Arbitrary<IssueChange> = fc.record({
  set: some,
  base: some,
  addLabelIds: fc.uniqueArray(uuid),
  removeLabelIds: fc.uniqueArray(uuid),
});

/** What Linear makes of an update. */
function applied(now: IssueFields, update: ReturnType<typeof planUpdate>): IssueFields {
  const { addedLabelIds = [], removedLabelIds = [], labelIds: _, ...plain } = update;
  const labelIds = [...now.labelIds, ...addedLabelIds].filter((id) => !removedLabelIds.includes(id));
  return { ...now, ...plain, labelIds };
}

const text = (value: string | null) => (value ?? '').replaceAll('\r\n', '\n').trim();

describe('planUpdate', () => {
  it('leads to what was wanted, and leaves alone what was not touched', () => {
    fc.assert(
      fc.property(fields, change, (now, wanted) => {
        const after = applied(now, planUpdate(wanted, now));
        const set = { ...now, ...wanted.set } as IssueFields;
        expect({ ...after, description: text(after.description), labelIds: [] }).toEqual({
          ...set,
          description: text(set.description),
          labelIds: [],
        });
        const labels = new Set([...set.labelIds, ...(wanted.addLabelIds ?? [])]);
        for (const id of wanted.removeLabelIds ?? []) labels.delete(id);
        expect([...after.labelIds].sort()).toEqual([...labels].sort());
      }),
    );
  });

  it('sends nothing a second time', () => {
    fc.assert(
      fc.property(fields, change, (now, wanted) => {
        const after = applied(now, planUpdate(wanted, now));
        expect(planUpdate(wanted, after)).toEqual({});
      }),
    );
  });

  it('never replaces the whole set of labels', () => {
    fc.assert(fc.property(fields, change, (now, wanted) => !('labelIds' in planUpdate(wanted, now))));
  });
});

describe('findConflicts', () => {
  it('finds none where Linear still has what was seen', () => {
    fc.assert(
      fc.property(fields, some, (now, set) => {
        expect(findConflicts({ set, base: now }, now)).toEqual([]);
      }),
    );
  });

  it('finds each changed field that is to be set to something else again, with all three values', () => {
    const [was, now] = [field({ priority: 1, title: 'One' }), field({ priority: 2, title: 'Two' })];
    expect(findConflicts({ set: { priority: 3, title: 'Two' }, base: was }, now)).toEqual([
      { field: 'priority', shown: 1, theirs: 2, yours: 3 },
    ]);
  });

  it('knows labels as a set, and texts whatever their line ends', () => {
    const [a, b] = ['a', 'b'];
    const now = field({ labelIds: [a, b], description: 'One\ntwo\n' });
    const base = { labelIds: [b, a], description: 'One\r\ntwo' };
    expect(findConflicts({ set: { labelIds: [], description: 'Three' }, base }, now)).toEqual([]);
  });

  it('asks nothing of who did not say what was seen', () => {
    expect(findConflicts({ set: { priority: 3 } }, field({ priority: 2 }))).toEqual([]);
  });
});

function field(given: Partial<IssueFields>): IssueFields {
  const none = { assigneeId: null, estimate: null, dueDate: null, cycleId: null, description: null };
  return { title: 'One', stateId: 'a', priority: 0, labelIds: [], ...none, ...given };
}
