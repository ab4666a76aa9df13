import type { Cycle } from './model';

export function isCycleActive(cycle: Cycle, now: Date): boolean {
  const at = now.toISOString();
  return cycle.startsAt <= at && at < cycle.endsAt;
}

/** Whether it stands so many places after its team's active cycle. */
export function isAfterActive(cycle: Cycle, step: number, cycles: Iterable<Cycle>, now: Date): boolean {
  for (const each of cycles) {
    if (each.team === cycle.team && isCycleActive(each, now)) return cycle.number === each.number + step;
  }
  return false;
}
