import { Prisma } from './generated/client';

export type TaskOrder = 'updated' | 'identifier' | 'title' | 'priority' | 'due' | 'created';
export type Direction = 'asc' | 'desc';
export type SortValue = string | number | Date;

export interface SortKey {
  sql: Prisma.Sql;
  kind: 'text' | 'number' | 'instant';
}

/** The id decides between equal rows, so that every order is total. */
export function sortKeys(order: TaskOrder, direction: Direction): SortKey[] {
  return [...keysOf[order](direction), text(Prisma.sql`id`)];
}

// No key may be NULL: a NULL is never before or after anything. What has no value comes last in both directions.
const keysOf: Record<TaskOrder, (direction: Direction) => SortKey[]> = {
  updated: () => [instant(Prisma.sql`updated_at`)],
  created: () => [instant(Prisma.sql`created_at`)],
  // Short, because the value travels in the cursor.
  title: () => [text(Prisma.sql`lower(substr(title, 1, 50))`)],
  // ENG-9 before ENG-10: first the letters, then the length, then the digits.
  identifier: (direction) => [
    number(lastWhen(Prisma.sql`identifier IS NULL`, direction)),
    text(Prisma.sql`coalesce(rtrim(identifier, '0123456789'), '')`),
    number(Prisma.sql`coalesce(length(identifier), 0)`),
    text(Prisma.sql`coalesce(identifier, '')`),
  ],
  // Linear's 0 is "none".
  priority: (direction) => [
    number(direction === 'asc' ? Prisma.sql`coalesce(nullif(priority, 0), 9)` : Prisma.sql`coalesce(priority, 0)`),
  ],
  due: (direction) => [
    number(lastWhen(Prisma.sql`due_date IS NULL`, direction)),
    text(Prisma.sql`coalesce(due_date, '')`),
  ],
};

function lastWhen(condition: Prisma.Sql, direction: Direction): Prisma.Sql {
  return direction === 'asc'
    ? Prisma.sql`CASE WHEN ${condition} THEN 1 ELSE 0 END`
    : Prisma.sql`CASE WHEN ${condition} THEN 0 ELSE 1 END`;
}

const text = (sql: Prisma.Sql): SortKey => ({ sql, kind: 'text' });
const number = (sql: Prisma.Sql): SortKey => ({ sql, kind: 'number' });
const instant = (sql: Prisma.Sql): SortKey => ({ sql, kind: 'instant' });
