import { Prisma } from './generated/client';
import { allOf, anyOf, contains, isIn } from './where';

/** Every given condition holds; within a list any value will do. An empty list of ids matches nothing. */
export interface TaskFilter {
  projectIds?: string[] | undefined;
  statuses?: string[] | undefined;
  source?: 'linear' | 'manual' | undefined;
  sourceState?: string | undefined;
  stateNames?: string[] | undefined;
  /** E-mail addresses in lower case; null stands for nobody. */
  assignees?: (string | null)[] | undefined;
  /** As lib/tracking/search-text.ts writes them. */
  labelKeys?: string[] | undefined;
  /** All must occur in the search text. */
  words?: string[] | undefined;
  ids?: string[] | undefined;
  exceptIds?: string[] | undefined;
}

/** Only columns of `task_list_idx`, see lib/db/task-list.ts. */
export function whereTask(filter: TaskFilter): Prisma.Sql {
  return allOf([
    isIn(Prisma.sql`id`, filter.ids),
    filter.exceptIds?.length ? Prisma.sql`id NOT IN (${Prisma.join(filter.exceptIds)})` : null,
    isIn(Prisma.sql`project_id`, filter.projectIds),
    isIn(Prisma.sql`status`, filter.statuses),
    isFrom(filter.source),
    filter.sourceState === undefined ? null : Prisma.sql`source_state = ${filter.sourceState}`,
    isIn(Prisma.sql`state_name`, filter.stateNames),
    isAssigned(filter.assignees),
    hasLabel(filter.labelKeys),
    ...(filter.words ?? []).map((word) => Prisma.sql`search_text LIKE ${contains(word)} ESCAPE '!'`),
  ]);
}

// Written as an inequality, which no index serves: by equality SQLite takes the unique index of (source, external_id),
// reads almost every row of the table and sorts, 140 ms instead of 10 at 100,000 tasks.
function isFrom(source: TaskFilter['source']): Prisma.Sql | null {
  if (source === undefined) return null;
  return Prisma.sql`source <> ${source === 'linear' ? 'manual' : 'linear'}`;
}

function isAssigned(assignees: TaskFilter['assignees']): Prisma.Sql | null {
  if (assignees === undefined) return null;
  const emails = assignees.filter((assignee) => assignee !== null);
  const options = [
    isIn(Prisma.sql`assignee_email`, emails.length === 0 ? undefined : emails),
    assignees.includes(null) ? Prisma.sql`coalesce(assignee_email, assignee_name) IS NULL` : null,
  ].filter((option) => option !== null);
  return anyOf(options);
}

function hasLabel(labelKeys: string[] | undefined): Prisma.Sql | null {
  if (labelKeys === undefined) return null;
  return anyOf(labelKeys.map((key) => Prisma.sql`label_text LIKE ${contains(`|${key}|`)} ESCAPE '!'`));
}
