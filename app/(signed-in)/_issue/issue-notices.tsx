'use client';

import type { IssuePartProps } from './issue-properties';
import { headKinds, OpenWrites } from './open-writes';

/** Near the properties and the title, on a phone too. */
export function OpenIssueNotices({ task }: IssuePartProps) {
  return <OpenWrites taskId={task.id} kinds={headKinds} className="mb-4" />;
}
