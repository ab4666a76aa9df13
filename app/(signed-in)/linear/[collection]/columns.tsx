import type { ReactNode } from 'react';
import { ColorDot } from '@/app/_ui/color-dot';
import { formatPercent } from '@/app/_ui/format-number';
import type { BrowsedCollection } from '@/app/(signed-in)/linear/collection-words';
import type { LinearObjectOf } from '@/lib/contracts/linear-collection';
import { DayText, InstantDay, IssueLink, WorkspaceLink } from './cells';
import { inWords } from './in-words';
import { notificationWords } from './notification-words';
import { wordsOf } from './words-of';

export type BrowsedObject = LinearObjectOf<BrowsedCollection>;

export interface Column<T> {
  head: string;
  /** Written as a method, so that columns of one collection can stand for columns of any. */
  show(object: T): ReactNode;
  numeric?: boolean;
  /** Left out where there is little room. */
  isMinor?: true;
}

interface Shown<C extends BrowsedCollection> {
  title(object: LinearObjectOf<C>): string;
  /** Stands before the title. */
  color?(object: LinearObjectOf<C>): string | null;
  columns: readonly Column<LinearObjectOf<C>>[];
}

export function columnsOf(collection: BrowsedCollection): readonly Column<BrowsedObject>[] {
  const shown: Shown<BrowsedCollection> = collections[collection];
  return shown.columns;
}

export function titleOf(collection: BrowsedCollection, object: BrowsedObject): string {
  const shown: Shown<BrowsedCollection> = collections[collection];
  return shown.title(object) || 'Untitled';
}

export function colorOf(collection: BrowsedCollection, object: BrowsedObject): string | null {
  const shown: Shown<BrowsedCollection> = collections[collection];
  return shown.color?.(object) ?? null;
}

const team = (given: { key: string } | null) => given?.key ?? 'Workspace';

const collections: { [C in BrowsedCollection]: Shown<C> } = {
  organization: {
    title: ({ name }) => name,
    columns: [{ head: 'Address', show: ({ urlKey }) => <WorkspaceLink urlKey={urlKey} /> }],
  },
  teams: {
    title: ({ name }) => name,
    columns: [
      { head: 'Key', show: ({ key, color }) => <Colored color={color}>{key}</Colored> },
      { head: 'Access', show: (each) => (each.private ? 'Private' : 'Public'), isMinor: true },
    ],
  },
  users: {
    title: ({ name, displayName }) => name || displayName,
    columns: [
      { head: 'E-mail', show: ({ email }) => email, isMinor: true },
      { head: 'Role', show: ({ admin, guest }) => (admin ? 'Admin' : guest ? 'Guest' : 'Member') },
      { head: 'Account', show: ({ active }) => (active ? 'Active' : 'Inactive'), isMinor: true },
    ],
  },
  projects: {
    title: ({ name }) => name,
    columns: [
      { head: 'State', show: ({ status, state }) => status?.name ?? state },
      { head: 'Teams', show: ({ teams }) => teams.map(({ key }) => key).join(', '), isMinor: true },
      { head: 'Lead', show: ({ lead }) => lead?.name, isMinor: true },
      { head: 'Target', show: ({ targetDate }) => targetDate && <DayText on={targetDate} />, isMinor: true },
      { head: 'Progress', show: ({ progress }) => formatPercent(progress), numeric: true },
    ],
  },
  milestones: {
    title: ({ name }) => name,
    columns: [
      { head: 'Project', show: ({ project }) => project.name },
      { head: 'Target', show: ({ targetDate }) => targetDate && <DayText on={targetDate} />, isMinor: true },
      { head: 'Progress', show: ({ progress }) => formatPercent(progress), numeric: true },
    ],
  },
  documents: {
    title: ({ title }) => title,
    columns: [
      { head: 'Of', show: ({ project, issue }) => project?.name ?? <IssueLink issue={issue} /> },
      { head: 'Made by', show: ({ creator }) => creator?.name, isMinor: true },
    ],
  },
  cycles: {
    title: ({ name, number }) => name ?? `Cycle ${number}`,
    columns: [
      { head: 'Team', show: (each) => each.team.key },
      { head: 'Starts', show: ({ startsAt }) => <InstantDay at={startsAt} />, numeric: true, isMinor: true },
      { head: 'Ends', show: ({ endsAt }) => <InstantDay at={endsAt} />, numeric: true },
      {
        head: 'Scope',
        show: ({ completedScope, scope }) => scope > 0 && `${completedScope} of ${scope}`,
        numeric: true,
        isMinor: true,
      },
      { head: 'Progress', show: ({ progress }) => formatPercent(progress), numeric: true },
    ],
  },
  'workflow-states': {
    title: ({ name }) => name,
    columns: [
      { head: 'Type', show: ({ type, color }) => <Colored color={color}>{inWords(type)}</Colored> },
      { head: 'Team', show: (each) => each.team.key },
    ],
  },
  labels: {
    title: ({ name, parent }) => (parent ? `${parent.name} / ${name}` : name),
    color: ({ color }) => color,
    columns: [
      { head: 'Colour', show: ({ color }) => color, isMinor: true },
      { head: 'Of', show: (each) => team(each.team) },
    ],
  },
  comments: {
    title: ({ body }) => wordsOf(body),
    columns: [
      { head: 'On', show: ({ issue, project }) => (issue ? <IssueLink issue={issue} /> : project?.name) },
      { head: 'By', show: ({ user }) => user?.name, isMinor: true },
    ],
  },
  attachments: {
    title: ({ title }) => title,
    columns: [
      { head: 'On', show: ({ issue }) => <IssueLink issue={issue} /> },
      { head: 'From', show: ({ sourceType }) => sourceType, isMinor: true },
    ],
  },
  'issue-relations': {
    title: ({ issue, type, relatedIssue }) =>
      `${issue.identifier} ${relationWords[type] ?? type} ${relatedIssue.identifier}`,
    columns: [
      { head: 'Issue', show: ({ issue }) => <IssueLink issue={issue} />, isMinor: true },
      { head: 'Other', show: ({ relatedIssue }) => <IssueLink issue={relatedIssue} />, isMinor: true },
    ],
  },
  notifications: {
    title: ({ type }) => notificationWords(type),
    columns: [
      { head: 'On', show: ({ issue, project }) => (issue ? <IssueLink issue={issue} /> : project?.name) },
      { head: 'By', show: ({ actor }) => actor?.name, isMinor: true },
      { head: 'Read', show: ({ readAt }) => (readAt ? 'Read' : 'Unread') },
    ],
  },
};

const relationWords: Record<string, string> = {
  blocks: 'blocks',
  duplicate: 'is a duplicate of',
  related: 'is related to',
};

function Colored({ color, children }: { color: string | null; children: ReactNode }) {
  return (
    <span className="inline-flex items-center gap-1.5">
      {color && <ColorDot color={color} />}
      {children}
    </span>
  );
}
