import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Workspace } from '@/tests/fakes/linear/workspace';
import { makeIssues, type Rig, startRig } from './ask-linear';

let rig: Rig;
let workspace: Workspace;

beforeEach(async () => {
  rig = await startRig();
  workspace = rig.simulator.workspace;
  makeIssues(rig, 2);
  rig.tick(60_000);
});

afterEach(() => rig.simulator.stop());

async function answer(query: string, variables: Record<string, unknown> = {}) {
  const { body } = await rig.ask(query, variables);
  const [payload] = Object.values(body.data ?? {}) as Record<string, unknown>[];
  return {
    payload,
    message: body.errors?.[0]?.message,
    presentable: body.errors?.[0]?.extensions.userPresentableMessage,
  };
}

function made(
  payload: Record<string, unknown> | undefined,
  name: string,
): { id: string; title: string; secret: string } {
  const row = payload?.[name];
  if (row === undefined) throw new Error(`The answer has no ${name}.`);
  return row as { id: string; title: string; secret: string };
}

describe('comments', () => {
  const CREATE = `mutation C($input: CommentCreateInput!) { commentCreate(input: $input) { success comment { id body parent { id } } } }`;

  test('are made in the name of the key, with an id of the client, and leave the stamp of the issue', async () => {
    const id = randomUUID();
    const before = workspace.issue('ENG-1').updatedAt;
    const { payload } = await answer(CREATE, { input: { id, issueId: 'ENG-1', body: 'Hello' } });
    expect(payload).toMatchObject({ success: true, comment: { id, body: 'Hello', parent: null } });
    expect(workspace.comments.get(id)?.user?.name).toBe('Ada Whitfield');
    expect(workspace.issue('ENG-1').updatedAt).toBe(before);
    expect((await answer(CREATE, { input: { id, issueId: 'ENG-1', body: 'Hello' } })).message).toBe(
      'conflict on insert of Comment',
    );
    const reply = await answer(CREATE, { input: { issueId: 'ENG-1', parentId: id, body: 'Hi' } });
    expect(reply.payload).toMatchObject({ comment: { parent: { id } } });
  });

  test('need exactly one parent, and words', async () => {
    expect((await answer(CREATE, { input: { body: 'Nowhere' } })).message).toBe('Exactly one parent is required');
    const both = { issueId: 'ENG-1', projectId: randomUUID(), body: 'Both' };
    expect((await answer(CREATE, { input: both })).message).toBe('Exactly one parent is required');
    expect((await answer(CREATE, { input: { issueId: 'ENG-1', body: '' } })).message).toBe('Argument Validation Error');
    expect(workspace.comments.size).toBe(0);
  });

  test('are edited by their author alone', async () => {
    workspace.makeUser({ name: 'Bo Castellan' });
    const mine = workspace.comment('ENG-1', 'Mine', 'Ada Whitfield');
    const theirs = workspace.comment('ENG-1', 'Theirs', 'Bo Castellan');
    const edit = (id: string) => answer(`mutation { commentUpdate(id: "${id}", input: { body: "New" }) { success } }`);
    expect((await edit(mine.id)).payload).toEqual({ success: true });
    expect(mine).toMatchObject({ body: 'New', editedAt: workspace.now() });
    expect((await edit(theirs.id)).message).toBe('You can only change comments that you wrote.');
    expect(theirs.body).toBe('Theirs');
  });

  test('are resolved, opened again and deleted with their replies', async () => {
    const root = workspace.comment('ENG-1', 'Question', 'Ada Whitfield');
    const reply = workspace.comment('ENG-1', 'Answer', 'Ada Whitfield');
    workspace.comments.change(reply, { parent: root });
    const resolve = `mutation { commentResolve(id: "${root.id}", resolvingCommentId: "${reply.id}") { comment { resolvedAt } } }`;
    expect((await answer(resolve)).payload).toEqual({ comment: { resolvedAt: workspace.now() } });
    expect((await answer(`mutation { commentResolve(id: "${reply.id}") { success } }`)).message).toBe(
      'Only root comments can be resolved',
    );
    await answer(`mutation { commentUnresolve(id: "${root.id}") { success } }`);
    expect(root.resolvedAt).toBeNull();
    const { payload } = await answer(`mutation { commentDelete(id: "${root.id}") { success entityId } }`);
    expect(payload).toEqual({ success: true, entityId: root.id });
    expect(workspace.comments.size).toBe(0);
  });
});

describe('attachments', () => {
  const PUT = `mutation A($input: AttachmentCreateInput!) { attachmentCreate(input: $input) { attachment { id title subtitle metadata } } }`;
  const url = 'https://trackline.example/tasks/1';

  test('are one for an issue and an address: the second replaces what the first said', async () => {
    const first = await answer(PUT, { input: { issueId: 'ENG-1', url, title: '1h tracked', metadata: { hours: 1 } } });
    const { id } = made(first.payload, 'attachment');
    const week = { week: [{ day: 'Mon', hours: 2 }] };
    const second = await answer(PUT, {
      input: { id: randomUUID(), issueId: 'ENG-1', url, title: '2h tracked', subtitle: 'Ada', metadata: week },
    });
    expect(second.payload?.attachment).toEqual({ id, title: '2h tracked', subtitle: 'Ada', metadata: week });
    await answer(PUT, { input: { issueId: 'ENG-2', url, title: '1h tracked' } });
    expect(workspace.attachments.size).toBe(2);
  });

  test('go out several in one request, and stop at the first that is refused', async () => {
    const put = (issue: string) =>
      `attachmentCreate(input: { issueId: "${issue}", url: "${url}", title: "1h" }) { success }`;
    await answer(`mutation { a: ${put('ENG-1')} b: ${put('ENG-2')} }`);
    expect(workspace.attachments.size).toBe(2);
    workspace.createIssue({ team: 'ENG', title: 'Third' });
    workspace.createIssue({ team: 'ENG', title: 'Fourth' });
    const { payload, message } = await answer(`mutation { a: ${put('ENG-3')} b: ${put('ENG-99')} c: ${put('ENG-4')} }`);
    expect([payload, message]).toEqual([undefined, 'Entity not found: Issue']);
    expect([...workspace.attachments.values()].map((each) => each.issue.identifier)).toEqual([
      'ENG-1',
      'ENG-2',
      'ENG-3',
    ]);
  });

  test('are linked by address, renamed and deleted', async () => {
    const linked = await answer(
      `mutation { attachmentLinkURL(issueId: "ENG-1", url: "${url}") { attachment { id title } } }`,
    );
    const { id, title } = made(linked.payload, 'attachment');
    expect(title).toBe(url);
    await answer(`mutation { attachmentUpdate(id: "${id}", input: { title: "3h" }) { success } }`);
    expect(workspace.attachments.get(id)?.title).toBe('3h');
    await answer(`mutation { attachmentDelete(id: "${id}") { success entityId } }`);
    expect(workspace.attachments.size).toBe(0);
  });
});

describe('relations', () => {
  const relate = (type: string, from = 'ENG-1', to = 'ENG-2') =>
    answer(
      `mutation { issueRelationCreate(input: { issueId: "${from}", relatedIssueId: "${to}", type: ${type} }) { issueRelation { id type } } }`,
    );

  test('join two issues once, and none with itself', async () => {
    const { payload } = await relate('blocks');
    const { id } = made(payload, 'issueRelation');
    expect((await relate('blocks')).message).toBe('conflict on insert of IssueRelation');
    expect((await relate('related', 'ENG-1', 'ENG-1')).message).toBe('Issue cannot be related to itself');
    await answer(`mutation { issueRelationDelete(id: "${id}") { success } }`);
    expect(workspace.relations.size).toBe(0);
  });

  test('put a duplicate where duplicates go', async () => {
    await relate('duplicate');
    expect(workspace.issue('ENG-1').state.type).toBe('duplicate');
  });
});

describe('labels and cycles', () => {
  const label = (input: string) => answer(`mutation { issueLabelCreate(input: ${input}) { issueLabel { id name } } }`);

  test('makes a label once in its team, and a child only of a group', async () => {
    const group = await label('{ name: "Type", isGroup: true }');
    const { id } = made(group.payload, 'issueLabel');
    const child = await label(`{ name: "Bug", parentId: "${id}" }`);
    const childId = made(child.payload, 'issueLabel').id;
    expect((await label('{ name: "bug" }')).presentable).toBe('Label "bug" already exists in workspace.');
    expect((await label(`{ name: "Deep", parentId: "${childId}" }`)).message).toBe('parent label is not a group');
    const use = `mutation { issueAddLabel(id: "ENG-1", labelId: "${id}") { success } }`;
    expect((await answer(use)).message).toBe('Label is a group');
  });

  test('changes a cycle, and says that making one is not supported', async () => {
    const times = { startsAt: '2026-03-01T00:00:00.000Z', endsAt: '2026-03-15T00:00:00.000Z' };
    const cycle = workspace.createCycle({ team: 'ENG', number: 1, ...times });
    const rename = `mutation { cycleUpdate(id: "${cycle.id}", input: { name: "Sprint", endsAt: "2026-03-16T00:00:00+02:00" }) { cycle { name endsAt } } }`;
    expect((await answer(rename)).payload).toEqual({ cycle: { name: 'Sprint', endsAt: '2026-03-15T22:00:00.000Z' } });
    const input = { ...times, teamId: workspace.team('ENG').id };
    const create = `mutation M($input: CycleCreateInput!) { cycleCreate(input: $input) { success } }`;
    expect((await answer(create, { input })).message).toBe('Cycle creation is not supported');
    expect(workspace.cycles.size).toBe(1);
  });
});

describe('webhooks of an admin', () => {
  const CREATE = `mutation W($input: WebhookCreateInput!) { webhookCreate(input: $input) { webhook { id url secret enabled allPublicTeams } } }`;
  const url = 'https://trackline.example/api/webhooks/linear/1';
  const input = { url, allPublicTeams: true, resourceTypes: ['Issue', 'Comment'] };

  beforeEach(() => {
    workspace.user('Ada Whitfield').admin = true;
    workspace.keys[0]?.scopes.push('admin');
  });

  test('are made, changed, given a new secret and deleted', async () => {
    const { payload } = await answer(CREATE, { input });
    const { id, secret } = made(payload, 'webhook');
    expect(payload?.webhook).toMatchObject({ url, enabled: true, allPublicTeams: true });
    expect(secret).toMatch(/^lin_wh_[0-9a-f]{40}$/);
    await answer(`mutation { webhookUpdate(id: "${id}", input: { enabled: false, label: "Trackline" }) { success } }`);
    expect(workspace.webhooks.get(id)).toMatchObject({ enabled: false, label: 'Trackline', url });
    const rotated = await answer(`mutation { webhookRotateSecret(id: "${id}") { secret } }`);
    expect(rotated.payload?.secret).not.toBe(secret);
    expect(workspace.webhooks.get(id)?.secret).toBe(rotated.payload?.secret);
    await answer(`mutation { webhookDelete(id: "${id}") { success entityId } }`);
    expect(workspace.webhooks.size).toBe(0);
  });

  test('are for one team or all public ones, at a public https address, of known types', async () => {
    const refused = async (changes: Record<string, unknown>) =>
      (await answer(CREATE, { input: { ...input, ...changes } })).message;
    expect(await refused({ allPublicTeams: false })).toBe('Webhook needs a team');
    expect(await refused({ teamId: workspace.team('ENG').id })).toBe('Webhook needs a team');
    expect(await refused({ resourceTypes: ['WorkflowState'] })).toBe('Invalid resource type');
    for (const address of ['http://trackline.example/x', 'https://localhost/x', 'https://10.0.0.4/x', 'nonsense']) {
      expect(await refused({ url: address })).toBe('Invalid webhook URL');
    }
    workspace.behaviour.loopbackWebhooks = true;
    expect(await refused({ url: 'http://127.0.0.1:4010/x' })).toBeUndefined();
    expect(workspace.webhooks.size).toBe(1);
  });

  test('show their failures', async () => {
    const webhook = rig.simulator.webhooks.register({ url });
    webhook.failures = [
      { id: 'f', createdAt: workspace.now(), executionId: 'e', httpStatus: 500, responseOrError: 'no', url },
    ];
    const { payload } = await answer('{ webhooks { nodes { failures { httpStatus webhook { id } } } } }');
    expect(payload).toEqual({ nodes: [{ failures: [{ httpStatus: 500, webhook: { id: webhook.id } }] }] });
  });
});
