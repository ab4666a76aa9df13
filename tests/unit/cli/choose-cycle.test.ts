import { describe, expect, it } from 'vitest';
import { chooseCycle } from '@/cli/issue/choose';
import type { TeamOptions } from '@/lib/contracts/linear-write';

const cycle = (number: number, name: string | null) => ({
  id: `cycle-${number}`,
  number,
  name,
  startsAt: `2026-11-0${number}T00:00:00.000Z`,
  endsAt: `2026-11-0${number + 1}T00:00:00.000Z`,
});
const options = { team: { key: 'ENG' }, cycles: [cycle(1, null), cycle(2, 'Focus')] } as unknown as TeamOptions;
const now = new Date('2026-11-01T12:00:00.000Z');

describe('a cycle of a team', () => {
  it.each([
    ['1', 'cycle-1'],
    ['Cycle 1', 'cycle-1'],
    ['cycle 2', 'cycle-2'],
    ['focus', 'cycle-2'],
    ['next', 'cycle-2'],
    ['CYCLE-2', 'cycle-2'],
  ])('is found as %s', (typed, id) => expect(chooseCycle(options, typed, now)).toBe(id));

  it('is suggested by the name that Linear shows', () => {
    expect(() => chooseCycle(options, 'Cycle 9', now)).toThrow(
      expect.objectContaining({ hint: expect.stringContaining('"Cycle 1"') }),
    );
  });
});
