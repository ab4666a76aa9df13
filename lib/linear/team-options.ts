import { z } from 'zod';
import { cleanText } from './clean-text';
import type { LinearClient } from './client';
import { readPages } from './live-issue';
import { parse } from './read-lists';

const ref = z.object({ id: z.string(), name: cleanText });
const stateShape = ref.extend({ type: z.string(), color: z.string(), position: z.number() });
const labelShape = ref
  .extend({ color: z.string(), isGroup: z.boolean(), parent: z.object({ name: cleanText }).nullable() })
  .transform(({ parent, ...label }) => ({ ...label, group: parent?.name ?? null }));
const userShape = ref.extend({
  displayName: cleanText,
  email: z.string(),
  active: z.boolean(),
  isAssignable: z.boolean(),
});
const cycleShape = z.object({
  id: z.string(),
  number: z.number(),
  name: cleanText.nullable(),
  startsAt: z.string(),
  endsAt: z.string(),
});
const milestoneShape = ref.extend({ project: ref, targetDate: z.string().nullable() });

const lists = {
  states: {
    filter: 'WorkflowStateFilter',
    root: 'workflowStates',
    fields: 'id name type color position',
    shape: stateShape,
  },
  labels: {
    filter: 'IssueLabelFilter',
    root: 'issueLabels',
    fields: 'id name color isGroup parent { name }',
    shape: labelShape,
  },
  cycles: { filter: 'CycleFilter', root: 'cycles', fields: 'id number name startsAt endsAt', shape: cycleShape },
  milestones: {
    filter: 'ProjectMilestoneFilter',
    root: 'projectMilestones',
    fields: 'id name targetDate project { id name }',
    shape: milestoneShape,
  },
} as const;
type ListName = keyof typeof lists;
const listNames = Object.keys(lists) as ListName[];

const userFields = 'id name displayName email active isAssignable';
const pageInfo = 'pageInfo { hasNextPage endCursor }';

function page(name: ListName, after = ''): string {
  const { root, fields } = lists[name];
  return `${name}: ${root}(first: 250${after}, filter: $${name}) { nodes { ${fields} } ${pageInfo} }`;
}

/** Everything in one request for teams of ordinary size. */
const optionsDocument = `
  query TeamOptions($id: String!, ${listNames.map((name) => `$${name}: ${lists[name].filter}!`).join(', ')}) {
    viewer { id name }
    team(id: $id) {
      id key name issueEstimationType issueEstimationAllowZero parent { id }
      members(first: 250) { nodes { ${userFields} } ${pageInfo} }
    }
    ${listNames.map((name) => page(name)).join('\n    ')}
  }
`;

function moreDocument(name: ListName): string {
  return `query More($after: String, $${name}: ${lists[name].filter}!) { ${page(name, ', after: $after')} }`;
}

const moreMembersDocument = `
  query MoreMembers($id: String!, $after: String!) {
    team(id: $id) { members(first: 250, after: $after) { nodes { ${userFields} } ${pageInfo} } }
  }
`;

const pageShape = <T extends z.ZodType>(item: T) =>
  z.object({
    nodes: z.array(item),
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullish() }),
  });
const membersShape = z.object({ members: pageShape(userShape) });
const teamShape = membersShape.extend({
  id: z.string(),
  key: z.string(),
  name: cleanText,
  issueEstimationType: z.string(),
  issueEstimationAllowZero: z.boolean(),
  parent: z.object({ id: z.string() }).nullable(),
});

export interface TeamOptions {
  team: { id: string; key: string; name: string };
  states: z.output<typeof stateShape>[];
  labels: z.output<typeof labelShape>[];
  users: { id: string; name: string; displayName: string; email: string }[];
  cycles: z.output<typeof cycleShape>[];
  milestones: z.output<typeof milestoneShape>[];
  estimation: { type: string; allowZero: boolean };
  viewer: { id: string; name: string };
}

/** What the issues of a team can be set to: its states and labels (the workspace's too), who can be assigned, cycles that are not over. */
export async function readTeamOptions(
  client: LinearClient,
  teamId: string,
  now: Date,
  signal: AbortSignal,
): Promise<TeamOptions> {
  const team = { id: { eq: teamId } };
  const filters: Record<ListName, Record<string, unknown>> = {
    states: { team },
    labels: { or: [{ team }, { team: { null: true } }] },
    cycles: { team, endsAt: { gte: now.toISOString() } },
    milestones: { project: { accessibleTeams: { some: team } } },
  };
  const reply = await client.ask(optionsDocument, { id: teamId, ...filters }, signal);
  const read = <T extends { id: string }>(name: ListName, item: z.ZodType<T>): Promise<T[]> => {
    const shape = pageShape(item);
    return readPages(parse(shape, reply, name), async (after) =>
      parse(shape, await client.ask(moreDocument(name), { after, [name]: filters[name] }, signal), name),
    );
  };
  const { members, issueEstimationType, issueEstimationAllowZero, parent, ...named } = parse(teamShape, reply, 'team');
  const people = await readPages(members, async (after) => {
    const more = await client.ask(moreMembersDocument, { id: teamId, after }, signal);
    return parse(membersShape, more, 'team').members;
  });
  return {
    team: named,
    states: await read('states', stateShape),
    labels: [...(await read('labels', labelShape)), ...(parent ? await readLabelsOf(client, parent.id, signal) : [])],
    users: people.flatMap(({ active, isAssignable, ...user }) => (active && isAssignable ? [user] : [])),
    cycles: await read('cycles', cycleShape),
    milestones: await read('milestones', milestoneShape),
    estimation: { type: issueEstimationType, allowZero: issueEstimationAllowZero },
    viewer: parse(ref, reply, 'viewer'),
  };
}

/** A sub-team has the labels of the team above it too. */
function readLabelsOf(client: LinearClient, teamId: string, signal: AbortSignal): Promise<TeamOptions['labels']> {
  const shape = pageShape(labelShape);
  const labels = { team: { id: { eq: teamId } } };
  const next = async (after: string | null) =>
    parse(shape, await client.ask(moreDocument('labels'), { after, labels }, signal), 'labels');
  return next(null).then((first) => readPages(first, next));
}
