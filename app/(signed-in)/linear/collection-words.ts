import type { LinearCollection } from '@/lib/contracts/linear-collection';

/** What can be browsed here. Issues are tasks, and have their own page. */
export type BrowsedCollection = Exclude<LinearCollection, 'issues'>;

interface CollectionWords {
  title: string;
  /** As in "Search labels". */
  noun: string;
  /** What one of them is. */
  one: string;
  /** What one finds in it. */
  about: string;
}

/** In the order in which they are listed. */
export const collectionWords: Record<BrowsedCollection, CollectionWords> = {
  cycles: { title: 'Cycles', noun: 'cycles', one: 'Cycle', about: 'Dates and scope of every cycle' },
  projects: { title: 'Projects', noun: 'projects', one: 'Project', about: 'State, lead and target date' },
  milestones: { title: 'Milestones', noun: 'milestones', one: 'Milestone', about: 'Stages of the projects' },
  documents: { title: 'Documents', noun: 'documents', one: 'Document', about: 'Texts of projects and issues' },
  comments: { title: 'Comments', noun: 'comments', one: 'Comment', about: 'What was said on issues and projects' },
  attachments: { title: 'Attachments', noun: 'attachments', one: 'Attachment', about: 'Links on issues' },
  'issue-relations': {
    title: 'Issue relations',
    noun: 'issue relations',
    one: 'Issue relation',
    about: 'What blocks or repeats what',
  },
  labels: { title: 'Labels', noun: 'labels', one: 'Label', about: 'Of the workspace and of its teams' },
  'workflow-states': {
    title: 'Workflow states',
    noun: 'workflow states',
    one: 'Workflow state',
    about: 'The states of each team',
  },
  teams: { title: 'Teams', noun: 'teams', one: 'Team', about: 'Names, keys and colours' },
  users: { title: 'People', noun: 'people', one: 'Person', about: 'Members and guests of the workspace' },
  organization: { title: 'Workspace', noun: 'workspaces', one: 'Workspace', about: 'Its name and address' },
  notifications: {
    title: 'Notifications',
    noun: 'notifications',
    one: 'Notification',
    about: 'Of the owner of the API key',
  },
};

export const browsedCollections = Object.keys(collectionWords) as BrowsedCollection[];

export function isBrowsed(name: string): name is BrowsedCollection {
  return Object.hasOwn(collectionWords, name);
}

/** Those that the API can filter by team; a test holds this in step with it. */
const teamCollections: ReadonlySet<BrowsedCollection> = new Set([
  'cycles',
  'projects',
  'documents',
  'comments',
  'attachments',
  'issue-relations',
  'labels',
  'workflow-states',
  'teams',
  'notifications',
]);

export function hasTeams(collection: BrowsedCollection): boolean {
  return teamCollections.has(collection);
}
