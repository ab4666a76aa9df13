import { AppError } from '@/lib/errors/app-error';
import { justAfter } from '@/lib/linear/issue-filter';

/**
 * How far a walk, newest first, has come. No cursor of Linear's is kept: what one does when rows move is
 * not documented. The next page is asked for by time instead, and `seen` keeps apart the rows that share the last stamp.
 */
export interface Position {
  /** The next page holds rows stamped before this instant. Null: from the newest on. */
  before: string | null;
  /** Rows stamped in the last millisecond before `before` that were met already. */
  seen: string[];
}

export const start: Position = { before: null, seen: [] };

/** What a walk needs to know of a page, of issues or of anything else. */
export interface StampedPage {
  issues: { id: string; createdAt: string; updatedAt: string }[];
  unreadable: { id: string; createdAt: string | null; updatedAt: string | null }[];
  hasNextPage: boolean;
}

interface Stamped {
  id: string;
  stamp: string;
}

/** Where the walk goes on after this page; null at the end. */
export function advance(from: Position, page: StampedPage, by: 'createdAt' | 'updatedAt'): Position | null {
  if (!page.hasNextPage) return null;
  const rows = stamped(page, by);
  const last = rows.at(-1);
  if (!last || !isNewestFirst(rows)) throw badOrder();
  const before = justAfter(last.stamp);
  const here = rows.filter(({ stamp }) => stamp === last.stamp).map(({ id }) => id);
  const seen = before === from.before ? [...new Set([...from.seen, ...here])] : here;
  const isFurther = from.before === null || before < from.before || seen.length > from.seen.length;
  if (!isFurther) throw badOrder();
  return { before, seen };
}

/**
 * The range of stamps that this page has told everything about: from `from` (null: the beginning of time) up to, but
 * without, `to`. Rows at the page's last stamp may go on in the next page, so they are left to it.
 */
export function coveredRange(position: Position, next: Position | null): { from: string | null; to: string | null } {
  return { from: next?.before ?? null, to: position.before };
}

function stamped(page: StampedPage, by: 'createdAt' | 'updatedAt'): Stamped[] {
  const unreadable = page.unreadable.flatMap((issue) =>
    issue[by] === null ? [] : [{ id: issue.id, stamp: issue[by] }],
  );
  const readable = page.issues.map((issue) => ({ id: issue.id, stamp: issue[by] }));
  if (unreadable.length === 0) return readable;
  return [...readable, ...unreadable].sort((a, b) => (a.stamp < b.stamp ? 1 : a.stamp > b.stamp ? -1 : 0));
}

function isNewestFirst(rows: Stamped[]): boolean {
  return rows.every((row, index) => index === 0 || row.stamp <= (rows[index - 1]?.stamp ?? ''));
}

function badOrder(): AppError {
  return new AppError('linear_bad_answer', 'Linear sent a page that does not follow the one before.', {
    hint: 'What was read so far is kept. The next sync tries again from there.',
  });
}
