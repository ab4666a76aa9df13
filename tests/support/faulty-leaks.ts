import { POST as create } from '@/app/api/v1/connections/route';
import { POST as testKey } from '@/app/api/v1/connections/test/route';
import { db } from '@/lib/db/client';
import { ConnectionsRig } from '@/tests/data/api/connections-rig';
import type { Fault } from '@/tests/fakes/linear/faults';

// Everything that can go wrong with a key in hand, at the most talkative log level. Prints what was answered as well.
const [good = '', other = '', revoked = '', odd = ''] = process.argv.slice(2);
const rig = await ConnectionsRig.start({ issues: 10, logLevel: 'trace' });
rig.workspace.createKey({ value: good });
rig.workspace.createKey({ value: other });
rig.workspace.createKey({ value: revoked });
rig.workspace.revokeKey(revoked);
const answers: unknown[] = [];
const note = <T>(reply: T): T => {
  answers.push(reply);
  return reply;
};

for (const apiKey of [revoked, odd, `Bearer ${revoked}`, `${good}\n${odd}`]) {
  note(await rig.call(testKey, 'POST', '/x', { body: { apiKey } }));
  note(await rig.create({ apiKey }));
}
for (const body of [`{"apiKey": ${good}`, `{"apiKey": "${good}"`, `"${good}"`]) {
  const headers = { ...rig.admin.headers, 'content-type': 'application/json' };
  const response = await create(new Request('http://localhost:3000/x', { method: 'POST', headers, body }));
  note(await response.text());
}
note(await rig.create({ apiKey: good, surprise: good.length }));
const { body } = note(await rig.create({ apiKey: good }));
const faults: Fault[] = [
  { kind: 'proxy-page' },
  { kind: 'truncated-json' },
  { kind: 'forbidden' },
  { kind: 'usage-limit' },
  { kind: 'revoked-key' },
  { kind: 'lost-cursor' },
  { kind: 'null-field', field: 'id' },
];
for (const fault of faults) {
  // What passes is tried again for two minutes, so it comes but once.
  if (fault.kind === 'truncated-json') rig.linear.faults.next(fault);
  else rig.linear.faults.always(fault);
  note(await rig.syncToEnd(body.id));
  note(await rig.change(body.id, { apiKey: other }));
  rig.linear.faults.clear();
}
note(await rig.change(body.id, { apiKey: other }));
note(await rig.change(body.id, { apiKey: revoked }));
// A fault of our own, in the middle of a save.
await db().$executeRawUnsafe("CREATE TRIGGER odd BEFORE UPDATE ON connection BEGIN SELECT RAISE(ABORT, 'odd'); END");
note(await rig.change(body.id, { apiKey: good }));
await db().$executeRawUnsafe('DROP TRIGGER odd');
await db().connection.updateMany({ data: { keySealed: 'v1.x.y.z' } });
note(await rig.syncToEnd(body.id));
note(await rig.get(body.id));
process.stdout.write(`${JSON.stringify(answers)}\n`);
const tables = await db().$queryRawUnsafe<{ name: string }[]>("SELECT name FROM sqlite_master WHERE type = 'table'");
for (const { name } of tables)
  process.stdout.write(
    `${JSON.stringify(await db().$queryRawUnsafe(`SELECT * FROM "${name}"`), (_, value: unknown) => (typeof value === 'bigint' ? Number(value) : value))}\n`,
  );
await rig.stop();
process.stdout.write('all is said\n');
