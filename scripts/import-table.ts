/** What each room of `lib/` may import besides itself. docs/development.md shows the same table; a test holds them in step. */
export const importTable = {
  kit: [],
  errors: [],
  time: ['kit'],
  contracts: ['errors', 'time', 'kit'],
  config: ['errors', 'kit'],
  log: ['config', 'kit'],
  secrets: ['config', 'errors', 'kit'],
  db: ['config', 'contracts', 'log', 'errors', 'time', 'kit'],
  auth: ['db', 'config', 'contracts', 'errors', 'log', 'time', 'kit'],
  linear: ['errors', 'log', 'time', 'kit'],
  tracking: ['db', 'auth', 'contracts', 'errors', 'log', 'time', 'kit'],
  sync: ['linear', 'tracking', 'db', 'auth', 'secrets', 'config', 'contracts', 'errors', 'log', 'time', 'kit'],
  jobs: ['sync', 'tracking', 'db', 'auth', 'config', 'errors', 'log', 'time', 'kit'],
  http: ['auth', 'contracts', 'errors', 'log', 'kit'],
  browser: ['contracts', 'errors', 'time', 'kit'],
} as const satisfies Record<string, readonly string[]>;

type Room = keyof typeof importTable;

/** Screens and routes may use every room but these. */
export const closedToApp: readonly Room[] = ['db', 'linear', 'secrets'];
/** All that a file marked 'use client' may use of `lib/`. */
export const openToClientFiles: readonly Room[] = ['browser', 'contracts', 'errors', 'time', 'kit'];
/** All that the command line may use of `lib/`: it is a client of a running server, like the browser. */
export const openToCli: readonly Room[] = ['contracts', 'errors', 'time', 'kit'];

interface Pattern {
  group: string[];
  message: string;
}

export interface ImportOverride {
  includes: string[];
  linter: { rules: { style: { noRestrictedImports: { level: 'error'; options: { patterns: Pattern[] } } } } };
}

const pageOfRules = 'See the import table in docs/development.md.';
const noParents: Pattern = {
  group: ['..', '../**', './../**'],
  message: "Write './x' inside a room and '@/...' across rooms.",
};
const noDatabasePackages: Pattern = {
  group: ['@prisma/**', 'prisma', 'prisma/**', 'better-sqlite3', '@/lib/db/generated/**'],
  message: `Only lib/db may use Prisma and the database driver. ${pageOfRules}`,
};

/** Biome takes the options of the last override that matches, so each file must match exactly one of these. */
export function importOverrides(): ImportOverride[] {
  const rooms = Object.entries(importTable).map(([room, open]) => roomOverride(room, open));
  return [...rooms, appOverride(), cliOverride(), override(['tests/**', 'scripts/**/*.ts'], [noParents])];
}

function roomOverride(room: string, open: readonly string[]): ImportOverride {
  const allowed = [room, ...open].flatMap((name) => [`!@/lib/${name}/**`]);
  const patterns = [
    noParents,
    {
      group: ['@/lib/**', ...allowed],
      message: `lib/${room} may import ${open.length === 0 ? 'no other room' : `only ${open.join(', ')}`}. ${pageOfRules}`,
    },
    {
      group: ['@/app/**', '@/tests/**', '@/scripts/**'],
      message: `lib/ knows nothing of app, tests and scripts. ${pageOfRules}`,
    },
  ];
  return override([`lib/${room}/**`], room === 'db' ? patterns : [...patterns, noDatabasePackages]);
}

function appOverride(): ImportOverride {
  return override(
    ['app/**', 'proxy.ts'],
    [
      noParents,
      {
        group: closedToApp.map((room) => `@/lib/${room}/**`),
        message: `Screens and routes reach these rooms through the rules in auth, tracking and sync. ${pageOfRules}`,
      },
      { group: ['@/tests/**', '@/scripts/**'], message: 'The product may not use its tests and scripts.' },
      noDatabasePackages,
    ],
  );
}

function cliOverride(): ImportOverride {
  return override(
    ['cli/**'],
    [
      noParents,
      {
        group: ['@/lib/**', ...openToCli.map((room) => `!@/lib/${room}/**`)],
        message: `cli may import only ${openToCli.join(', ')}. ${pageOfRules}`,
      },
      { group: ['@/app/**', '@/tests/**', '@/scripts/**'], message: `cli knows the API only. ${pageOfRules}` },
      noDatabasePackages,
    ],
  );
}

function override(includes: string[], patterns: Pattern[]): ImportOverride {
  return { includes, linter: { rules: { style: { noRestrictedImports: { level: 'error', options: { patterns } } } } } };
}
