import { describe, expect, test } from 'vitest';
import { countPlaywright, countVitest, inWords } from '@/scripts/count-tests.mjs';

describe('the plain line', () => {
  test('says what passed and failed', () => {
    expect(inWords({ passed: 12, failed: 1, skipped: 0 })).toBe('12 passed, 1 failed');
  });

  test('says what was skipped when something was', () => {
    expect(inWords({ passed: 12, failed: 0, skipped: 3 })).toBe('12 passed, 0 failed, 3 skipped');
  });
});

describe('counting', () => {
  test("adds up Vitest's report", () => {
    const report = { numPassedTests: 5, numFailedTests: 2, numPendingTests: 1, numTodoTests: 1 };
    expect(countVitest(report, 1)).toEqual({ passed: 5, failed: 2, skipped: 2 });
  });

  test("adds up Playwright's report", () => {
    const report = { stats: { expected: 5, flaky: 1, unexpected: 2, skipped: 1 } };
    expect(countPlaywright(report, 1)).toEqual({ passed: 6, failed: 2, skipped: 1 });
  });

  test('takes a runner that fails without a failed test for one failure', () => {
    expect(countVitest({ numPassedTests: 5 }, 1)).toEqual({ passed: 5, failed: 1, skipped: 0 });
    expect(countPlaywright({ stats: { expected: 5 } }, 1)).toEqual({ passed: 5, failed: 1, skipped: 0 });
  });

  test('takes a runner that left no report for one failure', () => {
    expect(countVitest(null, 1)).toEqual({ passed: 0, failed: 1, skipped: 0 });
    expect(countPlaywright(null, 1)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });
});
