import type { ReportGroup } from '@/lib/contracts/report';
import type { Cell, CellKey } from '@/lib/db/report-cells';
import type { Day } from '@/lib/time/local-day';
import { cellKeyOf, readCycle, rowKey, timeKey } from './report-keys';
import { isTimeGroup, startOfUnit, type TimeUnit } from './report-slices';

/** Where in a report a cell belongs. */
export interface Place {
  first: string;
  second: string | null;
  /** First day of its bar. */
  bar: Day;
  /** Key of its part of the bar: of the first group that is not time. */
  part: string | null;
}

/** Finds the place of cells by what the database says of them, and keeps the names of cycles that come along. */
export class Places {
  readonly keys: CellKey[];
  /** What a piece must lie within. */
  readonly units: TimeUnit[];
  readonly cycles = new Map<string, string>();
  private readonly dayAt: number | null;
  private readonly known = new Map<string, string>();

  constructor(
    private readonly groups: readonly ReportGroup[],
    private readonly unit: TimeUnit,
    private readonly weekStart: number,
  ) {
    const keys = groups.flatMap((group) => cellKeyOf(group) ?? []);
    // By project the database sums day by day anyway. Of more it would answer many more cells; there weeks and months
    // are told by the piece of the range that is asked for.
    const byDay = unit === 'day' || groups.includes('day') || keys.every((key) => key === 'project');
    this.dayAt = byDay ? keys.length : null;
    this.keys = byDay ? [...keys, 'day'] : keys;
    this.units = byDay ? ['day'] : [unit, ...groups.filter(isTimeGroup)];
  }

  of(cell: Cell, firstOfPiece: Day): Place {
    const day = this.dayAt === null ? firstOfPiece : (cell.keys[this.dayAt] ?? firstOfPiece);
    let at = 0;
    let part: string | null = null;
    const [first = '', second = null] = this.groups.map((group) => {
      if (isTimeGroup(group)) return timeKey(day, group, this.weekStart);
      const key = this.read(group, cell.keys[at++] ?? '');
      part ??= key;
      return key;
    });
    return { first, second, part, bar: startOfUnit(day, this.unit, this.weekStart) };
  }

  private read(group: ReportGroup, raw: string): string {
    if (group !== 'label' && group !== 'cycle') return rowKey(group, raw);
    const key = this.known.get(raw) ?? rowKey(group, raw);
    this.known.set(raw, key);
    const cycle = group === 'cycle' && !this.cycles.has(key) ? readCycle(raw) : null;
    if (cycle !== null) this.cycles.set(cycle.id, cycle.name);
    return key;
  }
}
