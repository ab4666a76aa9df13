import { z } from 'zod';
import { cleanText } from './clean-text';
import type { LinearClient, Reply } from './client';
import { issueFields } from './documents';
import { linearError } from './linear-errors';
import { parse } from './read-lists';
import { readIssuePage } from './read-page';
import type { RemoteIssue } from './types';

export interface RemoteComment {
  id: string;
  body: string;
  url: string;
  user: { name: string } | null;
  createdAt: string;
  updatedAt: string;
}

/** As the asked issue has it: `blocked_by` and `duplicated_by` are relations that the other issue began. */
export interface RemoteRelation {
  id: string;
  type: 'blocks' | 'blocked_by' | 'related' | 'duplicate' | 'duplicated_by';
  issue: {
    id: string;
    identifier: string;
    title: string;
    url: string;
    state: { name: string; type: string; color: string };
  };
}

export interface LiveIssue {
  issue: RemoteIssue;
  description: string | null;
  comments: RemoteComment[];
  relations: RemoteRelation[];
}

export interface FoundIssue {
  /** Null: Linear does not answer it. */
  live: LiveIssue | null;
  /** Whether the key sees its team, so that an issue that is not answered is gone. */
  isTeamVisible: boolean;
  askedAt: Date;
}

const commentFields = 'id body url createdAt updatedAt user { name }';
export const otherIssue = 'id identifier title url state { name type color }';
const pageInfo = 'pageInfo { hasNextPage endCursor }';

/** Each of an issue's own lists: how to ask for a page of it. Most issues have fewer of each than ride along. */
const lists = {
  comments: `nodes { ${commentFields} } ${pageInfo}`,
  relations: `nodes { id type issue: relatedIssue { ${otherIssue} } } ${pageInfo}`,
  inverseRelations: `nodes { id type issue { ${otherIssue} } } ${pageInfo}`,
} as const;
type ListName = keyof typeof lists;

const liveIssueDocument = `
  query LiveIssue($issue: IssueFilter!, $teams: TeamFilter!) {
    teams(first: 1, filter: $teams) { nodes { id } }
    issues(first: 1, includeArchived: true, filter: $issue) {
      nodes {
        ...IssueFields description
        ${Object.entries(lists)
          .map(([name, page]) => `${name}(first: 50) { ${page} }`)
          .join('\n        ')}
      }
      ${pageInfo}
    }
  }
  ${issueFields}
`;

function moreDocument(name: ListName): string {
  return `query More($id: String!, $after: String!) { issue(id: $id) { ${name}(first: 250, after: $after) { ${lists[name]} } } }`;
}

const instant = z.string().transform((text) => new Date(text).toISOString());
export const commentShape = z.object({
  id: z.string(),
  body: cleanText,
  url: z.string(),
  user: z.object({ name: cleanText }).nullable(),
  createdAt: instant,
  updatedAt: instant,
});
export const otherIssueShape = z.object({
  id: z.string(),
  identifier: z.string(),
  title: cleanText,
  url: z.string(),
  state: z.object({ name: cleanText, type: z.string(), color: z.string() }),
});
const relationShape = z.object({ id: z.string(), type: z.string(), issue: otherIssueShape });
const page = <T extends z.ZodType>(item: T) =>
  z.object({
    nodes: z.array(item),
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullish() }),
  });
const shapes = { comments: page(commentShape), relations: page(relationShape), inverseRelations: page(relationShape) };
const restOfIssue = z.object({ description: cleanText.nullable(), ...shapes });
const nodesShape = z.object({ nodes: z.array(restOfIssue) });
const teamsShape = z.object({ nodes: z.array(z.object({ id: z.string() })) });

/** An issue with all that an edit needs to see, archived and trashed ones too. */
export async function readLiveIssue(
  client: LinearClient,
  asked: { id: string; teamId: string | null },
  signal: AbortSignal,
): Promise<FoundIssue> {
  const teams = { id: { in: asked.teamId === null ? [] : [asked.teamId] } };
  const reply = await client.ask(liveIssueDocument, { issue: { id: { in: [asked.id] } }, teams }, signal);
  const isTeamVisible = parse(teamsShape, reply, 'teams').nodes.length > 0;
  const [issue] = readWhole(await readIssuePage(client, reply, 'issues', signal));
  const [rest] = parse(nodesShape, reply, 'issues').nodes;
  const { askedAt } = reply;
  if (!issue || !rest) return { live: null, isTeamVisible, askedAt };
  const all = await readRest(client, issue.id, rest, signal);
  return { live: { issue, ...all }, isTeamVisible, askedAt };
}

function readWhole({ issues, unreadable: [bad] }: { issues: RemoteIssue[]; unreadable: { message: string }[] }) {
  if (bad) throw linearError('linear_bad_answer', bad.message);
  return issues;
}

async function readRest(
  client: LinearClient,
  id: string,
  rest: z.infer<typeof restOfIssue>,
  signal: AbortSignal,
): Promise<Omit<LiveIssue, 'issue'>> {
  const all = async <T extends { id: string }>(name: ListName, first: Page<T>, shape: z.ZodType<Page<T>>) =>
    readPages(first, async (after) => {
      const reply = await client.ask(moreDocument(name), { id, after }, signal);
      return parse(z.object({ [name]: shape }), reply, 'issue')[name] as Page<T>;
    });
  const comments = await all('comments', rest.comments, shapes.comments);
  const begun = await all('relations', rest.relations, shapes.relations);
  const others = await all('inverseRelations', rest.inverseRelations, shapes.inverseRelations);
  const relations = [
    ...begun.flatMap((each) => asRelation(each, false)),
    ...others.flatMap((each) => asRelation(each, true)),
  ];
  return { description: rest.description, comments: comments.sort(oldestFirst), relations };
}

interface Page<T> {
  nodes: T[];
  pageInfo: { hasNextPage: boolean; endCursor?: string | null | undefined };
}

/** A few rows that seldom move: here a cursor is good enough. */
export async function readPages<T extends { id: string }>(
  first: Page<T>,
  next: (after: string) => Promise<Page<T>>,
): Promise<T[]> {
  const found = new Map<string, T>();
  for (let current = first; ; ) {
    const before = found.size;
    for (const node of current.nodes) found.set(node.id, node);
    if (!current.pageInfo.hasNextPage) return [...found.values()];
    const after = current.pageInfo.endCursor;
    if (!after || found.size === before) throw linearError('linear_bad_answer', 'a list never ends');
    current = await next(after);
  }
}

const named = { blocks: 'blocks', related: 'related', duplicate: 'duplicate' } as const;
const inversely = { blocks: 'blocked_by', related: 'related', duplicate: 'duplicated_by' } as const;

/** Others, like `similar`, are Linear's own guesses: nobody made them, so nobody needs to see them here. */
export function asRelation({ type, ...rest }: z.infer<typeof relationShape>, isInverse: boolean): RemoteRelation[] {
  const known = Object.keys(named).find((name) => name === type) as keyof typeof named | undefined;
  return known === undefined ? [] : [{ ...rest, type: isInverse ? inversely[known] : named[known] }];
}

function oldestFirst(a: RemoteComment, b: RemoteComment): number {
  return a.createdAt.localeCompare(b.createdAt) || a.id.localeCompare(b.id);
}

/** One comment by its id; null when there is none. */
export async function readComment(
  client: LinearClient,
  id: string,
  signal: AbortSignal,
): Promise<RemoteComment | null> {
  const reply: Reply = await client.ask(commentDocument, { filter: { id: { in: [id] } } }, signal);
  return parse(shapes.comments, reply, 'comments').nodes[0] ?? null;
}

const commentDocument = `query CommentById($filter: CommentFilter!) { comments(first: 1, includeArchived: true, filter: $filter) { ${lists.comments} } }`;
