import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Webhook } from '@/tests/fakes/linear/activity-model';
import type { WebhookSender } from '@/tests/fakes/linear/webhook-sender';
import type { Workspace } from '@/tests/fakes/linear/workspace';
import { makeIssues, type Rig, startRig } from './ask-linear';
import { isSigned, WebhookListener } from './webhook-listener';

let rig: Rig;
let workspace: Workspace;
let sender: WebhookSender;
let listener: WebhookListener;
let webhook: Webhook;

beforeEach(async () => {
  rig = await startRig({ webhooks: { retryDelaysMs: [1, 1, 1], deadlineMs: 150 } });
  listener = await new WebhookListener().listen();
  workspace = rig.simulator.workspace;
  sender = rig.simulator.webhooks;
  makeIssues(rig, 3);
  webhook = sender.register({ url: listener.url });
});

afterEach(async () => {
  await rig.simulator.stop();
  await listener.close();
});

async function heard(): Promise<WebhookListener['received']> {
  await sender.settled();
  return listener.received;
}

async function identifiers(): Promise<unknown[]> {
  return (await heard()).map(({ payload }) => payload.data.identifier);
}

describe('a webhook', () => {
  test('tells of a write with the headers, the signature and the envelope of Linear', async () => {
    const id = workspace.issue('ENG-1').id;
    await rig.ask(`mutation { issueUpdate(id: "ENG-1", input: { title: "Better", priority: 1 }) { success } }`);
    const [first, ...rest] = await heard();
    expect(rest).toEqual([]);
    expect(first?.headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'user-agent': 'Linear-Webhook',
      'linear-event': 'Issue',
      'linear-timestamp': String(workspace.clock().getTime()),
    });
    expect(first?.headers['linear-delivery']).toMatch(/^[0-9a-f-]{36}$/);
    expect(first && isSigned(first, webhook.secret)).toBe(true);
    expect(first?.payload).toMatchObject({
      action: 'update',
      type: 'Issue',
      actor: { type: 'user', name: 'Ada Whitfield' },
      data: { id, identifier: 'ENG-1', title: 'Better', state: { name: 'Backlog' }, labelIds: [], labels: [] },
      organizationId: workspace.organization.id,
      webhookId: webhook.id,
      webhookTimestamp: workspace.clock().getTime(),
      url: 'https://linear.app/northwind/issue/ENG-1/better',
    });
    expect(Object.keys(first?.payload.updatedFrom as object).sort()).toEqual([
      'priority',
      'priorityLabel',
      'title',
      'updatedAt',
    ]);
  });

  test('names the former ids of what points elsewhere', async () => {
    const before = workspace.issue('ENG-1').state.id;
    const label = workspace.createLabel({ name: 'Bug' });
    workspace.updateIssue('ENG-1', { state: 'Done', labels: [label], assignee: 'Ada Whitfield' });
    const { payload } = (await heard()).at(-1) ?? {};
    expect(payload?.updatedFrom).toMatchObject({ stateId: before, labelIds: [], assigneeId: null, completedAt: null });
    expect(payload?.updatedFrom).not.toHaveProperty('state');
    expect(payload?.data).toMatchObject({ labels: [{ name: 'Bug' }], stateId: workspace.state('ENG', 'Done').id });
  });

  test('tells one write as one event, though it moves the issue and changes it', async () => {
    const { id } = workspace.createTeam({ key: 'MOB', name: 'Mobile' });
    await rig.ask(`mutation { issueUpdate(id: "ENG-1", input: { teamId: "${id}", title: "Moved" }) { success } }`);
    const received = await heard();
    expect(received).toHaveLength(1);
    expect(received[0]?.payload.updatedFrom).toMatchObject({ identifier: 'ENG-1', title: 'Issue 1' });
  });

  test('tells of archiving and trashing as updates, and of a deletion with the id alone', async () => {
    const { id } = workspace.issue('ENG-1');
    workspace.archiveIssue('ENG-1');
    workspace.trashIssue('ENG-1');
    workspace.deletePermanently('ENG-1');
    const payloads = (await heard()).map(({ payload }) => payload);
    expect(payloads.map(({ action }) => action)).toEqual(['update', 'update', 'remove']);
    expect(payloads[0]?.updatedFrom).toEqual({ archivedAt: null });
    expect(payloads[2]?.data).toEqual({ id });
  });

  test('tells of trashing as a remove where Linear should be so', async () => {
    workspace.behaviour.removeEventOnTrash = true;
    workspace.trashIssue('ENG-1');
    expect((await heard())[0]?.payload.action).toBe('remove');
  });

  test('tells of comments, projects, cycles, labels, attachments, documents and people', async () => {
    const project = workspace.createProject({ name: 'Engine', teams: ['ENG'] });
    workspace.comment('ENG-1', 'Hello', 'Ada Whitfield');
    const times = { startsAt: '2026-03-01T00:00:00.000Z', endsAt: '2026-03-15T00:00:00.000Z' };
    workspace.createCycle({ team: 'ENG', number: 1, ...times });
    workspace.createLabel({ name: 'Bug' });
    workspace.createDocument({ title: 'Plan', project });
    workspace.makeUser({ name: 'Bo Castellan' });
    const url = 'https://trackline.example/t/1';
    await rig.ask(
      `mutation { attachmentCreate(input: { issueId: "ENG-1", url: "${url}", title: "1h tracked" }) { success } }`,
    );
    const types = (await heard()).map(({ payload }) => `${payload.type} ${payload.action}`);
    expect(types.sort()).toEqual([
      'Attachment create',
      'Comment create',
      'Cycle create',
      'Document create',
      'IssueLabel create',
      'Project create',
      'User create',
    ]);
  });

  test('is told only what it asked for, and only of its teams', async () => {
    workspace.createTeam({ key: 'MOB', name: 'Mobile' });
    workspace.createTeam({ key: 'SEC', name: 'Secret', visibility: 'private' });
    const other = await new WebhookListener().listen();
    sender.register({ url: other.url, team: 'SEC', resourceTypes: ['Issue'] });
    webhook.resourceTypes = ['Issue'];
    workspace.createLabel({ name: 'Bug' });
    for (const team of ['ENG', 'MOB', 'SEC']) workspace.createIssue({ team, title: team });
    expect(await identifiers()).toEqual(['ENG-4', 'MOB-1']);
    expect(other.received.map(({ payload }) => payload.data.identifier)).toEqual(['SEC-1']);
    await other.close();
  });

  test('hears nothing when it is disabled or nothing that it shows has changed', async () => {
    workspace.setMembers('ENG', []);
    workspace.issues.change(workspace.issue('ENG-1'), {});
    webhook.enabled = false;
    workspace.archiveIssue('ENG-1');
    expect(await heard()).toEqual([]);
  });
});

describe('delivering', () => {
  test('is tried four times, fresh each time and under one delivery id, and then noted as failed', async () => {
    listener.answer = () => 500;
    workspace.archiveIssue('ENG-1');
    const received = await heard();
    expect(received).toHaveLength(4);
    expect(new Set(received.map(({ headers }) => headers['linear-delivery'])).size).toBe(1);
    expect(webhook.failures).toHaveLength(4);
    expect(webhook.failures[0]).toMatchObject({ httpStatus: 500, responseOrError: 'no', url: listener.url });
    expect(new Set(webhook.failures.map((failure) => failure.executionId)).size).toBe(1);
  });

  test('counts only 200 within the deadline as an answer', async () => {
    const answers = [204, null, 302, 200];
    listener.answer = (call) => answers[call - 1] ?? null;
    workspace.archiveIssue('ENG-1');
    expect(await heard()).toHaveLength(4);
    expect(sender.attempts.map(({ status }) => status)).toEqual([204, null, 302, 200]);
    expect(sender.attempts[1]?.responseOrError).toContain('No answer within 150 ms');
  });

  test('gives up on a webhook that never answers, when told to', async () => {
    sender.options = { retryDelaysMs: [], disableAfter: 2 };
    await listener.close();
    workspace.archiveIssue('ENG-1');
    workspace.archiveIssue('ENG-2');
    await sender.settled();
    expect(webhook.enabled).toBe(false);
    expect(webhook.failures[0]?.httpStatus).toBeNull();
    listener = await new WebhookListener().listen();
  });

  test('leads a public address to where a test listens', async () => {
    sender.options = { ...sender.options, origins: { 'https://trackline.example': new URL(listener.url).origin } };
    webhook.url = 'https://trackline.example/hook';
    workspace.archiveIssue('ENG-1');
    expect(await heard()).toHaveLength(1);
    expect(sender.attempts[0]?.url).toBe('https://trackline.example/hook');
  });

  test('can be held, and let go in another order', async () => {
    sender.hold();
    for (const identifier of ['ENG-1', 'ENG-2', 'ENG-3']) workspace.archiveIssue(identifier);
    expect(await identifiers()).toEqual([]);
    expect(sender.held).toBe(3);
    sender.release('reversed');
    expect(await identifiers()).toEqual(['ENG-3', 'ENG-2', 'ENG-1']);
  });

  test('loses nothing of five hundred changes', async () => {
    for (let round = 1; round <= 500; round += 1) workspace.updateIssue('ENG-1', { title: `Title ${round}` });
    const titles = (await heard()).map(({ payload }) => payload.data.title);
    expect(new Set(titles).size).toBe(500);
  });
});

describe('faults of delivering', () => {
  test('drop, double, delay and reorder', async () => {
    sender.faults.add({ kind: 'drop' }, { when: ({ payload }) => payload.action === 'create' });
    workspace.createIssue({ team: 'ENG', title: 'Never heard of' });
    sender.faults.next({ kind: 'reorder' });
    workspace.archiveIssue('ENG-1');
    workspace.archiveIssue('ENG-2');
    expect(await identifiers()).toEqual(['ENG-2', 'ENG-1']);
    sender.faults.next({ kind: 'duplicate', times: 3 });
    workspace.unarchiveIssue('ENG-3');
    workspace.archiveIssue('ENG-3');
    expect((await identifiers()).slice(2)).toEqual(['ENG-3', 'ENG-3', 'ENG-3']);
    sender.faults.next({ kind: 'late', ms: 30 });
    workspace.updateIssue('ENG-1', { title: 'Late' });
    workspace.updateIssue('ENG-2', { title: 'Soon' });
    expect((await identifiers()).slice(5)).toEqual(['ENG-2', 'ENG-1']);
    expect(sender.dropped).toBe(1);
  });

  test('lets the last one pass that was to be overtaken by nobody', async () => {
    sender.faults.next({ kind: 'reorder', by: 5 });
    workspace.archiveIssue('ENG-1');
    expect(await identifiers()).toEqual(['ENG-1']);
  });

  test('spoil the stamp, the signature, the workspace and the body', async () => {
    const kinds = ['stale', 'wrong-signature', 'no-signature', 'other-workspace', 'garbled', 'oversized'] as const;
    for (const kind of kinds) {
      sender.faults.next({ kind });
      workspace.updateIssue('ENG-1', { title: kind });
      await sender.settled();
    }
    const [stale, wrong, unsigned, foreign, garbled, oversized] = listener.received;
    expect(stale?.payload.webhookTimestamp).toBe(workspace.clock().getTime() - 120_000);
    expect(stale && isSigned(stale, webhook.secret)).toBe(true);
    expect(wrong && isSigned(wrong, webhook.secret)).toBe(false);
    expect(unsigned?.headers).not.toHaveProperty('linear-signature');
    expect(foreign?.payload.organizationId).not.toBe(workspace.organization.id);
    expect(() => JSON.parse(garbled?.body ?? '') as unknown).toThrow();
    expect(oversized?.body.length).toBeGreaterThan(5 * 1024 * 1024);
  });

  test('send by hand what nothing caused, and the same bytes again', async () => {
    sender.send(webhook, { type: 'Issue', action: 'update', data: { id: 'made-up' } });
    await sender.settled();
    const [attempt] = sender.attempts;
    if (attempt === undefined) throw new Error('Nothing was sent.');
    expect(await sender.replay(attempt)).toMatchObject({ status: 200 });
    const [first, second] = listener.received;
    expect([second?.body, second?.headers['linear-signature']]).toEqual([
      first?.body,
      first?.headers['linear-signature'],
    ]);
  });
});
