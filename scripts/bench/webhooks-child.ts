import { scheduler as actor } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import { makeScheduler } from '@/lib/jobs/scheduler';
import { must } from '@/lib/kit/must';
import { addWebhooks } from '@/lib/sync/push/push-webhooks';
import { ApiServer } from '@/tests/support/api-server';
import { startImporter } from './importer';

// The server without its pages: the routes behind HTTP, the database, the schedule. It answers what the bench asks it.
const [url = '', apiKey = '', secret = ''] = process.argv.slice(2);
const { sync } = await startImporter(url, apiKey);
await sync();
const { id } = must(await db().connection.findFirst({ select: { id: true } }));
const calling = { access: { url, now: () => new Date() }, signal: new AbortController().signal };
await addWebhooks(actor, id, { secret }, { origin: 'https://time.example.com', calling });
// No tick of the schedule: what is measured are pushes alone.
await db().connection.updateMany({ data: { lastTickAt: new Date(Date.now() + 86_400_000) } });
const api = await ApiServer.start();
await makeScheduler().start();

const answers: Record<string, (argument: string) => Promise<unknown>> = {
  address: async () => `${api.url}/api/webhooks/linear/${id}`,
  title: async (identifier) => (await db().task.findFirst({ where: { identifier } }))?.title,
  titles: async () => (await db().task.findMany({ select: { identifier: true, title: true } })) as unknown,
  waiting: async () => {
    const runs = await db().syncRun.count({ where: { activeKey: { not: null } } });
    return runs + (await db().webhookHint.count());
  },
  heap: async () => {
    global.gc?.();
    return process.memoryUsage().heapUsed / 1_048_576;
  },
};

process.on('message', (asked: { what: string; argument: string }) => {
  void answers[asked.what]?.(asked.argument).then((answer) => process.send?.({ answer }));
});
process.send?.({ answer: 'ready' });
