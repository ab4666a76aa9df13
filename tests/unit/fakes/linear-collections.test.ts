import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Workspace } from '@/tests/fakes/linear/workspace';
import { makeIssues, type Rig, startRig } from './ask-linear';

let rig: Rig;
let workspace: Workspace;

beforeEach(async () => {
  rig = await startRig();
  workspace = rig.simulator.workspace;
  makeIssues(rig, 2);
  workspace.createProject({ name: 'Checkout', teams: ['ENG'], targetDate: '2026-05-01', lead: 'Ada Whitfield' });
});

afterEach(() => rig.simulator.stop());

type Node = Record<string, unknown>;

async function nodes(query: string, variables = {}): Promise<Node[]> {
  const { body } = await rig.ask(query, variables);
  if (body.errors !== undefined) throw new Error(JSON.stringify(body.errors));
  const [connection] = Object.values(body.data ?? {}) as { nodes: Node[] }[];
  return connection?.nodes ?? [];
}

async function titles(field: string, filter: string, name = 'title'): Promise<unknown[]> {
  return (await nodes(`{ ${field}(filter: ${filter}) { nodes { ${name} } } }`)).map((node) => node[name]).sort();
}

describe('documents', () => {
  test('have all their fields', async () => {
    const user = 'Ada Whitfield';
    workspace.createDocument({ title: 'Brief', content: '# Why', icon: 'Chat', project: 'Checkout', creator: user });
    const fields = 'title slugId icon color content creator { name } updatedBy { name } project { name } issue { id }';
    expect(await nodes(`{ documents { nodes { ${fields} url archivedAt } } }`)).toEqual([
      {
        ...{ title: 'Brief', icon: 'Chat', color: null, content: '# Why', issue: null, archivedAt: null },
        ...{ creator: { name: user }, updatedBy: { name: user }, project: { name: 'Checkout' } },
        slugId: expect.stringMatching(/^[0-9a-f]{12}$/),
        url: expect.stringContaining('/northwind/document/brief-'),
      },
    ]);
  });

  test('are found by project, by issue, by the teams of their project, and by what changed', async () => {
    const { id } = workspace.team('ENG');
    workspace.createDocument({ title: 'Of the project', project: 'Checkout' });
    workspace.createDocument({ title: 'Of the issue', issue: 'ENG-1' });
    rig.tick();
    const since = workspace.now();
    workspace.updateDocument('Of the issue', { content: 'New' });
    expect(await titles('documents', '{ project: { name: { eq: "Checkout" } } }')).toEqual(['Of the project']);
    expect(await titles('documents', '{ issue: { number: { eq: 1 } } }')).toEqual(['Of the issue']);
    const ofTeam = `{ project: { accessibleTeams: { some: { id: { in: ["${id}"] } } } } }`;
    expect(await titles('documents', ofTeam)).toEqual(['Of the project']);
    expect(await titles('documents', `{ updatedAt: { gte: "${since}" } }`)).toEqual(['Of the issue']);
  });
});

describe('archived rows', () => {
  const archive: readonly [string, (own: Workspace) => unknown, (own: Workspace) => unknown][] = [
    ['documents', (own) => own.createDocument({ title: 'Brief' }), (own) => own.archiveDocument('Brief')],
    ['projectMilestones', (own) => own.createMilestone('Checkout', 'Beta'), (own) => own.archiveMilestone('Beta')],
    ['projects', () => undefined, (own) => own.archiveProject('Checkout')],
    ['issueLabels', (own) => own.createLabel({ name: 'Bug' }), (own) => own.archiveLabel('Bug')],
    ['comments', (own) => own.comment('ENG-1', 'Hello'), (own) => own.archiveComment('Hello')],
    [
      'attachments',
      (own) => own.attach({ issue: 'ENG-1', url: 'https://a.example', title: 'A' }),
      (own) => own.archiveAttachment('https://a.example'),
    ],
  ];

  test.each(archive)('of %s are told only when asked for, and keep their updatedAt', async (field, create, file) => {
    create(workspace);
    const [before] = await nodes(`{ ${field} { nodes { id updatedAt } } }`);
    rig.tick();
    file(workspace);
    expect(await nodes(`{ ${field} { nodes { id } } }`)).toEqual([]);
    expect(await nodes(`{ ${field}(includeArchived: true) { nodes { id updatedAt archivedAt } } }`)).toEqual([
      { ...before, archivedAt: workspace.now() },
    ]);
  });
});

describe('attachments', () => {
  const url = 'https://trackline.example/issues/1';

  test('are one for each issue and url: a second one changes the first', async () => {
    const { id } = workspace.attach({ issue: 'ENG-1', url, title: '1h tracked' });
    workspace.attach({ issue: 'ENG-1', url, title: '2h tracked', metadata: { seconds: 7200 } });
    workspace.attach({ issue: 'ENG-2', url, title: 'Elsewhere' });
    const found = await nodes(`{ attachmentsForURL(url: "${url}") { nodes { title metadata issue { identifier } } } }`);
    expect(found).toHaveLength(2);
    expect((await rig.ask(`{ attachment(id: "${id}") { title metadata } }`)).body.data).toEqual({
      attachment: { title: '2h tracked', metadata: { seconds: 7200 } },
    });
    expect(
      await nodes(
        '{ issues(filter: { attachments: { some: { title: { eq: "Elsewhere" } } } }) { nodes { identifier } } }',
      ),
    ).toEqual([{ identifier: 'ENG-2' }]);
  });

  test('hang on their issue until they are deleted', async () => {
    const attachment = workspace.attach({ issue: 'ENG-1', url, title: '1h tracked', sourceType: 'github' });
    const ask = '{ issues(filter: { number: { eq: 1 } }) { nodes { attachments { nodes { title sourceType } } } } }';
    expect(await nodes(ask)).toEqual([{ attachments: { nodes: [{ title: '1h tracked', sourceType: 'github' }] } }]);
    workspace.deleteAttachment(attachment);
    expect(await nodes(ask)).toEqual([{ attachments: { nodes: [] } }]);
  });
});

describe('comments', () => {
  test('are on issues or on projects, and answer each other', async () => {
    const first = workspace.comment('ENG-1', 'First', 'Ada Whitfield');
    rig.tick();
    workspace.createComment({ parent: first, body: 'Second' });
    workspace.createComment({ project: 'Checkout', body: 'Third' });
    expect(await titles('comments', '{ issue: { number: { eq: 1 } } }', 'body')).toEqual(['First', 'Second']);
    expect(await titles('comments', '{ project: { name: { eq: "Checkout" } } }', 'body')).toEqual(['Third']);
    const children = await nodes(
      '{ comments(filter: { body: { eq: "First" } }) { nodes { user { name } children { nodes { body parentId url } } } } }',
    );
    const url = expect.stringMatching(/\/issue\/ENG-1\/issue-1#comment-[0-9a-f]{8}$/);
    expect(children).toEqual([
      { user: { name: 'Ada Whitfield' }, children: { nodes: [{ body: 'Second', parentId: first.id, url }] } },
    ]);
  });

  test('say when they were edited and resolved, and leave the stamp of the issue', async () => {
    const before = workspace.issue('ENG-1').updatedAt;
    workspace.comment('ENG-1', 'First');
    rig.tick();
    workspace.updateComment('First', 'Better');
    workspace.resolveComment('Better', 'Ada Whitfield');
    const now = workspace.now();
    const fields = 'body editedAt resolvedAt resolvingUser { name } updatedAt';
    expect(await nodes(`{ comments { nodes { ${fields} } } }`)).toEqual([
      { body: 'Better', editedAt: now, resolvedAt: now, resolvingUser: { name: 'Ada Whitfield' }, updatedAt: now },
    ]);
    expect(workspace.issue('ENG-1').updatedAt).toBe(before);
  });
});

describe('relations', () => {
  test('are seen from both ends, take no filter, and go with an issue that is deleted', async () => {
    const { id } = workspace.relate('ENG-1', 'blocks', 'ENG-2');
    const ends = '{ issues { nodes { identifier relations { nodes { id } } inverseRelations { nodes { id } } } } }';
    expect(await nodes(ends)).toEqual([
      { identifier: 'ENG-2', relations: { nodes: [] }, inverseRelations: { nodes: [{ id }] } },
      { identifier: 'ENG-1', relations: { nodes: [{ id }] }, inverseRelations: { nodes: [] } },
    ]);
    expect((await rig.ask('{ issueRelations(filter: {}) { nodes { id } } }')).status).toBe(400);
    expect((await rig.ask(`{ issueRelation(id: "${id}") { type } }`)).body.data).toEqual({
      issueRelation: { type: 'blocks' },
    });
    workspace.deletePermanently('ENG-2');
    expect(await nodes('{ issueRelations { nodes { id } } }')).toEqual([]);
  });

  test('block only as long as the blocker is open', async () => {
    workspace.relate('ENG-1', 'blocks', 'ENG-2');
    const blocked = '{ issues(filter: { hasBlockedByRelations: { eq: true } }) { nodes { identifier } } }';
    expect(await nodes(blocked)).toEqual([{ identifier: 'ENG-2' }]);
    workspace.updateIssue('ENG-1', { state: 'Done' });
    expect(await nodes(blocked)).toEqual([]);
  });
});

describe('cycles, projects and milestones', () => {
  test('count completed points whole and started ones by a quarter', async () => {
    const span = { startsAt: '2026-02-27T00:00:00.000Z', endsAt: '2026-03-13T00:00:00.000Z' };
    const cycle = workspace.createCycle({ team: 'ENG', number: 1, ...span });
    workspace.createMilestone('Checkout', 'Beta');
    const links = { cycle, project: 'Checkout', projectMilestone: 'Beta' };
    workspace.updateIssue('ENG-1', { ...links, estimate: 2, state: 'Done' });
    workspace.updateIssue('ENG-2', { ...links, estimate: 2, state: 'In Progress' });
    const { body } = await rig.ask(
      '{ cycles { nodes { progress isActive scopeHistory } } projects { nodes { progress scope } } projectMilestones { nodes { progress } } }',
    );
    expect(body.data).toEqual({
      cycles: { nodes: [{ progress: 0.625, isActive: true, scopeHistory: [0, 0] }] },
      projects: { nodes: [{ progress: 0.625, scope: 4 }] },
      projectMilestones: { nodes: [{ progress: 0.625 }] },
    });
    rig.tick(86_400_000);
    expect(await nodes('{ cycles { nodes { scopeHistory completedScopeHistory issueCountHistory } } }')).toEqual([
      { scopeHistory: [0, 0, 4], completedScopeHistory: [0, 0, 2], issueCountHistory: [0, 0, 2] },
    ]);
  });

  test('leave their issues when they are deleted', async () => {
    const milestone = workspace.createMilestone('Checkout', 'Beta');
    workspace.updateIssue('ENG-1', { project: 'Checkout', projectMilestone: milestone });
    workspace.deleteMilestone(milestone);
    const ask = '{ issues(filter: { number: { eq: 1 } }) { nodes { project { name } projectMilestone { name } } } }';
    expect(await nodes(ask)).toEqual([{ project: { name: 'Checkout' }, projectMilestone: null }]);
    workspace.deleteProject('Checkout');
    expect(await nodes(ask)).toEqual([{ project: null, projectMilestone: null }]);
  });

  test('have target dates that compare as days', async () => {
    expect(await titles('projects', '{ targetDate: { eq: "2026-05-01" } }', 'name')).toEqual(['Checkout']);
    expect(await titles('projects', '{ targetDate: { gt: "2026-05-01" } }', 'name')).toEqual([]);
  });
});

test.each([
  ['ada/eng-2-issue-2', 'ENG-2'],
  ['feature/ENG-1', 'ENG-1'],
  ['release-2026', null],
  ['eng-77-unknown', null],
])('finds for the branch %s the issue %s', async (branch, identifier) => {
  const query = 'query ($branch: String!) { issueVcsBranchSearch(branchName: $branch) { identifier } }';
  const issue = identifier === null ? null : { identifier };
  expect((await rig.ask(query, { branch })).body.data).toEqual({ issueVcsBranchSearch: issue });
});
