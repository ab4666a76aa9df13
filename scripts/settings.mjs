import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/** The folder of package.json: every script works there, wherever it is called from. */
export const root = resolve(import.meta.dirname, '..');

/** Next reads .env by itself; the scripts must see the same settings before it does. What is set already wins. */
export function loadSettings() {
  process.chdir(root);
  if (existsSync('.env')) process.loadEnvFile('.env');
  const port = Number(process.env.PORT || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    fail(`PORT is "${process.env.PORT}": it must be a number from 1 to 65535.`);
  }
  return { port };
}

/** @returns {never} */
export function fail(message) {
  console.error(`\n${message}`);
  process.exit(1);
}
