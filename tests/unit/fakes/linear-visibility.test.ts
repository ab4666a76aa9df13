import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Workspace } from '@/tests/fakes/linear/workspace';
import { type Rig, startRig } from './ask-linear';

let rig: Rig;
let workspace: Workspace;
let engKey: string;

const COLLECTIONS = [
  'issues',
  'comments',
  'attachments',
  'issueRelations',
  'documents',
  'projects',
  'projectMilestones',
  'cycles',
  'workflowStates',
  'issueLabels',
  'notifications',
] as const;

/** Everything twice: once in the team ENG and once in SEC, and what joins the two. */
beforeEach(async () => {
  rig = await startRig();
  workspace = rig.simulator.workspace;
  workspace.createTeam({ key: 'SEC', name: 'Security' });
  engKey = workspace.createKey({ teams: ['ENG'] }).value;
  for (const team of ['ENG', 'SEC']) {
    const user = 'Ada Whitfield';
    const project = workspace.createProject({ name: `Project of ${team}`, teams: [team] });
    const issue = workspace.createIssue({ team, title: 'One', project });
    workspace.createIssue({ team, title: 'Two' });
    workspace.relate(`${team}-1`, 'related', `${team}-2`);
    const comment = workspace.comment(issue, 'On the issue', user);
    workspace.createComment({ project, body: 'On the project' });
    workspace.attach({ issue, url: 'https://a.example', title: 'A' });
    workspace.createDocument({ title: 'Brief', project });
    workspace.createDocument({ title: 'Note', issue });
    workspace.createMilestone(project, 'Beta');
    workspace.createLabel({ name: `Label of ${team}`, team });
    workspace.createCycle({
      team,
      number: 1,
      startsAt: '2026-02-20T00:00:00.000Z',
      endsAt: '2026-03-10T00:00:00.000Z',
    });
    workspace.notify({ type: 'issueNewComment', user, comment });
    workspace.notify({ type: 'projectUpdateCreated', user, project });
  }
  workspace.relate('ENG-1', 'blocks', 'SEC-1');
});

afterEach(() => rig.simulator.stop());

async function counts(key: string): Promise<Record<string, number>> {
  const query = `{ ${COLLECTIONS.map((name) => `${name}(first: 50) { nodes { id } }`).join(' ')} }`;
  const { body } = await rig.ask(query, {}, key);
  if (body.errors !== undefined) throw new Error(JSON.stringify(body.errors));
  const lists = Object.entries(body.data ?? {}) as [string, { nodes: unknown[] }][];
  return Object.fromEntries(lists.map(([name, { nodes }]) => [name, nodes.length]));
}

const ONE_TEAM = {
  ...{ issues: 2, comments: 2, attachments: 1, issueRelations: 1, documents: 2, projects: 1, projectMilestones: 1 },
  ...{ cycles: 1, workflowStates: 6, issueLabels: 1, notifications: 2 },
};

describe('a key', () => {
  test('for all teams reads both, and what joins them', async () => {
    const both = Object.entries(ONE_TEAM).map(([name, count]) => [name, count * 2]);
    expect(await counts(rig.apiKey)).toEqual({ ...Object.fromEntries(both), issueRelations: 3 });
  });

  test('for one team reads nothing of the other in any collection', async () => {
    expect(await counts(engKey)).toEqual(ONE_TEAM);
  });

  test('reads nothing of a private team without its user', async () => {
    workspace.setMembers('SEC', []);
    workspace.setPrivate('SEC', true);
    expect(await counts(rig.apiKey)).toEqual(ONE_TEAM);
  });

  test.each([
    ['comment', () => [...workspace.comments.values()].find((each) => each.issue?.team.key === 'SEC')?.id],
    ['attachment', () => [...workspace.attachments.values()].find((each) => each.issue.team.key === 'SEC')?.id],
    ['document', () => [...workspace.documents.values()].find((each) => each.issue?.team.key === 'SEC')?.id],
    ['issueRelation', () => [...workspace.relations.values()].find((each) => each.type === 'blocks')?.id],
    [
      'projectMilestone',
      () => [...workspace.milestones.values()].find((each) => each.project.teams[0]?.key === 'SEC')?.id,
    ],
    ['notification', () => [...workspace.notifications.values()].find((each) => each.issue?.team.key === 'SEC')?.id],
  ])('for one team does not find a %s of the other by its id', async (field, idOf) => {
    const query = `query ($id: String!) { ${field}(id: $id) { id } }`;
    const id = idOf();
    expect((await rig.ask(query, { id })).body.data).toEqual({ [field]: { id } });
    const { body } = await rig.ask(query, { id }, engKey);
    expect([body.data, body.errors?.[0]?.message]).toEqual([null, expect.stringMatching(/^Entity not found: /)]);
  });

  test('reads from an issue no relation to a hidden one', async () => {
    const { body } = await rig.ask('{ issue(id: "ENG-1") { relations { nodes { type } } } }', {}, engKey);
    expect(body.data).toEqual({ issue: { relations: { nodes: [{ type: 'related' }] } } });
  });
});

describe('notifications', () => {
  test("are the caller's own only, and tell what they are of by their type", async () => {
    workspace.makeUser({ name: 'Bruno Castellan' });
    workspace.notify({ type: 'issueAssignedToYou', user: 'Bruno Castellan', issue: 'ENG-2', actor: 'Ada Whitfield' });
    const bruno = workspace.createKey({ user: 'Bruno Castellan' }).value;
    const query = `{ notifications(filter: { type: { in: ["issueAssignedToYou", "projectUpdateCreated"] } }) { nodes {
      __typename type category actor { name } title readAt snoozedUntilAt
      ... on IssueNotification { issue { identifier } comment { id } }
      ... on ProjectNotification { project { name } projectUpdate { id } }
    } } }`;
    expect((await rig.ask(query, {}, bruno)).body.data).toEqual({
      notifications: {
        nodes: [
          {
            ...{ __typename: 'IssueNotification', type: 'issueAssignedToYou', category: 'assignments' },
            ...{ actor: { name: 'Ada Whitfield' }, title: 'Two', readAt: null, snoozedUntilAt: null },
            ...{ issue: { identifier: 'ENG-2' }, comment: null },
          },
        ],
      },
    });
    const { body } = await rig.ask(query, {}, engKey);
    expect(body.data?.notifications).toMatchObject({
      nodes: [{ __typename: 'ProjectNotification', project: { name: 'Project of ENG' }, projectUpdate: null }],
    });
  });
});

describe('webhooks', () => {
  test('are shown to keys of admins only', async () => {
    const webhooks = '{ webhooks { nodes { id } } }';
    expect((await rig.ask(webhooks)).body.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    workspace.makeUser({ name: 'Chiara Lindqvist', admin: true });
    const key = workspace.createKey({ user: 'Chiara Lindqvist', scopes: ['read', 'admin'] }).value;
    expect((await rig.ask(webhooks, {}, key)).body.data).toEqual({ webhooks: { nodes: [] } });
  });
});
