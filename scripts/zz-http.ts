import * as projects from '@/app/api/v1/projects/route';
import * as facets from '@/app/api/v1/tasks/facets/route';
import * as tasks from '@/app/api/v1/tasks/route';
import { readConfig, useConfig } from '@/lib/config/config';
import { closeDatabase, db } from '@/lib/db/client';
import { makeAdmin, request } from '@/tests/support/people';

useConfig(readConfig({ LOG_LEVEL: 'warn', DATA_DIR: '/tmp/bench/data' }));
const admin = await makeAdmin({ email: process.argv[2] ?? `person3+${Date.now()}@example.com` });
const all = await db().project.findMany({ select: { id: true, name: true } });
const eng = all.find((p) => p.name === 'ENG')!.id;
const manual = all.find((p) => p.name === 'Internal')!.id;
async function t(name: string, handler: any, path: string, n = 20) {
  const ts: number[] = [];
  let last: any;
  let status = 0;
  for (let i = 0; i < n; i++) {
    const at = performance.now();
    const r: Response = await handler(request('GET', path, { headers: admin.headers }));
    last = await r.json();
    status = r.status;
    ts.push(performance.now() - at);
  }
  ts.sort((a, b) => a - b);
  console.log(
    name.padEnd(34),
    status,
    'n',
    last.items?.length ?? JSON.stringify(Object.fromEntries(Object.entries(last).map(([k, v]: any) => [k, v.length]))),
    'total',
    last.total,
    'med',
    ts[n >> 1]!.toFixed(1),
    'p95',
    ts[Math.max(0, Math.floor(n * 0.95) - 1)]!.toFixed(1),
    'max',
    ts.at(-1)!.toFixed(1),
  );
  return last;
}
const q = (s: string) => `/api/v1/tasks?${s}`;
await t('warm', tasks.GET, q(''), 30);
await t('default', tasks.GET, q(''));
for (const s of [
  'login',
  'zzzzqq',
  'login zebra',
  'fix crash',
  'e',
  'eng-4242',
  'ENG 42',
  'ada/eng-42-fix-login',
  'android cursor export',
  'cursor trail theme lease',
  '%',
  '_',
  'eng-4',
  'utf-8',
])
  await t(`search ${s}`, tasks.GET, q(`search=${encodeURIComponent(s)}`));
await t('search none all states', tasks.GET, q('search=zzzzqq&sourceState=all'));
await t('search url', tasks.GET, q('search=' + encodeURIComponent('https://linear.app/acme/issue/ENG-42/fix-login')));
for (const sort of ['updated', 'identifier', 'title', 'priority', 'due', 'created'])
  for (const d of ['asc', 'desc']) await t(`sort ${sort} ${d}`, tasks.GET, q(`sort=${sort}&direction=${d}`), 10);
for (const f of [
  `projectId=${eng}`,
  `projectId=${eng}&status=todo`,
  `projectId=${manual}`,
  'source=linear',
  'source=manual',
  'source=linear&state=Nope',
  'state=Done,Todo',
  'assignee=none',
  'assignee=me',
  'assignee=person3@example.com',
  'label=Label 3',
  'label=nope',
  'label=Label 3,Label 4&assignee=person7@example.com&status=todo',
  'sourceState=gone',
  'identifier=ENG-77',
  `projectId=${eng}&label=Label 9&assignee=person4@example.com&sort=title`,
  `search=login&sort=title`,
  `search=login&sort=identifier&projectId=${eng}`,
  'limit=200',
])
  await t(f, tasks.GET, q(f), 10);
let cursor = '';
const first = await t('page1 title', tasks.GET, q('sort=title&limit=200'), 1);
cursor = first.nextCursor;
await t('page2 title', tasks.GET, q(`sort=title&limit=200&cursor=${cursor}`), 10);
const f2 = await t('page1', tasks.GET, q('limit=200'), 1);
await t('page2', tasks.GET, q(`limit=200&cursor=${f2.nextCursor}`), 10);
await t('facets', facets.GET, '/api/v1/tasks/facets');
await t('facets project', facets.GET, `/api/v1/tasks/facets?projectId=${eng}`);
await t('projects', projects.GET, '/api/v1/projects');
await closeDatabase();
