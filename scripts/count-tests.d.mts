export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

export function inWords(counts: Counts): string;
export function countVitest(report: object | null, exitCode: number): Counts;
export function countPlaywright(report: object | null, exitCode: number): Counts;
