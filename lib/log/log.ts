import { type Logger, pino } from 'pino';
import { config } from '@/lib/config/config';

let root: Logger | undefined;

/** The one writer to the console. Keys, passwords and cookies are cut out wherever they stand. */
export function log(): Logger {
  root ??= pino({
    level: level(),
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: ['apiKey', '*.apiKey', 'password', '*.password', 'authorization', '*.authorization', 'cookie', '*.cookie'],
      censor: '[hidden]',
    },
  });
  return root;
}

/** A configuration that cannot be read must still be logged. */
function level(): string {
  try {
    return config().logLevel;
  } catch {
    return 'info';
  }
}
