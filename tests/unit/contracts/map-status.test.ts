import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mapStatus } from '@/lib/contracts/map-status';

const plain = { preset: 'todo_done', states: {} } as const;
const detailed = { preset: 'detailed', states: {} } as const;

function state(name: string, type: string) {
  return { id: 'state-1', name, type };
}

describe('mapStatus', () => {
  it.each([
    ['Backlog', 'backlog', 'todo', 'todo'],
    ['Triage', 'triage', 'todo', 'todo'],
    ['Todo', 'unstarted', 'todo', 'todo'],
    ['In Progress', 'started', 'todo', 'in_progress'],
    ['Shipped', 'completed', 'done', 'done'],
    ['Dropped', 'canceled', 'done', 'canceled'],
    ['Duplicate', 'duplicate', 'done', 'canceled'],
    ['DONE', 'unstarted', 'done', 'done'],
    [' Completed ', 'unstarted', 'done', 'done'],
    ['Canceled', 'backlog', 'done', 'done'],
    ['cancelled', 'backlog', 'done', 'done'],
    ['Almost done', 'unstarted', 'todo', 'todo'],
    ['Anything', 'of tomorrow', 'todo', 'todo'],
  ])('maps "%s" of type %s to %s, and in detail to %s', (name, type, simple, full) => {
    expect(mapStatus(state(name, type), plain)).toBe(simple);
    expect(mapStatus(state(name, type), detailed)).toBe(full);
  });

  it('lets a hand-made mapping win over everything', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.string(),
        fc.constantFrom('todo', 'in_progress', 'done', 'canceled'),
        fc.constantFrom('todo_done', 'detailed'),
        (name, type, status, preset) => {
          expect(mapStatus(state(name, type), { preset, states: { 'state-1': status } })).toBe(status);
        },
      ),
    );
  });
});
