import { Prisma } from './generated/client';
import { allOf, anyOf, contains, isIn } from './where';

/** One row of a report: what its entries have in common. An empty key stands for "none". */
export type ReportPart =
  | { group: 'project' | 'madeInProject' | 'person' | 'task' | 'cycle'; key: string }
  | { group: 'billable'; isBillable: boolean }
  /** Exactly these labels and no other, as lib/tracking/search-text.ts writes them. */
  | { group: 'label'; labelKeys: string[] };

/** Every given condition holds; within a list any value will do. Running timers are no part of any report. */
export interface ReportFilter {
  /** Days, both included. */
  from: string;
  to: string;
  userIds?: string[] | undefined;
  projectIds?: string[] | undefined;
  taskIds?: string[] | undefined;
  billable?: boolean | undefined;
  /** As lib/tracking/entry-tags.ts writes them. */
  tagKeys?: string[] | undefined;
  /** Linear's ids. */
  teamIds?: string[] | undefined;
  linearProjectIds?: string[] | undefined;
  cycleIds?: string[] | undefined;
  /** As lib/tracking/search-text.ts writes them. */
  labelKeys?: string[] | undefined;
  /** E-mail addresses in lower case; null stands for nobody. */
  assignees?: (string | null)[] | undefined;
  statuses?: string[] | undefined;
  parts?: ReportPart[] | undefined;
}

// The only places that read the JSON of a task: SQLite's spelling. PostgreSQL writes
// t.custom_fields::jsonb #>> '{integration,cycle,id}', and jsonb_build_array(... #> ..., ...) for `cycleJson`.
const cycleId = Prisma.sql`json_extract(t.custom_fields, '$.integration.cycle.id')`;
const linearProjectId = Prisma.sql`json_extract(t.custom_fields, '$.integration.project.id')`;
/** {id, name}, or null. */
export const linearProjectJson = Prisma.sql`json_extract(t.custom_fields, '$.integration.project')`;
/** The cycle as Linear gave it and the key of its team, as a JSON list; each may be null. */
export const cycleJson = Prisma.sql`json_extract(t.custom_fields, '$.integration.cycle', '$.integration.team.key')`;

/** Conditions on columns of time_entry alone, all but the tag in `time_entry_report_idx`. */
export function whereEntry(filter: ReportFilter): Prisma.Sql {
  return allOf([
    Prisma.sql`e."on" BETWEEN ${filter.from} AND ${filter.to}`,
    // What is finished has a duration; asked so, the index alone can tell.
    Prisma.sql`e.duration_seconds > 0`,
    isIn(Prisma.sql`e.user_id`, filter.userIds),
    isIn(Prisma.sql`e.project_id`, filter.projectIds),
    isIn(Prisma.sql`e.task_id`, filter.taskIds),
    filter.billable === undefined ? null : Prisma.sql`e.billable = ${filter.billable}`,
    filter.tagKeys === undefined ? null : hasAny(Prisma.sql`e.tag_text`, filter.tagKeys),
    ...(filter.parts ?? []).map(partOfEntry),
  ]);
}

/** Conditions on the task `t` of an entry or unit `e`, LEFT JOINed; null when nothing is asked of it. */
export function whereTaskOfEntry(filter: ReportFilter): Prisma.Sql | null {
  const conditions = [
    isOfTeam(filter.teamIds),
    isIn(linearProjectId, filter.linearProjectIds),
    isIn(cycleId, filter.cycleIds),
    filter.labelKeys === undefined ? null : hasAny(Prisma.sql`t.label_text`, filter.labelKeys),
    isAssigned(filter.assignees),
    isIn(Prisma.sql`t.status`, filter.statuses),
    ...(filter.parts ?? []).map(partOfTask),
  ].filter((condition) => condition !== null);
  return conditions.length === 0 ? null : allOf(conditions);
}

function partOfEntry(part: ReportPart): Prisma.Sql | null {
  switch (part.group) {
    case 'project':
      return Prisma.sql`e.project_id = ${part.key}`;
    case 'madeInProject':
      return Prisma.sql`e.made_in_project_id = ${part.key}`;
    case 'person':
      return Prisma.sql`e.user_id = ${part.key}`;
    case 'task':
      return part.key === '' ? Prisma.sql`e.task_id IS NULL` : Prisma.sql`e.task_id = ${part.key}`;
    case 'billable':
      return Prisma.sql`e.billable = ${part.isBillable}`;
    default:
      return null;
  }
}

function partOfTask(part: ReportPart): Prisma.Sql | null {
  if (part.group === 'cycle') {
    return part.key === '' ? Prisma.sql`${cycleId} IS NULL` : Prisma.sql`${cycleId} = ${part.key}`;
  }
  if (part.group !== 'label') return null;
  // No label stands twice in `label_text`: one that has all of these and is no longer has no other.
  const length = part.labelKeys.reduce((sum, key) => sum + [...key].length + 1, 1);
  return allOf([
    Prisma.sql`length(coalesce(t.label_text, '|')) = ${Prisma.raw(String(length))}`,
    ...part.labelKeys.map((key) => Prisma.sql`t.label_text LIKE ${contains(`|${key}|`)} ESCAPE '!'`),
  ]);
}

/** Time on a project alone is its team's too. */
function isOfTeam(teamIds: string[] | undefined): Prisma.Sql | null {
  if (teamIds === undefined) return null;
  const ofTeam = isIn(Prisma.sql`external_id`, teamIds) ?? Prisma.sql`1 = 1`;
  return anyOf([
    isIn(Prisma.sql`t.external_team_id`, teamIds) ?? Prisma.sql`1 = 1`,
    Prisma.sql`(e.task_id IS NULL AND e.project_id IN (SELECT id FROM project WHERE ${ofTeam}))`,
  ]);
}

function isAssigned(assignees: (string | null)[] | undefined): Prisma.Sql | null {
  if (assignees === undefined) return null;
  const emails = assignees.filter((assignee) => assignee !== null);
  const options = [
    isIn(Prisma.sql`t.assignee_email`, emails.length === 0 ? undefined : emails),
    assignees.includes(null)
      ? Prisma.sql`(t.id IS NOT NULL AND coalesce(t.assignee_email, t.assignee_name) IS NULL)`
      : null,
  ].filter((option) => option !== null);
  return anyOf(options);
}

function hasAny(column: Prisma.Sql, keys: string[]): Prisma.Sql {
  return anyOf(keys.map((key) => Prisma.sql`${column} LIKE ${contains(`|${key}|`)} ESCAPE '!'`));
}
