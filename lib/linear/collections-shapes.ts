import { z } from 'zod';
import { cleanText } from './clean-text';
import type { MirroredCollection, RemoteObject } from './collections-types';
import { instant } from './instant';

const text = cleanText.nullable();
const plain = z.string().nullable();
const ref = z.object({ id: z.string(), name: cleanText });
const someRef = ref.nullable();
const teamRef = ref.extend({ key: z.string() });
const teamId = z.object({ id: z.string() });
const issueRef = z.object({ id: z.string(), identifier: z.string(), team: teamId });
const identity = { id: z.string().min(1) };
const dated = { createdAt: instant, updatedAt: instant, archivedAt: instant.nullable() };
const trashed = z
  .boolean()
  .nullish()
  .transform((value) => value === true);
/** Linear counts once a day; the last number is the newest. */
const lastOf = z.array(z.number()).transform((values) => values.at(-1) ?? 0);

interface Own {
  id: string;
  createdAt: string;
  updatedAt: string;
  archivedAt: string | null;
}

type Place = Partial<Pick<RemoteObject, 'teamId' | 'projectId' | 'issueId' | 'ofTeams'>>;

function remote<Data extends Own & Record<string, unknown>>(data: Data, place: Place = {}): RemoteObject {
  const { teamId = null, projectId = null, issueId = null, ofTeams = null } = place;
  const { id, createdAt, updatedAt, archivedAt } = data;
  return { id, teamId, projectId, issueId, createdAt, updatedAt, archivedAt, data: { ...data }, ofTeams };
}

function issueOf(issue: z.infer<typeof issueRef> | null | undefined) {
  return issue ? { id: issue.id, identifier: issue.identifier } : null;
}

const organization = z
  .object({ ...identity, name: cleanText, urlKey: z.string(), ...dated })
  .transform(({ name, urlKey, ...own }) => ({ ...remote(own), data: { id: own.id, name, urlKey } }));

const users = z
  .object({
    ...identity,
    name: cleanText,
    displayName: cleanText,
    email: z.string(),
    avatarUrl: plain,
    active: z.boolean(),
    admin: z.boolean(),
    guest: z.boolean(),
    ...dated,
  })
  .transform((node) => remote(node));

export const teamPage = z.object({
  nodes: z.array(teamRef),
  pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullish() }),
});

const projects = z
  .object({
    ...identity,
    name: cleanText,
    description: cleanText,
    status: ref.extend({ type: z.string() }),
    progress: z.number(),
    scope: z.number(),
    url: z.string(),
    color: plain,
    icon: plain,
    startDate: z.iso.date().nullable(),
    targetDate: z.iso.date().nullable(),
    lead: someRef,
    teams: teamPage,
    trashed,
    completedAt: instant.nullable(),
    ...dated,
  })
  .transform(({ status: { type, ...status }, teams, ...rest }) => {
    const [only, ...others] = teams.nodes;
    const ofOne = others.length === 0 ? (only?.id ?? null) : null;
    return remote({ ...rest, state: type, status, teams: teams.nodes }, { teamId: ofOne, projectId: rest.id });
  });

const milestones = z
  .object({
    ...identity,
    name: cleanText,
    description: text,
    targetDate: z.iso.date().nullable(),
    sortOrder: z.number(),
    progress: z.number(),
    project: ref,
    ...dated,
  })
  .transform((node) => remote(node, { projectId: node.project.id }));

const documents = z
  .object({
    ...identity,
    title: cleanText,
    slugId: z.string(),
    icon: plain,
    color: plain,
    content: text,
    url: z.string(),
    creator: someRef,
    updatedBy: someRef,
    project: someRef,
    issue: issueRef.nullable(),
    trashed,
    ...dated,
  })
  .transform((node) =>
    remote(
      { ...node, issue: issueOf(node.issue) },
      {
        teamId: node.issue?.team.id ?? null,
        projectId: node.project?.id ?? null,
        issueId: node.issue?.id ?? null,
      },
    ),
  );

const cycles = z
  .object({
    ...identity,
    number: z.number(),
    name: text,
    description: text,
    startsAt: instant,
    endsAt: instant,
    completedAt: instant.nullable(),
    progress: z.number(),
    scopeHistory: lastOf,
    completedScopeHistory: lastOf,
    team: teamRef,
    ...dated,
  })
  .transform(({ scopeHistory: scope, completedScopeHistory: completedScope, ...rest }) =>
    remote({ ...rest, scope, completedScope }, { teamId: rest.team.id }),
  );

const labels = z
  .object({
    ...identity,
    name: cleanText,
    color: z.string(),
    description: text,
    isGroup: z.boolean(),
    parent: someRef,
    team: teamRef.nullable(),
    ...dated,
  })
  .transform((node) => remote(node, { teamId: node.team?.id ?? null }));

const comments = z
  .object({
    ...identity,
    body: cleanText,
    url: z.string(),
    user: someRef,
    issue: issueRef.nullable(),
    project: someRef,
    parent: z.object({ id: z.string() }).nullable(),
    editedAt: instant.nullable(),
    resolvedAt: instant.nullable(),
    ...dated,
  })
  .transform((node) =>
    remote(
      { ...node, issue: issueOf(node.issue) },
      {
        teamId: node.issue?.team.id ?? null,
        projectId: node.project?.id ?? null,
        issueId: node.issue?.id ?? null,
      },
    ),
  );

const attachments = z
  .object({
    ...identity,
    title: cleanText,
    subtitle: text,
    url: z.string(),
    sourceType: plain,
    metadata: z.record(z.string(), z.unknown()),
    issue: issueRef,
    creator: someRef,
    ...dated,
  })
  .transform((node) =>
    remote(
      { ...node, issue: issueOf(node.issue) },
      {
        teamId: node.issue.team.id,
        issueId: node.issue.id,
        ofTeams: [node.issue.team.id],
      },
    ),
  );

const relations = z
  .object({ ...identity, type: z.string(), issue: issueRef, relatedIssue: issueRef, ...dated })
  .transform((node) =>
    remote(
      { ...node, issue: issueOf(node.issue), relatedIssue: issueOf(node.relatedIssue) },
      {
        teamId: node.issue.team.id,
        issueId: node.issue.id,
        ofTeams: [node.issue.team.id, node.relatedIssue.team.id],
      },
    ),
  );

const someId = z.object({ id: z.string() }).nullish();

/** Each kind of notification has its own fields; the others are simply not there. */
const notifications = z
  .object({
    ...identity,
    type: z.string(),
    readAt: instant.nullable(),
    snoozedUntilAt: instant.nullable(),
    actor: someRef,
    issue: issueRef.nullish(),
    project: ref.nullish(),
    comment: someId,
    projectUpdate: someId,
    ...dated,
  })
  .transform(({ issue, project = null, comment = null, projectUpdate = null, ...rest }) =>
    remote(
      { ...rest, issue: issueOf(issue), project, comment, projectUpdate },
      {
        teamId: issue?.team.id ?? null,
        projectId: project?.id ?? null,
        issueId: issue?.id ?? null,
        ofTeams: issue ? [issue.team.id] : null,
      },
    ),
  );

export const objectShapes: Record<MirroredCollection, z.ZodType<RemoteObject>> = {
  organization,
  users,
  projects,
  milestones,
  documents,
  cycles,
  labels,
  comments,
  attachments,
  'issue-relations': relations,
  notifications,
};
