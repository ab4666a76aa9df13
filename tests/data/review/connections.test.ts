import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Connection } from '@/lib/contracts/connection';
import { db } from '@/lib/db/client';
import { ConnectionsRig } from '@/tests/data/api/connections-rig';

let rig: ConnectionsRig;
let id: string;
beforeAll(async () => {
  rig = await ConnectionsRig.start({ issues: 3 });
});
beforeEach(async () => {
  rig.linear.reset();
  await db().task.deleteMany();
  await db().project.deleteMany();
  await db().connection.deleteMany();
  id = (await rig.create()).body.id;
});
afterAll(() => rig.stop());

/** Deletes the connection while Linear is being asked. */
function deleteMeanwhile(): void {
  const run = async () => void (await db().connection.deleteMany());
  rig.linear.faults.add({ kind: 'run', at: 'before', run }, { nth: 1 });
}

describe('a connection', () => {
  it('keeps the time zone of its schedule when a change names none', async () => {
    await rig.change(id, { schedule: { enabled: true, cron: '0 9 * * *', timeZone: 'Asia/Tokyo' } });
    const { body } = await rig.change<Connection>(id, { schedule: { enabled: false, cron: '0 9 * * *' } });
    expect(body.schedule).toMatchObject({ enabled: false, timeZone: 'Asia/Tokyo' });
  });

  it('refuses a schedule that only one of the two cron libraries can read', async () => {
    const { status, body } = await rig.change(id, { schedule: { enabled: true, cron: '? ? * * *' } });
    expect([status, body]).toMatchObject([422, { errors: [{ path: 'schedule.cron' }] }]);
    expect((await rig.change(id, { schedule: { enabled: true, cron: '0 9 ? * ?' } })).status).toBe(200);
  });

  it('that another admin deletes while its new key is tested is not found', async () => {
    deleteMeanwhile();
    const { status, body } = await rig.change(id, { apiKey: rig.apiKey });
    expect([status, body]).toMatchObject([404, { code: 'not_found' }]);
  });

  it('that two admins delete at once is deleted once', async () => {
    const both = await Promise.all([rig.remove(id), rig.remove(id)]);
    expect(both.map(({ status }) => status).sort()).toEqual([204, 404]);
  });
});
