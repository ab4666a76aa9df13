export type ColumnType = 'text' | 'number' | 'boolean' | 'json';

/** What databases say in words of their own about JSON and types. Paths and names come from our contracts, never from outside. */
export interface Dialect {
  /** What stands at a path of a JSON column. */
  json(column: string, path: readonly string[], type: ColumnType): string;
  /** Whether a column that holds a JSON list of texts holds this one. */
  listHolds(column: string, text: string): string;
}

export const sqlite: Dialect = {
  // NUMERIC keeps 2 a whole number and 2.5 what it is. A list or an object is text already.
  json: (column, path, type) => {
    const value = `json_extract(${column}, '$.${path.join('.')}')`;
    return type === 'json' ? value : `CAST(${value} AS ${sqliteTypes[type]})`;
  },
  listHolds: (column, text) => `EXISTS (SELECT 1 FROM json_each(${column}) WHERE value = '${text}')`,
};

const sqliteTypes = { text: 'TEXT', number: 'NUMERIC', boolean: 'INTEGER' } as const;
