import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import { AppError } from '@/lib/errors/app-error';

const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

const linearApiUrl = z.url().refine(
  (value) => {
    // Not a URL at all: said by the check before this one.
    if (!URL.canParse(value)) return true;
    const url = new URL(value);
    // `fetch` refuses them at every request, and logs the address with them.
    if (url.username !== '' || url.password !== '') return false;
    return url.protocol === 'https:' || (url.protocol === 'http:' && loopback.has(url.hostname));
  },
  { message: 'must be https, or http on this machine (localhost) only, without a name or password' },
);

/** Every environment variable the app reads. `env.example` names the same set; a test holds them in step. */
export const environment = z.object({
  PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
  DATA_DIR: z.string().min(1).default('./data'),
  DATABASE_URL: z
    .string()
    .regex(/^file:/, 'must start with file: (PostgreSQL is not supported yet)')
    .optional(),
  APP_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  EXPORT_DIR: z.string().min(1).optional(),
  BASE_URL: z.url().optional(),
  ADMIN_EMAIL: z.email().optional(),
  ADMIN_PASSWORD: z.string().min(10, 'must have at least 10 characters').optional(),
  LINEAR_API_URL: linearApiUrl.default('https://api.linear.app/graphql'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});

/** Those that may also be given as a file, `NAME_FILE`, as container secrets are. */
export const secretNames = ['DATABASE_URL', 'APP_SECRET', 'ADMIN_PASSWORD'] as const;

export interface Config {
  port: number;
  dataDir: string;
  databaseUrl: string;
  /** Where exports of the mirror go. */
  exportDir: string;
  /** As given; `lib/config/app-secret.ts` makes one when there is none. */
  appSecret: string | undefined;
  baseUrl: string | undefined;
  adminEmail: string | undefined;
  adminPassword: string | undefined;
  linearApiUrl: string;
  logLevel: z.infer<typeof environment>['LOG_LEVEL'];
  isProduction: boolean;
}

/** Reads the environment; throws one AppError that names every wrong variable. Empty strings count as unset. */
export function readConfig(env: Record<string, string | undefined> = process.env): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  for (const name of secretNames) {
    const file = given[`${name}_FILE`];
    if (file !== undefined && given[name] === undefined) given[name] = readFileSync(file, 'utf8').trim();
  }
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    const errors = parsed.error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message }));
    const list = errors.map((error) => `${error.path} ${error.message}`).join('; ');
    throw new AppError('bad_request', `The environment is not right: ${list}`, { errors });
  }
  const value = parsed.data;
  const dataDir = resolve(/* turbopackIgnore: true */ value.DATA_DIR);
  return {
    port: value.PORT,
    dataDir,
    databaseUrl: value.DATABASE_URL ?? `file:${dataDir}/trackline.db`,
    exportDir: value.EXPORT_DIR ? resolve(/* turbopackIgnore: true */ value.EXPORT_DIR) : `${dataDir}/exports`,
    appSecret: value.APP_SECRET,
    baseUrl: value.BASE_URL?.replace(/\/+$/, ''),
    adminEmail: value.ADMIN_EMAIL?.toLowerCase(),
    adminPassword: value.ADMIN_PASSWORD,
    linearApiUrl: value.LINEAR_API_URL,
    logLevel: value.LOG_LEVEL,
    isProduction: env['NODE_ENV'] === 'production',
  };
}

let current: Config | undefined;

/** The process's configuration, read once. */
export function config(): Config {
  current ??= readConfig();
  return current;
}

/** For tests that start the rules in one process with their own folder. */
export function setConfig(next: Config): void {
  current = next;
}
