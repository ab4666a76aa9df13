import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { must } from '@/lib/kit/must';
import type { Issue } from '@/tests/fakes/linear/model';
import type { ConnectionsRig } from './connections-rig';
import { IssueCalls, startWriteRig, taskIdOf } from './linear-write-rig';

let rig: ConnectionsRig;
let issue: Issue;
let calls: IssueCalls;

beforeAll(async () => {
  ({ rig } = await startWriteRig());
});
afterAll(() => rig.stop());
beforeEach(async () => {
  rig.linear.faults.clear();
  const team = must([...rig.workspace.teams.values()][0], 'a team');
  issue = rig.workspace.createIssue({ team, title: 'Fix the login' });
  const [connection] = [await (await import('@/lib/db/client')).db().connection.findFirstOrThrow()];
  await rig.syncToEnd(connection.id);
  calls = new IssueCalls(rig, await taskIdOf(issue));
});

describe('changing an issue', () => {
  it('changes the state at Linear and here', async () => {
    const { fields } = await calls.live();
    const done = must(
      rig.workspace.statesOf(issue.team).find(({ type }) => type === 'completed'),
      'a done state',
    );
    const reply = await calls.change({ set: { stateId: done.id }, base: { stateId: fields.stateId } });
    expect(reply.body).toMatchObject({ task: { status: 'done' } });
    expect(reply.status).toBe(200);
    expect(issue.state).toBe(done);
    expect(await calls.events()).toMatchObject([{ kind: 'updated', by: 'Test admin', runId: null }]);
  });
});
