import { migrate } from '@/lib/db/migrate';

// One of several processes that start at once on one database. It stays until it is ended, so that its outcome can be read.
const [options = '{}'] = process.argv.slice(2);
const given = JSON.parse(options) as Parameters<typeof migrate>[0];
try {
  const { applied } = await migrate({ ...given, now: new Date(given.now) });
  process.stdout.write(`applied ${applied.length}\n`);
} catch (error) {
  process.stdout.write(`failed ${error instanceof Error ? `${error.message} ${String(error.cause)}` : 'oddly'}\n`);
}
setInterval(() => undefined, 60_000);
