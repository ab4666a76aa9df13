import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closedToApp, importOverrides, importTable, openToCli, openToClientFiles } from '@/scripts/import-table';

const rooms = Object.keys(importTable);
const biome = join(process.cwd(), 'node_modules', '@biomejs', 'biome', 'bin', 'biome');

async function readSettings() {
  return JSON.parse(await readFile('biome.json', 'utf8'));
}

describe('the import table', () => {
  test('stands in biome.json as scripts/import-table.ts has it', async () => {
    const { overrides } = await readSettings();
    const written = overrides.filter(
      ({ linter }: { linter?: { rules?: { style?: { noRestrictedImports?: unknown } } } }) =>
        linter?.rules?.style?.noRestrictedImports !== undefined,
    );
    expect(written).toEqual(importOverrides());
  });

  test('is the one that docs/development.md shows', async () => {
    const page = await readFile('docs/development.md', 'utf8');
    const rows = [...page.matchAll(/^\| `lib\/([a-z]+)` \| (.*) \|$/gm)].map(([, room, open]) => [room, open]);
    const expected = Object.entries(importTable).map(([room, open]) => [room, open.join(', ') || 'nothing']);
    expect(rows).toEqual(expected);
  });

  test('has a line for every room there is', async () => {
    const entries = await readdir('lib', { withFileTypes: true });
    const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
    expect(folders.filter((name) => !rooms.includes(name))).toEqual([]);
  });

  test('has no way round: no room can come back to itself', () => {
    const reach = (room: string, seen: Set<string>): Set<string> => {
      for (const next of importTable[room as keyof typeof importTable]) {
        if (!seen.has(next)) reach(next, seen.add(next));
      }
      return seen;
    };
    expect(rooms.filter((room) => reach(room, new Set()).has(room))).toEqual([]);
  });
});

describe('the linter', () => {
  let folder: string;
  let reported: Map<string, string[]>;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'trackline-imports-'));
    const { vcs: _withoutGit, ...settings } = await readSettings();
    await write(folder, 'biome.json', JSON.stringify(settings));
    const everyRoom = rooms.map((room) => `import '@/lib/${room}/a-file';`);
    for (const room of rooms) await write(folder, `lib/${room}/probe.ts`, everyRoom.join('\n'));
    await write(folder, 'app/tasks/page.tsx', everyRoom.join('\n'));
    await write(folder, 'cli/probe.ts', [...everyRoom, "import '@/app/_ui/button';"].join('\n'));
    await write(
      folder,
      'lib/time/bad.ts',
      ["import '../kit/must';", "import '..';", "import '@/app/_ui/button';", "import '@prisma/client';"].join('\n'),
    );
    await write(folder, 'lib/db/good.ts', ["import '@prisma/client';", "import './generated/client';"].join('\n'));
    await write(folder, 'lib/sync/bad.ts', "import '@/lib/db/generated/client';");
    reported = await reportedImports(folder);
  });

  afterAll(async () => rm(folder, { recursive: true, force: true }));

  test.each(rooms)('reports every import that the table closes to lib/%s, and no other', (room) => {
    const open: readonly string[] = importTable[room as keyof typeof importTable];
    const closed = rooms.filter((other) => other !== room && !open.includes(other));
    expect(reported.get(`lib/${room}/probe.ts`) ?? []).toEqual(closed.map((other) => `@/lib/${other}/a-file`));
  });

  test('keeps screens and routes away from the database, Linear and the secrets', () => {
    const expected = rooms.filter((room) => (closedToApp as readonly string[]).includes(room));
    expect(reported.get('app/tasks/page.tsx')).toEqual(expected.map((room) => `@/lib/${room}/a-file`));
  });

  test('keeps the command line to the API and the rooms that are open to it', () => {
    const closed = rooms.filter((room) => !(openToCli as readonly string[]).includes(room));
    const expected = closed.map((room) => `@/lib/${room}/a-file`);
    expect(reported.get('cli/probe.ts')).toEqual([...expected, '@/app/_ui/button']);
  });

  test('reports ../, app and Prisma where they do not belong', () => {
    expect(reported.get('lib/time/bad.ts')).toEqual(['../kit/must', '..', '@/app/_ui/button', '@prisma/client']);
    expect(reported.get('lib/sync/bad.ts')).toEqual(['@/lib/db/generated/client']);
    expect(reported.get('lib/db/good.ts')).toBeUndefined();
  });
});

test('files marked "use client" import only the rooms that are open to the browser', async () => {
  const open: readonly string[] = openToClientFiles;
  const offending: string[] = [];
  for (const file of await sourceFiles('app')) {
    const text = await readFile(file, 'utf8');
    if (!/^['"]use client['"]/.test(text)) continue;
    for (const [, room] of text.matchAll(/from '@\/lib\/([a-z]+)\//g)) {
      if (room !== undefined && !open.includes(room)) offending.push(`${file} imports lib/${room}`);
    }
  }
  expect(offending).toEqual([]);
});

async function write(folder: string, path: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), `${text}\n`);
}

/** File -> the import paths that noRestrictedImports reports in it, in their order. */
async function reportedImports(folder: string): Promise<Map<string, string[]>> {
  const args = ['lint', '--only=style/noRestrictedImports', '--reporter=json', '--max-diagnostics=none', '.'];
  const { stdout } = await promisify(execFile)(process.execPath, [biome, ...args], { cwd: folder }).catch(
    (error: { stdout: string }) => error,
  );
  const found = new Map<string, { line: number; path: string }[]>();
  for (const { location } of JSON.parse(stdout).diagnostics) {
    const file: string = location.path;
    const line: number = location.start.line;
    const text = (await readFile(join(folder, file), 'utf8')).split('\n')[line - 1] ?? '';
    const path = /'(.*)'/.exec(text)?.[1] ?? '';
    found.set(file, [...(found.get(file) ?? []), { line, path }]);
  }
  return new Map(
    [...found].map(([file, list]) => [file, list.sort((a, b) => a.line - b.line).map(({ path }) => path)]),
  );
}

async function sourceFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}
