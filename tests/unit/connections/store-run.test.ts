import { QueryClient } from '@tanstack/react-query';
import { expect, it } from 'vitest';
import { storeRun } from '@/app/(signed-in)/connections/store-run';
import { keys } from '@/lib/browser/query-keys';
import type { Run } from '@/lib/contracts/run';

const run = (status: Run['status']) => ({ id: 'r', status }) as Run;

it('a run that has ended stays so, whatever older answer comes after it', () => {
  const client = new QueryClient();
  for (const [status, kept] of [
    ['queued', 'queued'],
    ['running', 'running'],
    ['canceled', 'canceled'],
    ['running', 'canceled'],
  ] as const) {
    storeRun(client, run(status));
    expect(client.getQueryData<Run>(keys.runs.detail('r'))?.status).toBe(kept);
  }
});
