import type { LinearProgress } from '@/lib/contracts/linear-collection';
import type { ProgressKind } from './use-linear-progress';

/** The report of its hours, person by person. A project has no end to its time, a cycle the days of its own. */
export function reportHref(of: ProgressKind, { id, startsOn, endsOn }: LinearProgress): string {
  const filter = of === 'cycles' ? { cycle: id } : { linearProject: id };
  const days = startsOn && endsOn && of === 'cycles' ? { from: startsOn, to: endsOn } : { range: 'thisYear' };
  return `/reports?${new URLSearchParams({ ...filter, ...days, by: 'person' })}`;
}
