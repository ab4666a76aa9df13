import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { KeyScope } from '@/tests/fakes/linear/model';
import { makeIssues, type Rig, startRig } from './ask-linear';

let rig: Rig;

beforeEach(async () => {
  rig = await startRig();
  makeIssues(rig, 2);
});

afterEach(() => rig.simulator.stop());

const NOBODY = randomUUID();
const PROBE = `mutation { issueUpdate(id: "${NOBODY}", input: { title: "x" }) { success } }`;
const COMMENT = 'mutation { commentCreate(input: { issueId: "ENG-1", body: "Hi" }) { success } }';
const ATTACH =
  'mutation { attachmentCreate(input: { issueId: "ENG-1", url: "https://a.example", title: "x" }) { success } }';
const WEBHOOKS = '{ webhooks { nodes { id } } }';

function create(): string {
  const { id } = rig.simulator.workspace.team('ENG');
  return `mutation { issueCreate(input: { teamId: "${id}", title: "New" }) { success } }`;
}

async function told(query: string, scopes: KeyScope[]): Promise<string> {
  const key = rig.simulator.workspace.createKey({ scopes }).value;
  const { status, body } = await rig.ask(query, {}, key);
  const [error] = body.errors ?? [];
  return error === undefined ? 'done' : `${status} ${error.extensions.code} ${error.message}`;
}

describe('the scopes of a key', () => {
  test('are asked for before anything is looked up', async () => {
    expect(await told(PROBE, ['read', 'write'])).toBe('200 INPUT_ERROR Entity not found: Issue');
    expect(await told(PROBE, ['read'])).toBe('403 FORBIDDEN Invalid scope: `write` required');
  });

  test('let a key create issues, with their attachments, or comments and nothing else', async () => {
    const refused = '403 FORBIDDEN Invalid scope: `write` required';
    const issues: KeyScope[] = ['read', 'issues:create'];
    expect(await Promise.all([create(), ATTACH, COMMENT, PROBE].map((query) => told(query, issues)))).toEqual([
      'done',
      'done',
      refused,
      refused,
    ]);
    const comments: KeyScope[] = ['read', 'comments:create'];
    expect(await Promise.all([create(), ATTACH, COMMENT].map((query) => told(query, comments)))).toEqual([
      refused,
      refused,
      'done',
    ]);
  });

  test('let a key that may only create do so without reading', async () => {
    expect(await told(create(), ['issues:create'])).toBe('done');
    expect(await told('{ viewer { id } }', ['issues:create'])).toBe(
      '403 FORBIDDEN The API key has no read permission.',
    );
  });

  test('keep webhooks for admins with a key for it', async () => {
    const refused = '403 FORBIDDEN Invalid role: admin required';
    expect(await told(WEBHOOKS, ['read', 'write', 'admin'])).toBe(refused);
    rig.simulator.workspace.user('Ada Whitfield').admin = true;
    expect(await told(WEBHOOKS, ['read', 'write'])).toBe(refused);
    expect(await told(WEBHOOKS, ['read', 'admin'])).toBe('done');
  });

  test('end at the teams of the key', async () => {
    const { workspace } = rig.simulator;
    workspace.createTeam({ key: 'MOB', name: 'Mobile' });
    const key = workspace.createKey({ teams: ['MOB'] }).value;
    expect((await rig.ask(COMMENT, {}, key)).body.errors?.[0]?.message).toBe('Entity not found: Issue');
    expect((await rig.ask(create(), {}, key)).body.errors?.[0]?.message).toBe('Entity not found: Team');
  });
});

describe('faults of writes', () => {
  const WRITE = 'mutation { issueUpdate(id: "ENG-1", input: { title: "Done" }) { success } }';
  const title = () => rig.simulator.workspace.issue('ENG-1').title;

  test('refuse in the words given, or before anything is done', async () => {
    const { faults } = rig.simulator;
    faults.add(
      { kind: 'refused', message: 'Issue is locked', presentable: 'This issue is locked.' },
      { contains: 'issueUpdate' },
    );
    const refused = await rig.ask(WRITE);
    expect([refused.status, refused.body.data]).toEqual([200, null]);
    expect(refused.body.errors?.[0]?.extensions).toMatchObject({
      type: 'invalid input',
      userPresentableMessage: 'This issue is locked.',
    });
    faults.clear();
    faults.next({ kind: 'rate-limited' });
    expect((await rig.ask(WRITE)).body.errors?.[0]?.extensions.code).toBe('RATELIMITED');
    faults.next({ kind: 'cut' });
    await expect(rig.ask(WRITE)).rejects.toThrow('fetch failed');
    expect(title()).toBe('Issue 1');
  });

  test('lose the answer of what was done', async () => {
    const { faults } = rig.simulator;
    faults.next({ kind: 'reset' });
    await expect(rig.ask(WRITE)).rejects.toThrow('fetch failed');
    expect(title()).toBe('Done');
    faults.next({ kind: 'gateway-timeout' });
    const second = WRITE.replace('Done', 'Done twice');
    const headers = { authorization: rig.apiKey };
    const late = await fetch(rig.simulator.url, { method: 'POST', headers, body: JSON.stringify({ query: second }) });
    expect([late.status, title()]).toEqual([504, 'Done twice']);
    faults.next({ kind: 'hang' });
    const third = JSON.stringify({ query: WRITE.replace('Done', 'Done thrice') });
    const signal = AbortSignal.timeout(100);
    await expect(fetch(rig.simulator.url, { method: 'POST', headers, body: third, signal })).rejects.toThrow('timeout');
    expect(title()).toBe('Done thrice');
  });
});
