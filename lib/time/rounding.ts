export interface RoundingRule {
  mode: 'none' | 'nearest' | 'up' | 'down';
  minutes: number;
}

/** Whole seconds, rounded to whole `minutes`; half of them go up. Shown in reports, never stored. */
export function roundSeconds(seconds: number, { mode, minutes }: RoundingRule): number {
  if (mode === 'none') return seconds;
  const step = minutes * 60;
  if (mode === 'up') return Math.ceil(seconds / step) * step;
  if (mode === 'down') return Math.floor(seconds / step) * step;
  return Math.floor((seconds + step / 2) / step) * step;
}

/** Minor units for a duration at a rate of minor units an hour; half a unit goes up. */
export function amountOf(seconds: number, rate: number): number {
  return Math.floor((seconds * rate + 1800) / 3600);
}
