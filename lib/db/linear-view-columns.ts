import { z } from 'zod';
import { type LinearCollection, linearObjects } from '@/lib/contracts/linear-collection';
import type { ColumnType } from './linear-dialect';

export interface ViewColumn {
  /** The path in words: `team_name`. */
  name: string;
  /** Where it stands in the published object. */
  path: string[];
  type: ColumnType;
}

/** The columns of a collection's view, as its contract says them. Objects become one column for each of their fields. */
export function viewColumns(collection: LinearCollection): ViewColumn[] {
  return columnsOf(described.parse(z.toJSONSchema(linearObjects[collection])), []);
}

interface Described {
  type?: string | string[] | undefined;
  properties?: Record<string, Described> | undefined;
  anyOf?: Described[] | undefined;
}

const described: z.ZodType<Described> = z.object({
  type: z.union([z.string(), z.array(z.string())]).optional(),
  properties: z
    .record(
      z.string(),
      z.lazy(() => described),
    )
    .optional(),
  anyOf: z.array(z.lazy(() => described)).optional(),
});

function columnsOf(schema: Described, path: string[]): ViewColumn[] {
  const present = schema.anyOf?.find(({ type }) => type !== 'null') ?? schema;
  if (present.properties)
    return Object.entries(present.properties).flatMap(([name, inner]) => columnsOf(inner, [...path, name]));
  return [{ name: path.map(inSnakeCase).join('_'), path, type: typeOf(present) }];
}

function typeOf({ type }: Described): ColumnType {
  const [present] = [type ?? []].flat().filter((each) => each !== 'null');
  if (present === 'boolean') return 'boolean';
  if (present === 'number' || present === 'integer') return 'number';
  return present === 'array' || present === 'object' ? 'json' : 'text';
}

function inSnakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
