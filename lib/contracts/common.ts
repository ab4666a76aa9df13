import { z } from 'zod';

/** An instant in ISO 8601, UTC. */
export const instant = z.iso.datetime();
/** An instant as clients may write it: any offset. Rules take it to the whole second. */
export const instantInput = z.iso
  .datetime({ offset: true, abort: true, error: 'Give a date and time, like 2026-11-20T09:30:00Z.' })
  .refine(isReckonable, { error: 'Give a time between 1900 and 2199.' });
/** A calendar day, YYYY-MM-DD. */
export const day = z.iso.date({ abort: true });
/** A day as clients may ask about it. */
export const dayInput = day.refine(isReckonable, { error: 'Choose a day between 1900 and 2199.' });
export const id = z.string().min(1).max(64);

/** A query value that may be given once, many times, or separated by commas. */
export const many = <T extends z.ZodType<string, string>>(item: T) =>
  z.preprocess(
    (value) => (Array.isArray(value) ? value : typeof value === 'string' ? value.split(',') : value),
    z.array(item).max(200),
  );

export const pageQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(500).optional(),
});

/** Every list answers this shape. `total` only where counting is cheap. */
export function listOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable(), total: z.number().int().optional() });
}

export type ListOf<T> = { items: T[]; nextCursor: string | null; total?: number | undefined };

/** A field that is something else by now than what was shown. */
export const fieldConflict = z.object({
  field: z.string(),
  shown: z.unknown(),
  theirs: z.unknown(),
  yours: z.unknown(),
});

/** RFC 9457. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  code: z.string(),
  hint: z.string().optional(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  /** With issue_changed: what stands against what. */
  conflicts: z.array(fieldConflict).optional(),
  /** With linear_write_unknown: what can be looked up again. */
  writeId: id.optional(),
  /** With linear_rate_limited: when it can be sent again. */
  retryAt: instant.optional(),
  requestId: z.string(),
});
export type Problem = z.infer<typeof problem>;

export const timeZone = z.string().refine(isTimeZone, 'Choose a time zone from the list, like Europe/Berlin.');

/** Days sort as text only while years have four digits: weeks and months around the first and the last years would not. */
function isReckonable(text: string): boolean {
  const year = Number(text.slice(0, 4));
  return year >= 1900 && year <= 2199;
}

function isTimeZone(value: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: value });
    return value !== '';
  } catch {
    return false;
  }
}
