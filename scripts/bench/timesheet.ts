import { addDays } from '@/lib/time/local-day';
import { startApp } from '@/tests/support/e2e-server';
import { percentile, type Row } from './row';
import { signIn } from './sign-in';
import { fillTimeData } from './time-data';

const weeks = 300;

/** Weeks of everybody, all over the year, over HTTP in the built app. */
export async function benchTimesheet(): Promise<Row[]> {
  const credentials = { email: 'bench@trackline.example', password: 'bench-password-1' };
  const env = { ADMIN_EMAIL: credentials.email, ADMIN_PASSWORD: credentials.password };
  const first = await startApp({ env });
  await first.stop();
  const { personIds, from } = fillTimeData(`${first.dataDir}/trackline.db`, { tasks: 100_000, entries: 1_000_000 });
  const app = await startApp({ env, dataDir: first.dataDir });
  const headers = await signIn(app.url, credentials);
  const times: number[] = [];
  for (let n = -20; n < weeks; n++) {
    const userId = personIds[(n + 20) % personIds.length] ?? '';
    const week = addDays(from, ((n + 20) * 7) % 364);
    const startedAt = performance.now();
    const response = await fetch(`${app.url}/api/v1/timesheet?week=${week}&userId=${userId}`, { headers });
    await response.arrayBuffer();
    if (!response.ok) throw new Error(`The timesheet answered ${response.status}`);
    if (n >= 0) times.push(performance.now() - startedAt);
  }
  await app.remove();
  const p95 = percentile(times, 0.95);
  return [
    {
      what: 'GET /api/v1/timesheet at 1,000,000 entries, p95',
      measured: `${p95.toFixed(1)} ms (p50 ${percentile(times, 0.5).toFixed(1)} ms)`,
      limit: '< 60 ms',
      holds: p95 < 60,
    },
  ];
}
