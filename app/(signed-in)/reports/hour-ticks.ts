const hour = 3600;
/** What hours are counted by. */
const steps = [0.25, 0.5, 1, 2, 4, 8, 10, 20, 40, 50, 100, 200, 400, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000];
const mostSteps = 5;

/** The seconds at which the scale of hours has its lines: round ones, the last at or above the largest bar. */
export function hourTicks(largest: number): number[] {
  const step = (steps.find((hours) => largest <= hours * hour * mostSteps) ?? largest / hour / mostSteps) * hour;
  const count = Math.max(1, Math.ceil(largest / step));
  return Array.from({ length: count + 1 }, (_, index) => index * step);
}
