import { Prisma } from './generated/client';

// Pieces of a WHERE that list filters are made of.

/** Null, which asks nothing, when no values are given; an empty list matches nothing. */
export function isIn(column: Prisma.Sql, values: readonly string[] | undefined): Prisma.Sql | null {
  if (values === undefined) return null;
  return values.length === 0 ? Prisma.sql`1 = 0` : Prisma.sql`${column} IN (${Prisma.join([...values])})`;
}

/** All that ask something hold. */
export function allOf(conditions: readonly (Prisma.Sql | null)[]): Prisma.Sql {
  const asked = conditions.filter((condition) => condition !== null);
  return asked.length === 0 ? Prisma.sql`1 = 1` : Prisma.join(asked, ' AND ');
}

export function anyOf(options: readonly Prisma.Sql[]): Prisma.Sql {
  return options.length === 0 ? Prisma.sql`1 = 0` : Prisma.sql`(${Prisma.join([...options], ' OR ')})`;
}

/** The pattern of a LIKE … ESCAPE '!' that finds the text as it is. */
export function contains(text: string): string {
  return `%${text.replace(/[!%_]/g, '!$&')}%`;
}
