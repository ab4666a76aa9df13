import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Rig, startRig } from './ask-linear';

let rig: Rig;

beforeAll(async () => {
  rig = await startRig();
});

afterAll(() => rig.simulator.stop());

const PAGE_INFO = 'pageInfo { hasNextPage endCursor }';

function richPage(first: string, nested: number): string {
  return `{ issues${first} { nodes {
    id identifier number title url priority createdAt updatedAt branchName
    state { name } assignee { id name email } parent { id identifier }
    labels(first: ${nested}) { nodes { name } }
    inverseRelations(first: ${nested}) { nodes { type issue { id identifier state { name } } } }
  } ${PAGE_INFO} } }`;
}

function projectsWithIssues(projects: number, issues: number): string {
  const leaves =
    'id identifier number title url priority estimate dueDate createdAt updatedAt archivedAt completedAt branchName';
  const issue = `${leaves} state { name } assignee { name } labels(first: 10) { nodes { name } }`;
  return `{ projects(first: ${projects}) { nodes { id name issues(first: ${issues}) { nodes { ${issue} } } } } }`;
}

function teamsWithMembers(): string {
  const members = `members(first: 250) { nodes { id name email } ${PAGE_INFO} }`;
  return `{ teams(first: 50) { nodes { id key name ${members} } ${PAGE_INFO} } }`;
}

function statedScore(text: string | undefined): number {
  return Number(/Complexity: ([\d.]+)\. /.exec(text ?? '')?.[1]);
}

describe('the cost of a query', () => {
  test.each([
    ['a viewer with four properties', '{ viewer { id name email displayName } }', 2],
    ['250 issue ids', '{ issues(first: 250) { nodes { id } } }', 3],
    ['50 rich issues with relations', richPage('', 25), 95],
    ['250 rich issues with more relations', richPage('(first: 250)', 50), 180],
    ['250 projects', '{ projects(first: 250) { nodes { id name } } }', 300],
    ['250 projects with page info', `{ projects(first: 250) { nodes { id name } ${PAGE_INFO} } }`, 600],
    ['6 projects with page info', '{ projects(first: 6) { nodes { id } pageInfo { endCursor } } }', 14],
  ])('is the measured one for %s', async (_name, query, cost) => {
    const { status, headers } = await rig.ask(query);
    expect(status).toBe(200);
    expect(headers.get('x-complexity')).toBe(String(cost));
  });

  test('grows with each connection inside an issue but its labels', async () => {
    const inside = 'comments(first: 10) { nodes { id } } history(first: 20) { nodes { id } }';
    const { headers } = await rig.ask(`{ issues(first: 250) { nodes { ${inside} labels { nodes { id } } } } }`);
    expect(headers.get('x-complexity')).toBe(String(Math.ceil(1 + 1 + 10 * 1.1 + 20 * 1.1 + 1 + 1.1)));
  });

  test('counts what is asked of the concrete kinds of an interface', async () => {
    const kinds = '... on IssueNotification { issue { id } } ... on ProjectNotification { project { id } }';
    const { headers } = await rig.ask(`{ notifications(first: 10) { nodes { id actor { id } ${kinds} } } }`);
    expect(headers.get('x-complexity')).toBe(String(10 * (1 + 0.1 + 3 * 1.1)));
  });

  test('takes page sizes from variables and their defaults, and looks into fragments', async () => {
    const query =
      'query Q($n: Int = 6) { projects(first: $n) { ...P } } fragment P on ProjectConnection { nodes { id name } }';
    expect((await rig.ask(query)).headers.get('x-complexity')).toBe('8');
    expect((await rig.ask(query, { n: 250 })).headers.get('x-complexity')).toBe('300');
  });

  test('does not grow with the page of Query.issues and Issue.labels', async () => {
    const query = (first: number, labels: number) =>
      `{ issues(first: ${first}) { nodes { id labels(first: ${labels}) { nodes { id } } } } }`;
    const small = await rig.ask(query(1, 1));
    const large = await rig.ask(query(250, 250));
    expect(large.headers.get('x-complexity')).toBe(small.headers.get('x-complexity'));
  });
});

describe('a query above 10,000 points', () => {
  test.each([
    ['teams with members', teamsWithMembers(), 31_375],
    ['projects with issues', projectsWithIssues(50, 100), 33_060],
  ])('is refused for %s with the measured score, however small the workspace', async (_name, query, score) => {
    const { status, body } = await rig.ask(query);
    expect(status).toBe(400);
    expect(body).not.toHaveProperty('data');
    expect(body.errors?.[0]?.message).toBe('Query too complex');
    expect(statedScore(body.errors?.[0]?.extensions.userPresentableMessage)).toBeCloseTo(score, 3);
    expect(body.errors?.[0]?.extensions).toMatchObject({
      type: 'invalid input',
      code: 'INPUT_ERROR',
      http: { status: 400 },
    });
  });

  test('is named with its unrounded score', async () => {
    const query = '{ teams(first: 100) { nodes { id members(first: 101) { nodes { id } } } } }';
    const { body } = await rig.ask(query);
    const score = statedScore(body.errors?.[0]?.extensions.userPresentableMessage);
    expect(score).toBeCloseTo(100 * (1 + 0.1 + 101 * 1.1), 3);
  });

  test('goes through just below the ceiling', async () => {
    const { status, headers } = await rig.ask(projectsWithIssues(25, 50));
    expect(status).toBe(200);
    expect(headers.get('x-complexity')).toBe('8280');
  });

  test('is what issues with labels and comments were before the two exceptions', async () => {
    const old = await startRig({ unmultipliedConnections: [] });
    const nested = 'edges { node { id } }';
    const query = `{ issues(first: 50) { nodes { id labels(first: 150) { ${nested} } comments(first: 50) { ${nested} } } } }`;
    expect((await old.ask(query)).status).toBe(400);
    expect((await rig.ask(query)).status).toBe(200);
    await old.simulator.stop();
  });
});
