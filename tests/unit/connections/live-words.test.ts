import { expect, it } from 'vitest';
import { formatDelay, tellDelivery } from '@/app/(signed-in)/connections/[id]/live/live-words';

it('names deliveries in words, those of types to come too', () => {
  expect(tellDelivery({ type: 'Issue', action: 'update' })).toBe('Issue updated');
  expect(tellDelivery({ type: 'IssueLabel', action: 'remove' })).toBe('Issue label removed');
  expect(tellDelivery({ type: 'IssueSLA', action: 'highRisk' })).toBe('Issue sla highRisk');
});

it.each([
  [0, '0.0 s'],
  [640, '0.6 s'],
  [9_949, '9.9 s'],
  [9_950, '10 s'],
  [59_400, '59 s'],
  [99_500, '2 min'],
  [3_600_000, '60 min'],
])('shows a delay of %i ms as %s', (milliseconds, words) => {
  expect(formatDelay(milliseconds)).toBe(words);
});
