import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { commands, quiet, run } from './run.mjs';
import { fail, root } from './settings.mjs';
import { hashOf } from './source-hash.mjs';

const clientSources = ['prisma/schema.prisma', 'prisma.config.ts', 'node_modules/prisma/package.json'];

/** All that decides what `next build` makes. package.json holds the version, package-lock.json the packages. */
export const buildSources = [
  'app',
  'lib',
  'public',
  'instrumentation.ts',
  'instrumentation-client.ts',
  'proxy.ts',
  'next.config.js',
  'postcss.config.mjs',
  'package.json',
  'package-lock.json',
  'prisma/schema.prisma',
  'tsconfig.json',
];

/** Generates the database client when there is none, or when it is not of this schema. */
export async function ensureClient() {
  const client = { made: 'lib/db/generated/client.ts', stamp: 'lib/db/generated/.made-from', sources: clientSources };
  if (isFresh(client)) return true;
  console.log('Generating the database client ...');
  return make(client, [commands.prisma, 'generate'], {});
}

/** Builds the app when there is no build, or when it is not of these sources. */
export async function ensureBuild() {
  const build = { made: '.next/BUILD_ID', stamp: '.next/made-from', sources: buildSources };
  if (isFresh(build)) {
    console.log('The build is up to date.');
    return true;
  }
  removeDevTypes();
  console.log('Building the app. This takes a minute or two, once for each version ...');
  return make(build, [commands.next, 'build'], { NODE_ENV: 'production' });
}

/** `next dev` leaves types of the routes that it saw, and TypeScript would miss a page that was removed since. */
export function removeDevTypes() {
  rmSync(join(root, '.next/dev/types'), { recursive: true, force: true });
}

export async function prepareOrFail() {
  if (!existsSync(join(root, commands.next))) fail('The packages are not installed. Run: npm ci');
  if (!(await ensureClient())) fail('The database client could not be generated: see above.');
}

export async function buildOrFail() {
  if (!(await ensureBuild())) fail('The app could not be built: see above.');
}

function isFresh({ made, stamp, sources }) {
  if (!existsSync(join(root, made)) || !existsSync(join(root, stamp))) return false;
  return readFileSync(join(root, stamp), 'utf8') === hashOf(root, sources);
}

/** The stamp goes first and comes last, so that what broke half-way is never taken for whole. */
async function make({ stamp, sources }, args, env) {
  const file = join(root, stamp);
  rmSync(file, { force: true });
  const hash = hashOf(root, sources);
  if ((await run(args, { ...quiet, ...env })) !== 0) return false;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, hash);
  return true;
}
