import type { ReportGroup } from '@/lib/contracts/report';
import type { CellKey } from '@/lib/db/report-cells';
import type { ReportPart } from '@/lib/db/report-filter';
import type { Day } from '@/lib/time/local-day';
import { isTimeGroup, startOfUnit, type TimeUnit } from './report-slices';

/** The key of a row for a unit of time: the day, the first day of the week, or the month. */
export function timeKey(day: Day, unit: TimeUnit, weekStart: number): string {
  const start = startOfUnit(day, unit, weekStart);
  return unit === 'month' ? start.slice(0, 7) : start;
}

/** What the database is asked for a group; null for time, which is told by day or by the piece that is asked for. */
export function cellKeyOf(group: ReportGroup): CellKey | null {
  return isTimeGroup(group) ? null : group;
}

/** The key of a row, of what the database gave for it. */
export function rowKey(group: ReportGroup, raw: string): string {
  if (group === 'label') return joinLabels(raw.split('|').filter((key) => key !== ''));
  if (group === 'cycle') return readCycle(raw)?.id ?? '';
  if (group === 'billable') return raw === '1' ? 'true' : 'false';
  return raw;
}

/** The same for "bug, ui" and "ui, bug". No label has a bar. */
function joinLabels(keys: string[]): string {
  return keys.sort().join('|');
}

export function labelsOfKey(key: string): string[] {
  return key === '' ? [] : key.split('|');
}

export interface CycleOfTask {
  id: string;
  name: string;
  /** Its days, where Linear gave them. */
  from: Day | null;
  to: Day | null;
}

/** A cycle as tasks keep it, named by itself or its number, and by its team: every team has a "Cycle 12". */
export function readCycle(json: string): CycleOfTask | null {
  const parsed: unknown = json === '' ? null : JSON.parse(json);
  const [cycle, teamKey]: unknown[] = Array.isArray(parsed) ? parsed : [];
  const { id, name, number, startsAt, endsAt } = membersOf(cycle);
  if (typeof id !== 'string') return null;
  const own = text(name) ?? `Cycle ${typeof number === 'number' ? number : ''}`.trim();
  return {
    id,
    name: typeof teamKey === 'string' ? `${own} (${teamKey})` : own,
    from: text(startsAt)?.slice(0, 10) ?? null,
    to: text(endsAt)?.slice(0, 10) ?? null,
  };
}

/** A project of Linear's as tasks keep it. */
export function readLinearProject(json: string): { id: string; name: string } | null {
  const { id, name } = membersOf(JSON.parse(json));
  return typeof id === 'string' ? { id, name: text(name) ?? id } : null;
}

function membersOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

/** What the entries of a row have in common; null for time, which narrows the days instead. */
export function partOf(group: ReportGroup, key: string): ReportPart | null {
  if (isTimeGroup(group)) return null;
  if (group === 'label') return { group, labelKeys: labelsOfKey(key) };
  if (group === 'billable') return { group, isBillable: key === 'true' };
  return { group, key };
}
