import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { scheduler } from '@/lib/auth/actor';
import { config, setConfig } from '@/lib/config/config';
import { linearObjects, linearQuery } from '@/lib/contracts/linear-collection';
import { linearCollections } from '@/lib/contracts/values';
import { db } from '@/lib/db/client';
import { viewName } from '@/lib/db/linear-views';
import { exportLinear } from '@/lib/sync/export/export-linear';
import { listLinearObjects } from '@/lib/sync/reading/linear-reading';
import { change, choose } from '@/tests/support/mirror-start';
import { makeAdmin } from '@/tests/support/people';
import { issuesOf, provideHarness } from '@/tests/support/sync-start';

const start = provideHarness();

it('reads what a sync brought, the same by API, by SQL and in files, and follows an edit', async () => {
  const harness = await start({ issues: 40 });
  await choose(harness);
  await change(harness, { descriptions: true });
  await harness.syncAll();
  const { actor } = await makeAdmin();
  const exportDir = await mkdtemp(join(tmpdir(), 'trackline-export-'));
  setConfig({ ...config(), exportDir });
  const run = () => exportLinear(scheduler, { folder: 'linear' }, () => new Date());
  const { written } = await run();
  const urlKey = harness.connection.workspace.urlKey;
  let objects = 0;
  for (const collection of linearCollections) {
    const { items } = await listLinearObjects(actor, collection, linearQuery.parse({ limit: '200' }));
    // Nobody has written to the key's owner in a workspace as small as this.
    if (collection !== 'notifications') expect(items.length, collection).toBeGreaterThan(0);
    for (const item of items) expect(linearObjects[collection].parse(item), collection).toEqual(item);
    const ids = items.map(({ id }) => id).sort();
    const rows = await db().$queryRawUnsafe<{ id: string }[]>(`SELECT id FROM ${viewName(collection)} ORDER BY id`);
    expect(
      rows.map(({ id }) => id),
      collection,
    ).toEqual(ids);
    if (collection === 'organization') continue;
    const files = await readdir(join(exportDir, 'linear', urlKey, collection));
    expect(files.sort(), collection).toEqual(ids.map((id) => `${id}.json`));
    objects += ids.length;
  }
  expect(written).toBe(objects + 1);

  const [edited] = issuesOf(harness.linear.workspace);
  harness.linear.workspace.updateIssue(String(edited?.id), { title: 'Edited at Linear' });
  await harness.syncAll();
  const { items } = await listLinearObjects(actor, 'issues', linearQuery.parse({ search: 'edited linear' }));
  expect(items).toMatchObject([{ id: edited?.id, title: 'Edited at Linear' }]);
  expect(await run()).toMatchObject({ written: 1, removed: 0 });
  await rm(exportDir, { recursive: true });
});
