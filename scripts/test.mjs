// npm test: everything that CI runs. `npm test -- unit e2e` runs only the named steps.
import { root } from './settings.mjs';
import { runSteps, steps } from './steps.mjs';

process.chdir(root);
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in steps));
if (unknown.length > 0) {
  console.error(`There is no step ${unknown.join(', ')}. The steps: ${Object.keys(steps).join(', ')}`);
  process.exit(2);
}
process.exitCode = await runSteps(asked.length > 0 ? asked : Object.keys(steps));
