import type { StoredTask, SyncedFields } from '@/lib/db/synced-task';

export interface FieldChange {
  field: string;
  from: string | null;
  to: string | null;
}

const longestText = 200;

/** What a person would call changed, for the history of the task. Stamps and search columns are not among it. */
export function describeChanges(local: StoredTask, next: SyncedFields): FieldChange[] {
  const before = readIntegration(local.customFields);
  const after = readIntegration(`{"integration":${next.integration}}`);
  const pairs: [string, string | null, string | null][] = [
    ['identifier', local.identifier, next.identifier],
    ['title', local.title, next.title],
    ['team', before.team, after.team],
    ['state', local.stateName, next.stateName],
    ['source state', local.sourceState, next.sourceState],
    ['assignee', local.assigneeName, next.assigneeName],
    ['priority', priorityName(local.priority), priorityName(next.priority)],
    ['estimate', text(local.estimate), text(next.estimate)],
    ['due date', local.dueDate, next.dueDate],
    ['labels', labelNames(local.labels), labelNames(next.labels)],
    ['Linear project', before.project, after.project],
    ['cycle', before.cycle, after.cycle],
    ['parent', before.parent, after.parent],
  ];
  return pairs.flatMap(([field, from, to]) => (from === to ? [] : [{ field, from: shorten(from), to: shorten(to) }]));
}

interface Integration {
  team: string | null;
  project: string | null;
  cycle: string | null;
  parent: string | null;
}

/** Our own JSON, but a person may have edited `custom_fields`: what cannot be read counts as unset. */
function readIntegration(customFields: string): Integration {
  const parsed: unknown = JSON.parse(customFields);
  const integration = member(parsed, 'integration');
  const cycle = member(integration, 'cycle');
  return {
    team: text(member(member(integration, 'team'), 'name')),
    project: text(member(member(integration, 'project'), 'name')),
    cycle: text(member(cycle, 'name')) ?? text(member(cycle, 'number')),
    parent: text(member(member(integration, 'parent'), 'identifier')),
  };
}

function member(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : null;
}

function priorityName(priority: number | null): string | null {
  return priority === null ? null : (['None', 'Urgent', 'High', 'Medium', 'Low'][priority] ?? String(priority));
}

function labelNames(json: string): string | null {
  const labels = JSON.parse(json) as { name: string }[];
  return labels.length === 0
    ? null
    : labels
        .map(({ name }) => name)
        .sort()
        .join(', ');
}

function shorten(value: string | null): string | null {
  return value !== null && value.length > longestText ? `${value.slice(0, longestText)}…` : value;
}
