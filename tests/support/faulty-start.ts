import { startServer } from '@/lib/jobs/start-server';

// What instrumentation.ts does, in a process of its own that can be killed: no page is served, only the schedule runs.
await startServer();
setInterval(() => undefined, 60_000);
