import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type OrderBy, SortedIndex } from '@/tests/fakes/linear/collection';
import type { Issue } from '@/tests/fakes/linear/model';
import { type Connection, collectionSource, Paginator } from '@/tests/fakes/linear/pagination';
import { startPerson } from '@/tests/fakes/linear/person';
import { Workspace } from '@/tests/fakes/linear/workspace';

const behaviours = ['anchor', 'lost-anchor', 'restart', 'offset', 'snapshot'] as const;
const orders = ['createdAt', 'updatedAt'] as const;

/** A workspace after some work, with stamps close enough together that many are equal. */
function busyWorkspace(seed: number, deeds: number): Workspace {
  let now = Date.parse('2026-03-01T00:00:00.000Z');
  const workspace = new Workspace({ seed, clock: () => new Date(now) });
  workspace.makeUser({ name: 'Ada Whitfield' });
  workspace.createTeam({ key: 'ENG', name: 'Engineering' });
  workspace.createTeam({ key: 'MOB', name: 'Mobile' });
  const person = startPerson(workspace, { seed, everyMs: 60_000 });
  for (let deed = 0; deed < deeds; deed += 1) {
    now += workspace.random.below(2);
    person.act();
    if (workspace.random.chance(0.05))
      workspace.deletePermanently(workspace.random.pick([...workspace.issues.values()]));
  }
  person.stop();
  return workspace;
}

function sorted(workspace: Workspace, orderBy: OrderBy): Issue[] {
  const key = (issue: Issue) => `${issue[orderBy]} ${issue.id}`;
  return [...workspace.issues.values()].sort((left, right) => (key(left) < key(right) ? 1 : -1));
}

describe('a walk over issues', () => {
  test('meets every issue once and in order, whatever a cursor is, when nothing changes', () => {
    const world = fc.record({
      seed: fc.nat(10_000),
      deeds: fc.integer({ min: 1, max: 120 }),
      behaviour: fc.constantFrom(...behaviours),
      orderBy: fc.constantFrom(...orders),
      first: fc.integer({ min: 1, max: 9 }),
    });
    fc.assert(
      fc.property(world, ({ seed, deeds, behaviour, orderBy, first }) => {
        const workspace = busyWorkspace(seed, deeds);
        const paginator = new Paginator(behaviour);
        const source = collectionSource('Issue', workspace.issues);
        const met: Issue[] = [];
        let after: string | null = null;
        do {
          const page: Connection<Issue> = paginator.page({
            source,
            args: { first, after, orderBy },
            bounds: {},
            matches: () => true,
          });
          met.push(...page.nodes);
          after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
        } while (after !== null);
        expect(met).toEqual(sorted(workspace, orderBy));
      }),
      { numRuns: 60 },
    );
  });
});

describe('the running totals', () => {
  test('agree with a count of the issues after any work', () => {
    fc.assert(
      fc.property(fc.nat(10_000), fc.integer({ min: 1, max: 150 }), (seed, deeds) => {
        const workspace = busyWorkspace(seed, deeds);
        for (const team of workspace.teams.values()) {
          const own = [...workspace.issues.values()].filter((issue) => issue.team === team);
          expect(workspace.issueCount(team, true)).toBe(own.length);
          expect(workspace.issueCount(team, false)).toBe(own.filter((issue) => issue.archivedAt === null).length);
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe('a sorted index', () => {
  test('refuses a row whose stamp was changed behind its back', () => {
    const workspace = busyWorkspace(1, 60);
    const index = new SortedIndex<Issue>('createdAt');
    const issues = [...workspace.issues.values()];
    for (const issue of issues) index.add(issue, false);
    const [issue] = issues;
    if (issue === undefined) throw new Error('The person made no issue.');
    issue.createdAt = '2030-01-01T00:00:00.000Z';
    expect(() => index.remove(issue)).toThrow('outside of change()');
  });
});
