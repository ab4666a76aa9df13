import fc from 'fast-check';
import { type Program, program, type Step } from './sync-program';
import { type Fate, fate } from './sync-pushes';
import { type Write, write } from './write-program';

export type LiveStep = Step | { kind: 'write'; write: Write } | { kind: 'drain' };

/** A program in which Linear also pushes, in its way, and people here write. */
export interface LiveProgram extends Omit<Program, 'steps'> {
  /** Of one delivery after the other, again and again. Empty: there is no webhook. */
  fates: Fate[];
  /** Whether Linear moves the stamp for estimates too: nobody has measured it. */
  isStamped: boolean;
  steps: LiveStep[];
}

const liveStep = fc.oneof(
  fc.record({ kind: fc.constant('write' as const), write }),
  fc.constant({ kind: 'drain' as const }),
);

export const liveProgram: fc.Arbitrary<LiveProgram> = fc
  .tuple(
    program,
    fc.array(fate, { maxLength: 12 }),
    fc.boolean(),
    fc.array(fc.record({ at: fc.nat(22), step: liveStep }), { maxLength: 8 }),
  )
  .map(([base, fates, isStamped, more]) => {
    const steps: LiveStep[] = [...base.steps];
    for (const { at, step } of more) steps.splice(Math.min(at, steps.length), 0, step);
    return { ...base, fates, isStamped, steps };
  });
