import fc from 'fast-check';

/** What two people do with their time. The numbers choose among what is there at that time. */
const stepKinds = [
  'addSpan',
  'addSpan',
  'addDuration',
  'describe',
  'setDuration',
  'setEnd',
  'setStart',
  'setDay',
  'makeDuration',
  'split',
  'duplicate',
  'delete',
  'delete',
  'restore',
  'restore',
  'restore',
  'start',
  'start',
  'stop',
  'discard',
] as const;

export interface EntryStep {
  kind: (typeof stepKinds)[number];
  person: 0 | 1;
  a: number;
  b: number;
  /** How long after the one before. */
  pauseSeconds: number;
}

export interface EntryProgram {
  overlaps: 'allow' | 'refuse';
  steps: EntryStep[];
}

const step: fc.Arbitrary<EntryStep> = fc.record({
  kind: fc.constantFrom(...stepKinds),
  person: fc.constantFrom(0, 1),
  a: fc.oneof(fc.nat(400), fc.nat(3_000)),
  b: fc.oneof(fc.nat(120), fc.integer({ min: 900, max: 9_000 }), fc.nat(90_000)),
  // No timer may run into its limit or midnight: those are told of elsewhere.
  pauseSeconds: fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 900 })),
});

export const entryProgram: fc.Arbitrary<EntryProgram> = fc.record({
  overlaps: fc.constantFrom('allow', 'refuse'),
  steps: fc.array(step, { minLength: 4, maxLength: 18 }),
});
