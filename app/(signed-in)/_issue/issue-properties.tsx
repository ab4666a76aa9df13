'use client';

import { useEffect } from 'react';
import { usePerson } from '@/app/(signed-in)/_frame/person-context';
import { readIntegration } from '@/app/(signed-in)/tasks/[id]/read-integration';
import type { WriteTarget } from '@/lib/contracts/linear-write';
import type { Task } from '@/lib/contracts/task';
import { ConflictDialog } from './conflict-dialog';
import { closeIssuePart } from './issue-desk';
import { PropertyRows } from './property-rows';
import { useIssueWrite } from './use-issue-write';
import { useLiveIssue } from './use-live-issue';
import { useOpenWrites } from './use-open-writes';
import { useTeamOptions } from './use-team-options';

export type IssuePartProps = { task: Task; target: WriteTarget };

/** The properties that Linear owns, each of which can be changed in its place. */
export function OpenIssueProperties({ task, target }: IssuePartProps) {
  const { teamId } = readIntegration(task.customFields);
  const live = useLiveIssue(task);
  const options = useTeamOptions(teamId === null ? null : { connectionId: target.connectionId, teamId });
  const issue = useIssueWrite(task.id);
  const { email } = usePerson();
  // A trashed issue has to come back first; a change that may have been made is not offered again.
  const isMaybeDone = useOpenWrites(task.id).some(({ kind }) => kind === 'update');
  const desk = { issue, live, options, isMaybeDone, isDisabled: task.sourceState === 'trashed' || isMaybeDone };
  useEffect(() => () => closeIssuePart(), []);
  return (
    <>
      <PropertyRows task={task} desk={desk} me={email} />
      <ConflictDialog
        conflicts={issue.clash?.conflicts ?? null}
        options={options.data}
        onMine={() => void issue.writeMine()}
        onTheirs={issue.keepTheirs}
        onClose={issue.keepTheirs}
      />
    </>
  );
}
