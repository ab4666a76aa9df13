'use client';

import { useQueryClient } from '@tanstack/react-query';
import { usePathname, useRouter } from 'next/navigation';
import { Button } from '@/app/_ui/button';
import { Dialog } from '@/app/_ui/dialog';
import { toast } from '@/app/_ui/toast';
import { readIntegration } from '@/app/(signed-in)/tasks/[id]/read-integration';
import { refreshTasks } from '@/app/(signed-in)/tasks/refresh-tasks';
import { api } from '@/lib/browser/api';
import { keys } from '@/lib/browser/query-keys';
import type { WriteTarget } from '@/lib/contracts/linear-write';
import type { Task } from '@/lib/contracts/task';
import { firstTeam, type IssueDraft, inputOf } from './issue-draft';
import { IssueFields } from './issue-fields';
import { NewIssueEnd } from './new-issue-end';
import { useNewIssue } from './use-new-issue';
import { useWriteTargets } from './use-write-target';

export type OpenNewIssueProps = { title: string; onClose: () => void };

export function OpenNewIssue({ title, onClose }: OpenNewIssueProps) {
  const targets = useWriteTargets()?.filter(({ canWrite }) => canWrite);
  return targets && <NewIssueForm title={title} targets={targets} onClose={onClose} />;
}

function NewIssueForm({ title, targets, onClose }: OpenNewIssueProps & { targets: WriteTarget[] }) {
  const client = useQueryClient();
  const router = useRouter();
  const teamId = useTeamOfPage();
  const issue = useNewIssue<Task>({
    // A title that is brought along is another issue than the one that was begun before.
    name: title === '' ? 'new-issue' : `new-issue ${title}`,
    first: { title, team: firstTeam(targets, teamId) },
    check: faultsOf,
    send: (draft, idempotencyKey) => api.post('/api/v1/linear-write/issues', inputOf(draft), { idempotencyKey }),
    onMade: (made) => {
      void refreshTasks(client, made);
      onClose();
      toast(`${made.identifier} created in Linear.`, {
        action: { label: 'Open', onClick: () => router.push(`/tasks/${made.id}`) },
      });
    },
  });
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="New issue in Linear"
      footer={
        <>
          <Button
            onClick={() => {
              if (issue.writeId === null) issue.clear();
              onClose();
            }}
          >
            {issue.writeId === null ? 'Cancel' : 'Close'}
          </Button>
          <Button
            variant="primary"
            onClick={issue.submit}
            loading={issue.isSending}
            aria-disabled={issue.writeId !== null || undefined}
          >
            Create issue
          </Button>
        </>
      }
    >
      <IssueFields issue={issue} targets={targets} />
      <NewIssueEnd
        issue={issue}
        onSettled={({ status, taskId }) => {
          if (status !== 'done') return;
          void client.invalidateQueries({ queryKey: keys.tasks.all });
          onClose();
          if (taskId) router.push(`/tasks/${taskId}`);
        }}
      />
    </Dialog>
  );
}

/** Of the task that the dialog is opened over. */
function useTeamOfPage(): string | null {
  const [, taskId] = /^\/tasks\/([^/]+)$/.exec(usePathname()) ?? [];
  const task = useQueryClient().getQueryData<Task>(keys.tasks.detail(taskId ?? ''));
  return task ? readIntegration(task.customFields).teamId : null;
}

function faultsOf({ team, title }: IssueDraft): Record<string, string> {
  return {
    ...(team === '' ? { team: 'Choose a team.' } : {}),
    ...(title.trim() === '' ? { title: 'Name the issue.' } : {}),
  };
}
