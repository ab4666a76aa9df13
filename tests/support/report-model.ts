import type { Rounding } from '@/lib/contracts/installation';
import type { ReportGroup, ReportQuery } from '@/lib/contracts/report';

export interface ModelTask {
  id: string;
  projectId: string;
  teamId: string;
  labels: string[];
  cycleId: string | null;
  linearProjectId: string | null;
  assignee: string | null;
  status: string;
}

export interface ModelEntry {
  personId: string;
  task: ModelTask | null;
  projectId: string;
  madeInProjectId: string;
  on: string;
  seconds: number;
  billable: boolean;
  rate: number | null;
  tags: string[];
  isRunning: boolean;
}

export interface ModelSums {
  seconds: number;
  exactSeconds: number;
  billableSeconds: number;
  amount: number;
  entries: number;
}

export interface ModelReport {
  total: ModelSums;
  /** By the keys of the groups, as JSON. */
  rows: Map<string, ModelSums>;
}

interface Days {
  from: string;
  to: string;
}

/** What a report says, worked out in the plainest way: filter, cut into units, round each, add up. */
export function modelReport(
  entries: readonly ModelEntry[],
  query: ReportQuery & Days,
  given: { groupBy: ReportGroup[]; rounding: Rounding; weekStart: number; teamOfProject: ReadonlyMap<string, string> },
): ModelReport {
  const shown = entries.filter((entry) => isWanted(entry, query, given.teamOfProject));
  const report: ModelReport = { total: nothing(), rows: new Map() };
  for (const unit of unitsOf(shown, given.rounding)) {
    const [sample] = unit;
    if (sample === undefined) continue;
    const exactSeconds = unit.reduce((sum, { seconds }) => sum + seconds, 0);
    const seconds = roundTo(exactSeconds, given.rounding);
    const sums: ModelSums = {
      seconds,
      exactSeconds,
      billableSeconds: sample.billable ? seconds : 0,
      amount: sample.billable && sample.rate !== null ? Math.floor((seconds * sample.rate) / 3600 + 0.5) : 0,
      entries: unit.length,
    };
    const keys = given.groupBy.map((group) => keyOf(sample, group, given.weekStart));
    // Of two groups the outer rows are the sums of the inner ones.
    for (const key of keys.map((_, at) => JSON.stringify(keys.slice(0, at + 1))))
      report.rows.set(key, add(report.rows.get(key) ?? nothing(), sums));
    report.total = add(report.total, sums);
  }
  return report;
}

function isWanted(entry: ModelEntry, query: ReportQuery & Days, teamOfProject: ReadonlyMap<string, string>): boolean {
  const { task } = entry;
  const has = (wanted: readonly string[] | undefined, value: string | null | undefined) =>
    wanted === undefined || (value !== null && value !== undefined && wanted.includes(value));
  const shares = (wanted: readonly string[] | undefined, values: readonly string[]) =>
    wanted === undefined || wanted.some((value) => values.includes(value));
  return (
    !entry.isRunning &&
    entry.on >= query.from &&
    entry.on <= query.to &&
    has(query.userId, entry.personId) &&
    has(query.projectId, entry.projectId) &&
    has(query.taskId, task?.id) &&
    has(query.team, task === null ? teamOfProject.get(entry.projectId) : task.teamId) &&
    has(query.linearProject, task?.linearProjectId) &&
    has(query.cycle, task?.cycleId) &&
    shares(query.label, task?.labels ?? []) &&
    has(query.assignee, task === null ? null : (task.assignee ?? 'none')) &&
    has(query.status, task?.status) &&
    shares(query.tag, entry.tags) &&
    (query.billable === undefined || entry.billable === (query.billable === 'true'))
  );
}

function unitsOf(entries: readonly ModelEntry[], { mode, per }: Rounding): ModelEntry[][] {
  if (mode === 'none' || per === 'entry') return entries.map((entry) => [entry]);
  const units = new Map<string, ModelEntry[]>();
  for (const entry of entries) {
    const { personId, task, projectId, madeInProjectId, on, billable, rate } = entry;
    const key = JSON.stringify([personId, task?.id, projectId, madeInProjectId, on, billable, rate]);
    units.set(key, [...(units.get(key) ?? []), entry]);
  }
  return [...units.values()];
}

function roundTo(seconds: number, { mode, minutes }: Rounding): number {
  const step = minutes * 60;
  const steps = seconds / step;
  if (mode === 'none') return seconds;
  if (mode === 'up') return Math.ceil(steps) * step;
  return (mode === 'down' ? Math.floor(steps) : Math.floor(steps + 0.5)) * step;
}

function keyOf(entry: ModelEntry, group: ReportGroup, weekStart: number): string {
  const keys: Record<ReportGroup, string> = {
    project: entry.projectId,
    task: entry.task?.id ?? '',
    person: entry.personId,
    day: entry.on,
    week: weekOf(entry.on, weekStart),
    month: entry.on.slice(0, 7),
    label: (entry.task?.labels ?? []).toSorted().join('|'),
    cycle: entry.task?.cycleId ?? '',
    madeInProject: entry.madeInProjectId,
    billable: String(entry.billable),
  };
  return keys[group];
}

function weekOf(on: string, weekStart: number): string {
  const date = new Date(`${on}T12:00:00Z`);
  while (date.getUTCDay() !== weekStart) date.setUTCDate(date.getUTCDate() - 1);
  return date.toISOString().slice(0, 10);
}

function nothing(): ModelSums {
  return { seconds: 0, exactSeconds: 0, billableSeconds: 0, amount: 0, entries: 0 };
}

function add(one: ModelSums, other: ModelSums): ModelSums {
  return {
    seconds: one.seconds + other.seconds,
    exactSeconds: one.exactSeconds + other.exactSeconds,
    billableSeconds: one.billableSeconds + other.billableSeconds,
    amount: one.amount + other.amount,
    entries: one.entries + other.entries,
  };
}
