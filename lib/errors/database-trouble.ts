import { AppError } from './app-error';

/**
 * Tells trouble of the database itself (locked, full, unreadable) from a row that it refuses: the first ends a run, the
 * second is one issue's error. Read from the driver's codes, wherever Prisma wrapped them. Null: neither.
 */
export function databaseTrouble(error: unknown): AppError | null {
  const codes = driverCodes(error);
  if (codes.some((code) => /^SQLITE_(BUSY|LOCKED)|^P2028$|SocketTimeout/.test(code))) {
    return new AppError('database_busy', 'The database is busy: another program holds it locked.', {
      hint: 'It is tried again. If it stays so, end the other program, a backup for example.',
      cause: error,
    });
  }
  if (codes.some((code) => /^SQLITE_(FULL|IOERR|READONLY|CANTOPEN)/.test(code))) {
    return new AppError('disk_full', 'The database cannot be written: the disk is full or read-only.', {
      hint: 'Free some space in DATA_DIR. Nothing is lost: the next sync goes on from the last stored page.',
      cause: error,
    });
  }
  return null;
}

function driverCodes(error: unknown, depth = 0): string[] {
  if (typeof error !== 'object' || error === null || depth > 5) return [];
  const fields = error as Record<string, unknown>;
  const own = ['code', 'originalCode', 'kind'].flatMap((name) =>
    typeof fields[name] === 'string' ? [fields[name]] : [],
  );
  return [
    ...own,
    ...['cause', 'meta', 'driverAdapterError', 'error'].flatMap((name) => driverCodes(fields[name], depth + 1)),
  ];
}
