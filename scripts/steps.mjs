import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowser } from './browser.mjs';
import { countPlaywright, countVitest, inWords } from './count-tests.mjs';
import { ensureBuild, ensureClient, removeDevTypes } from './prepare.mjs';
import { commands, quiet, run } from './run.mjs';
import { root } from './settings.mjs';

const reports = '.artifacts/reports';

/** Each step answers `{ passed, failed, skipped }`. Those without a test runner count as one test. */
export const steps = {
  format: {
    title: 'Format, lint and import table (Biome)',
    go: async () => one(await run([commands.biome, 'ci', '--error-on-warnings', '--max-diagnostics=200'])),
  },
  unused: { title: 'Unused files, exports and packages (knip)', go: async () => one(await run([commands.knip])) },
  types: { title: 'Types (TypeScript)', go: checkTypes },
  unit: { title: 'Unit tests (Vitest)', go: () => vitest('unit') },
  data: { title: 'Tests on SQLite and the Linear simulator (Vitest)', go: () => vitest('data') },
  build: { title: 'Production build (Next)', go: async () => one((await build()) ? 0 : 1) },
  e2e: { title: 'Browser tests (Playwright)', go: playwright },
};

/** Runs the steps in turn, all of them whatever fails, and says at the end what came out. */
export async function runSteps(names) {
  const began = performance.now();
  const total = { passed: 0, failed: 0, skipped: 0 };
  const lines = [];
  rmSync(join(root, reports), { recursive: true, force: true });
  mkdirSync(join(root, reports), { recursive: true });
  if (!(await ensureClient())) total.failed += 1;
  for (const name of names) {
    const { title, go } = steps[name];
    console.log(`\n=== ${title} ===`);
    const start = performance.now();
    const counts = await go().catch((error) => {
      console.error(error);
      return one(1);
    });
    for (const key of Object.keys(total)) total[key] += counts[key];
    const line = `${counts.failed > 0 ? 'FAILED' : 'ok    '} ${title}: ${inWords(counts)} (${seconds(start)})`;
    lines.push(line);
    console.log(`--- ${line}`);
  }
  console.log(`\n=== Together, in ${seconds(began)} ===\n${lines.join('\n')}\n`);
  console.log(inWords(total));
  return total.failed === 0 ? 0 : 1;
}

let built;

/** Once for all steps, also when it fails. */
function build() {
  built ??= ensureBuild();
  return built;
}

function seconds(start) {
  return `${Math.round((performance.now() - start) / 100) / 10} s`;
}

function one(exitCode) {
  return exitCode === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
}

/** A fresh clone has no next-env.d.ts and no route types: Next writes them first. */
async function checkTypes() {
  removeDevTypes();
  const typegen = await run([commands.next, 'typegen'], quiet);
  return one(typegen === 0 ? await run([commands.tsc, '--noEmit']) : typegen);
}

async function vitest(project) {
  const file = `${reports}/${project}.json`;
  const code = await run([
    commands.vitest,
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  return countVitest(readReport(file), code);
}

async function playwright() {
  if (!(await build())) {
    console.error('There is no build of these sources to test.');
    return one(1);
  }
  const file = `${reports}/e2e.json`;
  const env = { ...quiet, CHROMIUM_PATH: await ensureBrowser(), PLAYWRIGHT_JSON_OUTPUT_FILE: join(root, file) };
  const code = await run([commands.playwright, 'test', '--reporter=list,json'], env);
  return countPlaywright(readReport(file), code);
}

function readReport(file) {
  return existsSync(join(root, file)) ? JSON.parse(readFileSync(join(root, file), 'utf8')) : null;
}
