import { z } from 'zod';
import { AppError } from '@/lib/errors/app-error';

type CursorValue = string | number | Date;
export type CursorKind = 'text' | 'number' | 'instant';

const content = z.tuple([
  z.string(),
  z
    .array(z.union([z.string(), z.number()]))
    .max(10)
    .nullable(),
]);

/** Where a page ended, for the next call: the order it belongs to and the sort values of its last row. Null: before the first row. */
export function encodeCursor(order: string, values: CursorValue[] | null): string {
  const plain = values?.map((value) => (value instanceof Date ? value.toISOString() : value)) ?? null;
  return Buffer.from(JSON.stringify([order, plain])).toString('base64url');
}

/** The sort values; throws `validation_failed` for a cursor of another order or one that was not made here. */
export function decodeCursor(cursor: string, order: string, kinds: readonly CursorKind[]): CursorValue[] | null {
  const parsed = content.safeParse(readJson(cursor));
  if (!parsed.success) throw refusal('This cursor is damaged. Start again without one.');
  const [madeFor, values] = parsed.data;
  if (madeFor !== order)
    throw refusal(`This cursor belongs to the order "${madeFor}", not to "${order}". Start again without one.`);
  if (values === null) return null;
  if (values.length !== kinds.length) throw refusal('This cursor is damaged. Start again without one.');
  return kinds.map((kind, at) => readValue(values[at], kind));
}

function readValue(value: string | number | undefined, kind: CursorKind): CursorValue {
  if (kind === 'number' && typeof value === 'number') return value;
  if (kind === 'text' && typeof value === 'string') return value;
  const instant = typeof value === 'string' ? new Date(value) : null;
  if (kind === 'instant' && instant !== null && !Number.isNaN(instant.getTime())) return instant;
  throw refusal('This cursor is damaged. Start again without one.');
}

function readJson(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return undefined;
  }
}

function refusal(message: string): AppError {
  return new AppError('validation_failed', message, { errors: [{ path: 'cursor', message }] });
}
