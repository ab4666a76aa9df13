import type { Connection } from '@/lib/contracts/connection';
import type { ChosenCollection } from '@/lib/contracts/linear-collection';

/** What each is good for, in the words of a row. */
export const collectionUses: Record<ChosenCollection, string> = {
  cycles: 'Tracked hours against scope, cycle by cycle',
  projects: 'Tracked hours against scope, with lead and target date',
  milestones: 'Stages of projects, with their target dates',
  documents: 'Texts of projects and issues, to search here',
  comments: 'What was said on issues and projects, to search here',
  attachments: 'Pull requests, designs and other links on issues',
  'issue-relations': 'What blocks, repeats or belongs to what',
  labels: 'Names, colours and groups',
  'workflow-states': 'The states of each team, in their order',
  teams: 'Names, keys and colours',
  users: 'Members and guests of the workspace',
  organization: 'Its name and address',
  notifications: 'Only admins see them here',
};

/** Told of by the row: whose they are matters. */
export function useOf(collection: ChosenCollection, { keyOwner }: Pick<Connection, 'keyOwner'>): string {
  const use = collectionUses[collection];
  return collection === 'notifications'
    ? `Those of ${keyOwner.name || keyOwner.email}, who owns the key. ${use}.`
    : use;
}

/** Kept for the issues in any case: leaving them hides them, and removes nothing. */
export const keptAnyway: ReadonlySet<ChosenCollection> = new Set(['teams', 'workflow-states']);

const otherwise = 'Each sync tries again.';

const remedies: Record<string, string> = {
  linear_forbidden: 'The key may not read it: leave it out, or replace the key. It is asked for again within the hour.',
  linear_scope_missing: 'Give the key the Read permission in Linear, or replace the key.',
  linear_plan_limit: "The workspace's plan in Linear does not have it: leave it out.",
  // Says itself what to do.
  large_removal: '',
};

/** What to do about a collection that could not be read. */
export function remedyOf(code: string): string {
  return remedies[code] ?? otherwise;
}
