import type { IssueRelationView, LinearWrite, LiveIssue } from '@/lib/contracts/linear-write';
import { linearWrite } from '@/lib/contracts/linear-write';
import { listTaskIdsOfIssues, type WriteRow } from '@/lib/db/linear-write';
import type { LiveIssue as RemoteLiveIssue, RemoteRelation } from '@/lib/linear/live-issue';
import { fieldsOf } from './write-plan';

export async function viewLiveIssue(live: RemoteLiveIssue): Promise<LiveIssue> {
  const { issue, comments, relations } = live;
  return {
    id: issue.id,
    identifier: issue.identifier,
    updatedAt: issue.updatedAt,
    fields: fieldsOf(live),
    comments,
    relations: await viewRelations(relations),
  };
}

/** The key may see more teams than are synced: of an issue of another nothing is told but what it is called by. */
export async function viewRelations(relations: RemoteRelation[]): Promise<IssueRelationView[]> {
  const taskIds = await listTaskIdsOfIssues(relations.map(({ issue }) => issue.id));
  return relations.map(({ issue, ...relation }) => {
    const taskId = taskIds.get(issue.id);
    return { ...relation, issue: taskId === undefined ? nameOnly(issue) : { ...issue, taskId } };
  });
}

function nameOnly({ id, identifier, url }: RemoteRelation['issue']): IssueRelationView['issue'] {
  // What follows the identifier is made of the title.
  const [plainUrl = url] = /^.*\/issue\/[^/]+/.exec(url) ?? [];
  return { id, identifier, url: plainUrl, title: null, state: null, taskId: null };
}

export function viewWrite({
  errorCode,
  errorMessage,
  kind,
  status,
  createdAt,
  answeredAt,
  ...rest
}: WriteRow): LinearWrite {
  return {
    ...rest,
    kind: linearWrite.shape.kind.parse(kind),
    status: linearWrite.shape.status.parse(status),
    error: errorCode === null ? null : { code: errorCode, message: errorMessage ?? '' },
    createdAt: createdAt.toISOString(),
    answeredAt: answeredAt?.toISOString() ?? null,
  };
}
