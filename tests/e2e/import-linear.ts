import { type APIRequestContext, request } from '@playwright/test';
import { z } from 'zod';
import { listOf } from '@/lib/contracts/common';
import { connection } from '@/lib/contracts/connection';
import { task } from '@/lib/contracts/task';
import type { RunningApp } from '@/tests/support/e2e-server';
import type { RunningSimulator } from '@/tests/support/e2e-simulator';
import { expect } from './fixtures';

type Session = Awaited<ReturnType<APIRequestContext['storageState']>>;
type Worker = { app: RunningApp; linear: RunningSimulator; adminSession: Session };

/** The API, as the first admin. */
export function openApi({ app, adminSession }: Pick<Worker, 'app' | 'adminSession'>): Promise<APIRequestContext> {
  return request.newContext({
    baseURL: app.url,
    storageState: adminSession,
    extraHTTPHeaders: { origin: app.url },
  });
}

/** Connects the simulator and waits until all its issues are here. */
export async function importLinear(api: APIRequestContext, linear: RunningSimulator): Promise<void> {
  const answer = await api.post('/api/v1/connections', { data: { apiKey: linear.apiKey, teamKeys: [] } });
  expect(answer.status(), await answer.text()).toBe(201);
  await syncAll(api);
}

/** Reads what has changed in the simulator. */
export async function syncAll(api: APIRequestContext): Promise<void> {
  const { id } = await readConnection(api);
  const answer = await api.post(`/api/v1/connections/${id}/sync`, { data: {} });
  expect(answer.ok(), await answer.text()).toBe(true);
  const started = z.object({ id: z.string() }).parse(await answer.json());
  await expect
    .poll(async () => {
      const { lastRun, activeRun } = await readConnection(api);
      return activeRun === null && lastRun !== null && lastRun.id >= started.id ? lastRun.status : 'busy';
    })
    .toBe('succeeded');
}

export async function readConnection(api: APIRequestContext) {
  const { items } = listOf(connection).parse(await (await api.get('/api/v1/connections')).json());
  const [only] = items;
  if (!only) throw new Error('There is no connection.');
  return only;
}

export async function findTask(api: APIRequestContext, search: string) {
  const answer = await api.get('/api/v1/tasks', { params: { search, sourceState: 'all', limit: 1 } });
  const [found] = listOf(task).parse(await answer.json()).items;
  if (!found) throw new Error(`There is no task "${search}".`);
  return found;
}
