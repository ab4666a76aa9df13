import { z } from 'zod';
import { cleanText } from './clean-text';
import { instant } from './instant';
import type { RemoteIssue, UnreadableIssue } from './types';

const ref = z.object({ id: z.string(), name: cleanText });
const pageInfo = z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullish() });

export const labelPage = z.object({
  nodes: z.array(z.object({ id: z.string(), name: cleanText, color: z.string() })),
  pageInfo,
});

const issueNode = z.object({
  id: z.string().min(1),
  identifier: z.string().min(1),
  previousIdentifiers: z.array(z.string()),
  title: cleanText,
  url: z.string(),
  priority: z.number(),
  estimate: z.number().nullable(),
  // A day of any other form would break every list that the task is in.
  dueDate: z.iso.date().nullable(),
  createdAt: instant,
  updatedAt: instant,
  archivedAt: instant.nullable(),
  completedAt: instant.nullable(),
  trashed: z.boolean().nullish(),
  team: z.object({ id: z.string(), key: z.string(), name: cleanText }),
  state: z.object({ id: z.string(), name: cleanText, type: z.string(), color: z.string() }),
  assignee: z.object({ id: z.string(), name: cleanText, email: z.string() }).nullable(),
  labels: labelPage,
  project: ref.nullable(),
  cycle: z.object({ id: z.string(), number: z.number(), name: cleanText.nullable() }).nullable(),
  parent: z.object({ id: z.string(), identifier: z.string() }).nullable(),
  description: cleanText.nullish(),
});

export interface ParsedIssue {
  kind: 'issue';
  issue: RemoteIssue;
  /** Where the rest of the labels begins, when there are more than one page holds. */
  labelsAfter: string | null;
}

/** One node by itself: an issue that is broken must not hide the 249 beside it. Null when it does not even have an id. */
export function parseIssue(node: unknown): ParsedIssue | { kind: 'unreadable'; issue: UnreadableIssue } | null {
  const parsed = issueNode.safeParse(node);
  if (parsed.success) {
    const { labels, trashed, ...rest } = parsed.data;
    const issue = { ...rest, trashed: trashed === true, labels: labels.nodes };
    return {
      kind: 'issue',
      issue,
      labelsAfter: labels.pageInfo.hasNextPage ? (labels.pageInfo.endCursor ?? null) : null,
    };
  }
  const what = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
  return describeUnreadable(node, `Linear sent it in a form that cannot be read (${what.slice(0, 300)}).`);
}

const identity = z.object({
  id: z.string().min(1),
  identifier: z.string().nullish().catch(null),
  createdAt: instant.nullish().catch(null),
  updatedAt: instant.nullish().catch(null),
});

export function describeUnreadable(
  node: unknown,
  message: string,
): { kind: 'unreadable'; issue: UnreadableIssue } | null {
  const known = identity.safeParse(node);
  if (!known.success) return null;
  const { id, identifier, createdAt, updatedAt } = known.data;
  return {
    kind: 'unreadable',
    issue: { id, identifier: identifier ?? null, createdAt: createdAt ?? null, updatedAt: updatedAt ?? null, message },
  };
}
