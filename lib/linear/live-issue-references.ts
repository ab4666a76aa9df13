import { z } from 'zod';
import { cleanText } from './clean-text';
import type { LinearClient, Reply } from './client';
import { parse } from './read-lists';

export interface ReferenceIds {
  states: string[];
  labels: string[];
  users: string[];
  cycles: string[];
}

const team = z.object({ id: z.string(), key: z.string() });
const ref = z.object({ id: z.string(), name: cleanText });
const shapes = {
  states: ref.extend({ team }),
  labels: ref.extend({ isGroup: z.boolean(), team: team.nullable() }),
  users: ref.extend({ active: z.boolean(), isAssignable: z.boolean() }),
  cycles: z.object({ id: z.string(), number: z.number(), team }),
};
type Kind = keyof typeof shapes;
export type References = { [K in Kind]: z.output<(typeof shapes)[K]>[] };

const lists: Record<Kind, { root: string; filter: string; fields: string }> = {
  states: { root: 'workflowStates', filter: 'WorkflowStateFilter', fields: 'id name team { id key }' },
  labels: { root: 'issueLabels', filter: 'IssueLabelFilter', fields: 'id name isGroup team { id key }' },
  users: { root: 'users', filter: 'UserFilter', fields: 'id name active isAssignable' },
  cycles: { root: 'cycles', filter: 'CycleFilter', fields: 'id number team { id key }' },
};

/** What an issue is to be set to, as Linear has it this moment. What it does not answer does not exist for the key. */
export async function readReferences(
  client: LinearClient,
  ids: ReferenceIds,
  signal: AbortSignal,
): Promise<References> {
  const asked = (Object.keys(lists) as Kind[]).filter((kind) => ids[kind].length > 0);
  const nothing: References = { states: [], labels: [], users: [], cycles: [] };
  if (asked.length === 0) return nothing;
  const reply = await client.ask(
    documentOf(asked),
    Object.fromEntries(asked.map((kind) => [kind, { id: { in: ids[kind] } }])),
    signal,
  );
  const read = <K extends Kind>(kind: K): References[K] =>
    asked.includes(kind) ? readNodes(reply, kind) : nothing[kind];
  return { states: read('states'), labels: read('labels'), users: read('users'), cycles: read('cycles') };
}

function readNodes<K extends Kind>(reply: Reply, kind: K): References[K] {
  return parse(z.object({ nodes: z.array(shapes[kind]) }), reply, kind).nodes as References[K];
}

function documentOf(kinds: Kind[]): string {
  const variables = kinds.map((kind) => `$${kind}: ${lists[kind].filter}!`).join(', ');
  const fields = kinds.map((kind) => {
    const { root, fields: nodes } = lists[kind];
    return `${kind}: ${root}(first: 250, filter: $${kind}) { nodes { ${nodes} } }`;
  });
  return `query References(${variables}) { ${fields.join(' ')} }`;
}
