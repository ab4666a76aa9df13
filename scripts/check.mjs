// npm run check: what is quick enough to run before every commit.
import { root } from './settings.mjs';
import { runSteps } from './steps.mjs';

process.chdir(root);
process.exitCode = await runSteps(['format', 'types', 'unit']);
