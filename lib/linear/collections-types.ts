/** What is mirrored by itself: issues are tasks, and teams and workflow states come with every look. Named as URLs name them. */
export const mirroredCollections = [
  'organization',
  'users',
  'projects',
  'milestones',
  'documents',
  'cycles',
  'labels',
  'comments',
  'attachments',
  'issue-relations',
  'notifications',
] as const;
export type MirroredCollection = (typeof mirroredCollections)[number];

/** One of Linear's objects: `data` as Trackline publishes it, and beside it what it is found by. */
export interface RemoteObject {
  id: string;
  teamId: string | null;
  projectId: string | null;
  issueId: string | null;
  createdAt: string;
  updatedAt: string;
  archivedAt: string | null;
  data: Record<string, unknown>;
  /** The teams whose synced-ness decides where Linear's filter cannot; null: of no team, so always wanted. */
  ofTeams: string[] | null;
}

/** An object that came, but cannot be understood. */
export interface UnreadableObject {
  id: string;
  createdAt: string | null;
  updatedAt: string | null;
  message: string;
}

interface Row {
  id: string;
  createdAt: string;
  updatedAt: string;
}

export interface ObjectPage {
  objects: RemoteObject[];
  unreadable: UnreadableObject[];
  /** Everything readable in the order in which it came, also what is of teams that are not asked for. */
  rows: Row[];
  hasNextPage: boolean;
  endCursor: string | null;
}
