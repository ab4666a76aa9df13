// Adds to package-lock.json the packages of other systems (macOS, Windows, ...) that a registry mirror did not have when
// the lock was written: without them `npm ci` refuses the lock everywhere. Usage: node scripts/complete-lock.mjs
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lackingPackages } from './lacking-packages.mjs';
import { root } from './settings.mjs';

const file = join(root, 'package-lock.json');
const lock = JSON.parse(readFileSync(file, 'utf8'));
const lacking = lackingPackages(lock);
const entries = Object.entries({ ...lock.packages, ...lacking }).sort(([a], [b]) => (a < b ? -1 : 1));
writeFileSync(file, `${JSON.stringify({ ...lock, packages: Object.fromEntries(entries) }, null, 2)}\n`);
console.log(`${Object.keys(lacking).length} packages added.`);
