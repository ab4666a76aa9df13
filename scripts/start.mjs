// npm start: makes what is missing (database client, build), then runs the app.
import { buildOrFail, prepareOrFail } from './prepare.mjs';
import { commands, quiet } from './run.mjs';
import { isUp, requirePort, startServer } from './serve.mjs';
import { loadSettings } from './settings.mjs';

const { port } = loadSettings();
await requirePort(port);
await prepareOrFail();
await buildOrFail();

const { ended } = startServer([commands.next, 'start', '-p', String(port)], {
  ...quiet,
  NODE_ENV: 'production',
  PORT: String(port),
  // The app ends by itself: it stores or drops the page in hand first. Next would cut it off.
  NEXT_MANUAL_SIG_HANDLE: 'true',
});
if (await isUp(port, ended)) {
  console.log(`\nTrackline is at ${process.env.BASE_URL || `http://localhost:${port}`}  (Ctrl-C ends it)\n`);
}
process.exitCode = await ended;
