import { requirePerson } from '@/lib/auth/actor';
import { type LinearCollection, linearQuery } from '@/lib/contracts/linear-collection';
import { listLinearObjects } from '@/lib/sync/reading/linear-reading';
import { listLinearProgress } from '@/lib/sync/reading/linear-reading-progress';
import { startTestDatabase } from '@/tests/support/test-database';
import { fillMirror } from './mirror-data';
import { percentile, type Row } from './row';

const rounds = 20;

const reader = requirePerson({
  kind: 'person',
  userId: 'bench',
  name: 'Bench',
  email: 'bench@trackline.example',
  role: 'member',
  timeZone: 'UTC',
  weekStart: 1,
  timerLimitMinutes: 480,
  weekTargetMinutes: 2400,
  scope: 'read',
  via: 'token',
  sessionId: null,
});

/** First pages, filters, a search that finds nothing, and what hangs on one issue. */
const asked: [LinearCollection, Record<string, string>][] = [
  ['issues', {}],
  ['issues', { team: 'ENG', updatedFrom: '2026-11-01T00:00:00Z' }],
  ['issues', { search: 'nothing like it' }],
  ['comments', {}],
  ['comments', { issue: 'ENG-42' }],
  ['comments', { search: 'nothing like it' }],
];

export async function benchReadLinear(): Promise<Row[]> {
  const database = await startTestDatabase();
  fillMirror(database.databaseUrl.replace('file:', ''), { issues: 50_000, comments: 50_000 });
  const times: number[] = [];
  for (let round = 0; round < rounds; round++)
    for (const [collection, query] of asked) {
      const startedAt = performance.now();
      await listLinearObjects(reader, collection, linearQuery.parse(query));
      times.push(performance.now() - startedAt);
    }
  const startedAt = performance.now();
  await listLinearProgress(reader, { of: 'cycles' }, new Date());
  const progressMs = performance.now() - startedAt;
  await database.stop();
  const p95 = percentile(times, 0.95);
  return [
    {
      what: 'A page of 50,000 mirrored issues or comments, p95',
      measured: `${p95.toFixed(1)} ms (p50 ${percentile(times, 0.5).toFixed(1)} ms)`,
      limit: '< 150 ms',
      holds: p95 < 150,
    },
    {
      what: 'Cycles with the hours of 50,000 issues',
      measured: `${progressMs.toFixed(0)} ms`,
      limit: '< 500 ms',
      holds: progressMs < 500,
    },
  ];
}
