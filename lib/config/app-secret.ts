import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '@/lib/errors/app-error';
import { config } from './config';

const cache = new Map<string, string>();

/** The installation's secret: APP_SECRET, or the one made and kept in DATA_DIR (mode 0600). */
export function appSecret(): string {
  const { appSecret: given, dataDir } = config();
  if (given !== undefined) return given;
  const known = cache.get(dataDir);
  if (known !== undefined) return known;
  const secret = readOrMake(dataDir);
  cache.set(dataDir, secret);
  return secret;
}

function readOrMake(dataDir: string): string {
  const file = join(dataDir, 'app-secret');
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  try {
    return readSecret(file);
  } catch (error) {
    if (!isCode(error, 'ENOENT')) throw error;
  }
  // Two processes may start at once: write aside, then link, so that exactly one wins and none reads half a file.
  const aside = `${file}.${process.pid}`;
  writeFileSync(aside, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600 });
  try {
    linkSync(aside, file);
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error;
  } finally {
    unlinkSync(aside);
  }
  return readSecret(file);
}

function readSecret(file: string): string {
  const secret = readFileSync(file, 'utf8').trim();
  if (secret.length < 32) throw new AppError('internal', `${file} is damaged: restore it from your backup.`);
  return secret;
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
