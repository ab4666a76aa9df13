// npm run dev: runs the app from its sources, with hot reloading.
import { prepareOrFail } from './prepare.mjs';
import { commands, quiet } from './run.mjs';
import { requirePort, startServer } from './serve.mjs';
import { loadSettings } from './settings.mjs';

const { port } = loadSettings();
await requirePort(port);
await prepareOrFail();
const { ended } = startServer([commands.next, 'dev', '-p', String(port)], { ...quiet, PORT: String(port) });
process.exitCode = await ended;
