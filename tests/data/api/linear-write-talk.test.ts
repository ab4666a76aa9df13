import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { POST as createIssue } from '@/app/api/v1/linear-write/issues/route';
import { POST as comment, GET as listComments } from '@/app/api/v1/tasks/[id]/comments/route';
import { DELETE as unrelate } from '@/app/api/v1/tasks/[id]/relations/[relationId]/route';
import { GET as listRelations, POST as relate } from '@/app/api/v1/tasks/[id]/relations/route';
import { GET as listWrites } from '@/app/api/v1/tasks/[id]/writes/route';
import type { ListOf } from '@/lib/contracts/common';
import type { IssueComment, IssueRelationView, LinearWrite } from '@/lib/contracts/linear-write';
import { db } from '@/lib/db/client';
import { WriteRig } from './linear-write-rig';

let write: WriteRig;

beforeAll(async () => {
  write = await WriteRig.start();
});
afterEach(() => write.faults.clear());
afterAll(() => write.rig.stop());

describe('comments', () => {
  it('comments as the owner of the key, and says in the history who it was', async () => {
    const { issue, task } = await write.issue();
    write.rig.linear.requests.clear();
    const { status, body } = await task.call<IssueComment>(comment, 'POST', '/comments', { body: { body: 'On it.' } });
    expect(write.rig.linear.requests).toHaveLength(2);
    expect({ status, text: body.body }).toEqual({ status: 201, text: 'On it.' });
    expect(write.workspace.commentsOfIssue.of(issue)).toMatchObject([{ id: body.id, body: 'On it.' }]);
    expect(await task.events()).toMatchObject([
      { kind: 'edited', by: 'Test admin', changes: [{ field: 'comment', from: null, to: 'On it.' }] },
    ]);
  });

  it('lists all comments of the issue, oldest first, however many there are', async () => {
    const { issue, task } = await write.issue();
    const first = Date.parse('2026-11-01T00:00:00.000Z');
    for (let count = 0; count < 60; count++) {
      const createdAt = new Date(first + count).toISOString();
      write.workspace.comment(issue, `No. ${count}`, null, { createdAt });
    }
    const { body } = await task.call<ListOf<IssueComment>>(listComments, 'GET', '/comments');
    expect(body.items.map((each) => each.body)).toEqual(Array.from({ length: 60 }, (_, count) => `No. ${count}`));
  });

  it('makes one comment of a call that is sent twice under its Idempotency-Key', async () => {
    const { issue, task } = await write.issue();
    const headers = { ...write.rig.admin.headers, 'Idempotency-Key': 'comment-once' };
    const given = { body: { body: 'Once.' }, headers };
    const [first, second] = [
      await task.call<IssueComment>(comment, 'POST', '/comments', given),
      await task.call<IssueComment>(comment, 'POST', '/comments', given),
    ];
    expect(second.body).toEqual(first.body);
    expect(write.workspace.commentsOfIssue.of(issue)).toHaveLength(1);
  });

  it('refuses an empty one before Linear is asked', async () => {
    const { task } = await write.issue();
    write.rig.linear.requests.clear();
    expect((await task.call(comment, 'POST', '/comments', { body: { body: '  ' } })).status).toBe(422);
    expect(write.rig.linear.requests).toHaveLength(0);
  });
});

describe('links to other issues', () => {
  it.each([
    ['blocks', 'blocks', false],
    ['blocked_by', 'blocks', true],
    ['related', 'related', false],
    ['duplicated_by', 'duplicate', true],
  ] as const)('makes a link "%s", and shows it', async (type, linears, isInverse) => {
    const [{ issue, task }, { issue: other }] = [await write.issue(), await write.issue()];
    const body = { type, issue: other.identifier.toLowerCase() };
    write.rig.linear.requests.clear();
    const made = await task.call<IssueRelationView>(relate, 'POST', '/relations', { body });
    expect(write.rig.linear.requests).toHaveLength(3);
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ type, issue: { identifier: other.identifier } });
    const [from, to] = isInverse ? [other, issue] : [issue, other];
    expect(write.workspace.relationsOfIssue.of(from)).toMatchObject([{ type: linears, relatedIssue: to }]);
    const listed = await task.call<ListOf<IssueRelationView>>(listRelations, 'GET', '/relations');
    expect(listed.body.items).toEqual([made.body]);
  });

  it('moves a duplicate to the state that Linear gives it', async () => {
    const [{ task }, { issue: other }] = [await write.issue(), await write.issue()];
    await task.call(relate, 'POST', '/relations', { body: { type: 'duplicate', issue: other.identifier } });
    expect((await task.task()).state?.type).toBe('duplicate');
  });

  it('answers a link that is there already, and makes no second one', async () => {
    const [{ issue, task }, { issue: other }] = [await write.issue(), await write.issue()];
    const { id } = write.workspace.relate(issue.id, 'blocks', other.id);
    const given = { body: { type: 'blocks', issue: other.id } };
    expect((await task.call<IssueRelationView>(relate, 'POST', '/relations', given)).body.id).toBe(id);
    expect(write.workspace.relationsOfIssue.of(issue)).toHaveLength(1);
  });

  it('removes a link, once', async () => {
    const [{ issue, task }, { issue: other }] = [await write.issue(), await write.issue()];
    const { id: relationId } = write.workspace.relate(issue.id, 'blocks', other.id);
    const remove = () => task.call(unrelate, 'DELETE', `/relations/${relationId}`, { params: { relationId } });
    expect((await remove()).status).toBe(204);
    expect(write.workspace.relationsOfIssue.of(issue)).toHaveLength(0);
    expect((await remove()).status).toBe(404);
    expect(await task.events()).toMatchObject([
      { by: 'Test admin', changes: [{ field: 'relation', from: `blocks ${other.identifier}`, to: null }] },
    ]);
  });

  it('says that there is no such issue', async () => {
    const { task } = await write.issue();
    const { body } = await task.call(relate, 'POST', '/relations', { body: { type: 'blocks', issue: 'ENG-99999' } });
    expect(body).toMatchObject({ code: 'linear_issue_gone', detail: 'Linear has no issue ENG-99999.' });
  });

  it('tells nothing of an issue whose team is not synced, and links nothing to it', async () => {
    const other = write.workspace.createIssue({ team: 'MOB', title: 'Not for everybody' });
    await db().teamScope.updateMany({ where: { key: 'MOB' }, data: { selected: false } });
    const { issue, task } = await write.issue();
    const made = await task.call(relate, 'POST', '/relations', { body: { type: 'blocks', issue: other.id } });
    const sent = { team: 'ENG', title: 'Part', parent: other.identifier };
    const part = await write.call(createIssue, 'POST', '/linear-write/issues', { body: sent });
    await db().teamScope.updateMany({ where: { key: 'MOB' }, data: { selected: true } });
    expect(made.body).toMatchObject({ code: 'linear_issue_gone', detail: `Linear has no issue ${other.id}.` });
    expect(part.body).toMatchObject({ code: 'linear_issue_gone', detail: `Linear has no issue ${other.identifier}.` });
    expect(JSON.stringify([made.body, part.body])).not.toContain('Not for everybody');
    expect(write.workspace.relationsOfIssue.of(issue)).toHaveLength(0);
  });

  it('tells only the identifier of a linked issue that is no task here', async () => {
    const { issue, task } = await write.issue();
    const other = write.workspace.createIssue({ team: 'MOB', title: 'Not for everybody' });
    write.workspace.relate(issue, 'blocks', other);
    const { body } = await task.call<ListOf<IssueRelationView>>(listRelations, 'GET', '/relations');
    expect(body.items).toMatchObject([
      { type: 'blocks', issue: { identifier: other.identifier, title: null, state: null, taskId: null } },
    ]);
    expect(JSON.stringify(body).toLowerCase()).not.toMatch(/not.for.everybody/);
  });

  it('refuses a link to itself', async () => {
    const { issue, task } = await write.issue();
    const given = { body: { type: 'related', issue: issue.identifier } };
    expect((await task.call(relate, 'POST', '/relations', given)).body.code).toBe('validation_failed');
  });
});

describe('where comments and links are mirrored', () => {
  const copies = () =>
    db().linearObject.findMany({ select: { collection: true, externalId: true }, orderBy: { collection: 'asc' } });

  it('has them in the copy at once, and takes a removed link out of it', async () => {
    const collections = JSON.stringify(['comments', 'issue-relations']);
    await db().connection.updateMany({ data: { collections } });
    const [{ task }, { issue: other }] = [await write.issue(), await write.issue()];
    const said = await task.call<IssueComment>(comment, 'POST', '/comments', { body: { body: 'Mirrored.' } });
    const body = { type: 'blocks', issue: other.id };
    const made = await task.call<IssueRelationView>(relate, 'POST', '/relations', { body });
    const comments = { collection: 'comments', externalId: said.body.id };
    expect(await copies()).toEqual([comments, { collection: 'issue-relations', externalId: made.body.id }]);
    const { id: relationId } = made.body;
    await task.call(unrelate, 'DELETE', `/relations/${relationId}`, { params: { relationId } });
    expect(await copies()).toEqual([comments]);
    await db().connection.updateMany({ data: { collections: '[]' } });
  });
});

describe('the ledger', () => {
  it('lists what was written for a task, newest first, with who and what became of it', async () => {
    const { task } = await write.issue();
    await task.change({ set: { priority: 1 } });
    write.faults.add(
      { kind: 'refused', message: 'no', presentable: 'Not today.' },
      { next: 1, contains: 'mutation Comment' },
    );
    await task.call(comment, 'POST', '/comments', { body: { body: 'Hello' } });
    const { body } = await task.call<ListOf<LinearWrite>>(listWrites, 'GET', '/writes');
    expect(body.items).toMatchObject([
      { kind: 'comment', status: 'refused', by: 'Test admin', error: { code: 'linear_refused' } },
      { kind: 'update', status: 'done', by: 'Test admin', error: null },
    ]);
  });
});
