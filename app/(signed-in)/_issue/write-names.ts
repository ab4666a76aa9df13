import type { LinearWrite } from '@/lib/contracts/linear-write';

/** What was sent, for sentences like "Your comment may or may not have reached it." */
export const writeNames: Record<LinearWrite['kind'], string> = {
  create: 'The new issue',
  update: 'The change',
  comment: 'The comment',
  relation: 'The link',
  archive: 'The archiving',
  unarchive: 'The restoring',
  attachment: 'The tracked time',
};
