import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Rig, startRig } from './ask-linear';

let rig: Rig;

beforeEach(async () => {
  rig = await startRig();
});

afterEach(() => rig.simulator.stop());

const TOO_COMPLEX = '{ teams(first: 250) { nodes { id members(first: 250) { nodes { id } } } } }';

describe('authentication', () => {
  test('answers a raw personal key', async () => {
    const { status, body } = await rig.ask('{ viewer { name } organization { urlKey } }');
    expect(status).toBe(200);
    expect(body).toEqual({ data: { viewer: { name: 'Ada Whitfield' }, organization: { urlKey: 'northwind' } } });
  });

  test('refuses a personal key with Bearer as a bad request', async () => {
    const { status, body } = await rig.ask('{ viewer { id } }', {}, `Bearer ${rig.apiKey}`);
    expect(status).toBe(400);
    expect(body.errors?.[0]?.extensions).toMatchObject({ type: 'invalid input', code: 'INPUT_ERROR' });
  });

  test.each([
    ['missing', null],
    ['unknown', 'lin_api_nonsense'],
  ])('answers 401 without data to a %s key', async (_name, key) => {
    const { status, body } = await rig.ask('{ viewer { id } }', {}, key);
    expect(status).toBe(401);
    expect(body).not.toHaveProperty('data');
    expect(body.errors?.[0]?.extensions).toMatchObject({
      type: 'authentication error',
      code: 'AUTHENTICATION_ERROR',
      statusCode: 401,
    });
  });

  test('answers 401 to a key from the moment it is revoked', async () => {
    rig.simulator.workspace.revokeKey(rig.apiKey);
    expect((await rig.ask('{ viewer { id } }')).status).toBe(401);
  });

  test('looks at the key before the cost of the query and before its fields', async () => {
    expect((await rig.ask(TOO_COMPLEX, {}, 'lin_api_bad')).status).toBe(401);
    expect((await rig.ask('{ nonsense }', {}, 'lin_api_bad')).status).toBe(401);
  });

  test('tells its schema to callers without a key', async () => {
    const { status, body } = await rig.ask('{ __schema { queryType { name } } }', {}, null);
    expect(status).toBe(200);
    expect(body.data).toEqual({ __schema: { queryType: { name: 'Query' } } });
  });

  test('forbids reading to a key without the read permission', async () => {
    const { value } = rig.simulator.workspace.createKey({ scopes: ['issues:create'] });
    const { status, body } = await rig.ask('{ viewer { id } }', {}, value);
    expect(status).toBe(403);
    expect(body.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});

describe('visibility', () => {
  test('hides the issues of other teams from a key that is limited to one', async () => {
    const { workspace } = rig.simulator;
    workspace.createTeam({ key: 'MOB', name: 'Mobile' });
    const foreign = workspace.createIssue({ team: 'MOB' });
    workspace.createIssue({ team: 'ENG', parent: foreign });
    const { value } = workspace.createKey({ teams: ['ENG'] });
    const listed = await rig.ask(
      '{ issues { nodes { identifier parent { id } } } teams { nodes { key } } }',
      {},
      value,
    );
    expect(listed.body.data).toEqual({
      issues: { nodes: [{ identifier: 'ENG-1', parent: null }] },
      teams: { nodes: [{ key: 'ENG' }] },
    });
    const single = await rig.ask(`{ issue(id: "${foreign.id}") { id } }`, {}, value);
    expect(single.body.errors?.[0]?.message).toBe('Entity not found: Issue');
  });

  test('hides a private team from a person who is not in it', async () => {
    const { workspace } = rig.simulator;
    workspace.setMembers('ENG', []);
    workspace.setPrivate('ENG', true);
    const { body } = await rig.ask('{ teams { nodes { key } } }');
    expect(body.data).toEqual({ teams: { nodes: [] } });
  });
});

describe('errors in the query', () => {
  test('refuses an invented field with GRAPHQL_VALIDATION_FAILED and HTTP 400', async () => {
    const { status, body } = await rig.ask('{ issues { nodes { storyPoints } } }');
    expect(status).toBe(400);
    expect(body).not.toHaveProperty('data');
    expect(body.errors?.[0]).toMatchObject({
      locations: [{ line: 1 }],
      extensions: { code: 'GRAPHQL_VALIDATION_FAILED', type: 'graphql error' },
    });
    expect(body.errors?.[0]).not.toHaveProperty('path');
  });

  test('refuses an invented filter field', async () => {
    const { status } = await rig.ask('{ issues(filter: { identifier: { eq: "ENG-1" } }) { nodes { id } } }');
    expect(status).toBe(400);
  });

  test.each([
    ['first: 251', 'max'],
    ['first: 0', 'min'],
    ['last: 251', 'max'],
  ])('refuses issues(%s) as an invalid argument with HTTP 200', async (argument, rule) => {
    const { status, body } = await rig.ask(`{ issues(${argument}) { nodes { id } } }`);
    expect(status).toBe(200);
    expect(body.data).toBeNull();
    expect(body.errors?.[0]?.message).toBe('Argument Validation Error');
    expect(body.errors?.[0]?.extensions).toMatchObject({
      code: 'INVALID_INPUT',
      validationErrors: [{ constraints: { [rule]: expect.any(String) } }],
    });
  });

  test('refuses a team id that is not a UUID, in a nested validation error', async () => {
    const { body } = await rig.ask('{ issues(filter: { team: { id: { eq: "ENG" } } }) { nodes { id } } }');
    expect(JSON.stringify(body.errors?.[0]?.extensions.validationErrors)).toContain('must be a UUID');
  });

  test('nulls all of the data when one of several root entities is missing', async () => {
    const issue = rig.simulator.workspace.createIssue({ team: 'ENG' });
    const { status, body } = await rig.ask(`{ a: issue(id: "${issue.id}") { id } b: issue(id: "ENG-99") { id } }`);
    expect(status).toBe(200);
    expect(body.data).toBeNull();
    expect(body.errors).toHaveLength(1);
    expect(body.errors?.[0]).toMatchObject({
      message: 'Entity not found: Issue',
      path: ['b'],
      extensions: { code: 'INPUT_ERROR', statusCode: 400 },
    });
    expect(body.errors?.[0]?.extensions).not.toHaveProperty('http');
  });

  test('refuses a variable of the wrong type', async () => {
    const query =
      'query Q($since: DateTimeOrDuration!) { issues(filter: { updatedAt: { gte: $since } }) { nodes { id } } }';
    expect((await rig.ask(query, { since: 'yesterday' })).status).toBe(400);
    expect((await rig.ask(query, { since: '-P1D' })).status).toBe(200);
    expect((await rig.ask(query.replace('DateTimeOrDuration', 'DateTime'), { since: '-P1D' })).status).toBe(400);
  });
});
