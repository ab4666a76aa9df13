'use client';

import { late } from '@/app/_ui/late';
import { useLate } from '@/app/_ui/use-late';
import { closeNewIssue, useNewIssueDialog } from './new-issue';
import type { OpenNewIssueProps } from './open-new-issue';

const openNewIssue = late(async () => (await import('./open-new-issue')).OpenNewIssue);

/** Where the dialog for a new issue in Linear appears, whoever asks for it. */
export function NewIssueDialog() {
  const asked = useNewIssueDialog();
  return asked && <LateNewIssue title={asked.title} onClose={closeNewIssue} />;
}

function LateNewIssue(props: OpenNewIssueProps) {
  const Open = useLate(openNewIssue, true);
  return Open && <Open {...props} />;
}
