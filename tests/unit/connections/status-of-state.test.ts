import fc from 'fast-check';
import { expect, test } from 'vitest';
import { presetStatus, setStatus } from '@/app/(signed-in)/connections/status-of-state';
import { mapStatus } from '@/lib/contracts/map-status';

const state = fc.record({
  id: fc.uuid(),
  name: fc.constantFrom('Done', 'completed', 'Canceled', 'CANCELLED', ' done ', 'In Review', 'Todo', ''),
  type: fc.constantFrom(
    'triage',
    'backlog',
    'unstarted',
    'started',
    'completed',
    'canceled',
    'duplicate',
    'something new',
  ),
});
const preset = fc.constantFrom('todo_done' as const, 'detailed' as const);
const status = fc.constantFrom('todo' as const, 'in_progress' as const, 'done' as const, 'canceled' as const);

test('a state that is set by hand is mapped so, and set back leaves no trace', () => {
  fc.assert(
    fc.property(state, preset, status, (each, chosen, byHand) => {
      const before = { preset: chosen, states: {} };
      const after = setStatus(before, each, byHand);
      expect(mapStatus(each, after)).toBe(byHand);
      expect(setStatus(after, each, presetStatus(each, chosen))).toEqual(before);
    }),
  );
});
