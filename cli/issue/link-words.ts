import type { IssueRelationView } from '@/lib/contracts/linear-write';

/** What the first is to the second, in a sentence. */
export const linkWords: Record<IssueRelationView['type'], string> = {
  blocks: 'blocks',
  blocked_by: 'is blocked by',
  related: 'is related to',
  duplicate: 'is a duplicate of',
  duplicated_by: 'is duplicated by',
};
