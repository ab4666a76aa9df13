import { type Logger, pino } from 'pino';
import { config } from '@/lib/config/config';

let root: Logger | undefined;

/** The one writer to the console. Keys, passwords and cookies are cut out wherever they stand. */
export function log(): Logger {
  root ??= pino({
    level: config().logLevel,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: ['apiKey', '*.apiKey', 'password', '*.password', 'authorization', '*.authorization', 'cookie', '*.cookie'], censor: '[hidden]' },
  });
  return root;
}
