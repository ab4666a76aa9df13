/** What leaves this room: Linear's objects as our own plain types. Instants are Linear's ISO text, to the millisecond. */

export interface RemoteIssue {
  id: string;
  identifier: string;
  previousIdentifiers: string[];
  title: string;
  url: string;
  priority: number;
  estimate: number | null;
  dueDate: string | null;
  createdAt: string;
  updatedAt: string;
  archivedAt: string | null;
  completedAt: string | null;
  trashed: boolean;
  team: { id: string; key: string; name: string };
  state: { id: string; name: string; type: string; color: string };
  assignee: { id: string; name: string; email: string } | null;
  labels: { id: string; name: string; color: string }[];
  project: { id: string; name: string } | null;
  cycle: { id: string; number: number; name: string | null } | null;
  parent: { id: string; identifier: string } | null;
  /** In Markdown; undefined where it was not asked for. */
  description?: string | null | undefined;
}

/** An issue that came, but cannot be understood. */
export interface UnreadableIssue {
  id: string;
  identifier: string | null;
  createdAt: string | null;
  updatedAt: string | null;
  message: string;
}

interface Dated {
  createdAt: string;
  updatedAt: string;
  archivedAt: string | null;
}

export interface RemoteTeam extends Dated {
  id: string;
  key: string;
  name: string;
  color: string | null;
  description: string | null;
  icon: string | null;
  private: boolean;
  /** Archived issues included. */
  issueCount: number;
}

export interface RemoteState extends Dated {
  id: string;
  name: string;
  type: string;
  color: string;
  position: number;
  description: string | null;
  teamId: string;
}

export interface IssuePage {
  /** The issues are as they were at some time since, on our clock. */
  askedAt?: Date;
  issues: RemoteIssue[];
  unreadable: UnreadableIssue[];
  hasNextPage: boolean;
}

export interface Workspace {
  id: string;
  name: string;
  urlKey: string;
}

export interface Bucket {
  limit: number;
  remaining: number;
  resetAt: Date | null;
}

export interface Quota {
  requests: Bucket | null;
  complexity: Bucket | null;
}
