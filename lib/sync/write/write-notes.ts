import type { LinearWrite } from '@/lib/contracts/linear-write';
import type { LinearMutation, Written } from '@/lib/linear/mutations';
import type { Before } from '@/lib/linear/mutations-look-up';
import type { FieldChange } from '@/lib/sync/describe-changes';

export const ledgerKind: Record<LinearMutation['kind'], LinearWrite['kind']> = {
  create: 'create',
  update: 'update',
  comment: 'comment',
  relate: 'relation',
  unrelate: 'relation',
  archive: 'archive',
  unarchive: 'unarchive',
};

const longestText = 200;
const relationWords = { blocks: 'blocks', related: 'is related to', duplicate: 'is a duplicate of' } as const;

/** The line in the task's history for what changes no field there. Null: the changed fields say it. */
export function noteOf(
  { mutation, before }: { mutation: LinearMutation; before: Before },
  { issues }: Written,
): { issueId: string; change: FieldChange } | null {
  switch (mutation.kind) {
    case 'create': {
      const to = issues[0]?.issue.identifier ?? null;
      return { issueId: mutation.id, change: { field: 'sent to Linear', from: null, to } };
    }
    case 'comment':
      return { issueId: mutation.issueId, change: { field: 'comment', from: null, to: shorten(mutation.body) } };
    case 'relate': {
      const { issueId, relatedIssueId, type } = mutation;
      const other = issues.find(({ issue }) => issue.id === relatedIssueId)?.issue.identifier ?? '';
      return { issueId, change: { field: 'relation', from: null, to: `${relationWords[type]} ${other}`.trim() } };
    }
    case 'unrelate':
      return { issueId: mutation.issueId, change: { field: 'relation', from: mutation.was, to: null } };
    case 'update': {
      const { description } = mutation.input;
      if (description === undefined) return null;
      const change = { field: 'description', from: shorten(before.description), to: shorten(description) };
      return { issueId: mutation.issueId, change };
    }
    case 'archive':
    case 'unarchive':
      return null;
  }
}

function shorten(text: string | null): string | null {
  return text !== null && text.length > longestText ? `${text.slice(0, longestText)}…` : text;
}
