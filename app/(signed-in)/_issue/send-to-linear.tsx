'use client';

import { useQueryClient } from '@tanstack/react-query';
import { Send } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/app/_ui/button';
import { Dialog } from '@/app/_ui/dialog';
import { toast } from '@/app/_ui/toast';
import { useFocusOnceGone } from '@/app/_ui/use-focus-once-gone';
import { refreshTasks } from '@/app/(signed-in)/tasks/refresh-tasks';
import { api } from '@/lib/browser/api';
import type { SendToLinearInput, WriteTarget } from '@/lib/contracts/linear-write';
import type { Task } from '@/lib/contracts/task';
import { type IssueDraft, inputOf, teamChoices } from './issue-draft';
import { IssueFields } from './issue-fields';
import { NewIssueEnd } from './new-issue-end';
import { openInLinearId } from './open-in-linear-id';
import { refreshIssue } from './refresh-issue';
import { useNewIssue } from './use-new-issue';
import { useOpenWrites } from './use-open-writes';

export type SendToLinearProps = { task: Task; targets: readonly WriteTarget[] };

/** Makes a hand-made task an issue. */
export function OpenSendToLinear({ task, targets }: SendToLinearProps) {
  const [isOpen, setIsOpen] = useState(false);
  const focusOnceGone = useFocusOnceGone();
  const close = () => setIsOpen(false);
  // One that may be there already is looked up, not sent again.
  const lost = useOpenWrites(task.id).find(({ kind }) => kind === 'create');
  return (
    <>
      <Button onClick={() => setIsOpen(true)}>
        <Send aria-hidden />
        Send to Linear
      </Button>
      {isOpen && (
        <SendDialog
          task={task}
          targets={targets}
          lostId={lost?.id ?? null}
          onClose={close}
          onSent={() => {
            focusOnceGone(openInLinearId);
            close();
          }}
        />
      )}
    </>
  );
}

type SendDialogProps = SendToLinearProps & { lostId: string | null; onClose: () => void; onSent: () => void };

function SendDialog({ task, targets, lostId, onClose, onSent }: SendDialogProps) {
  const client = useQueryClient();
  const teams = teamChoices(targets);
  // An imported project bears its team's name.
  const ownTeam = teams.length === 1 ? teams[0] : teams.find(({ label }) => label === task.project.name);
  const issue = useNewIssue<Task>({
    name: `send-${task.id}`,
    first: { priority: task.priority ?? 0, team: ownTeam?.value ?? '' },
    check: ({ team }) => (team === '' ? { team: 'Choose a team.' } : {}),
    send: (draft, idempotencyKey) =>
      api.post(`/api/v1/tasks/${task.id}/send-to-linear`, bodyOf(draft), { idempotencyKey }),
    onMade: (made) => {
      void refreshTasks(client, made);
      onSent();
      toast(`Sent to Linear as ${made.identifier}.`);
    },
  });
  const writeId = issue.writeId ?? lostId;
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Send to Linear"
      description="The task becomes an issue. It keeps its time, its notes and its title."
      footer={
        <>
          <Button
            onClick={() => {
              if (writeId === null) issue.clear();
              onClose();
            }}
          >
            {writeId === null ? 'Cancel' : 'Close'}
          </Button>
          <Button
            variant="primary"
            onClick={issue.submit}
            loading={issue.isSending}
            aria-disabled={writeId !== null || undefined}
          >
            Send to Linear
          </Button>
        </>
      }
    >
      <IssueFields issue={issue} targets={targets} isOfTask />
      <NewIssueEnd
        issue={{ ...issue, writeId }}
        onSettled={({ status }) => {
          void refreshIssue(client, task.id);
          if (status === 'done') onSent();
        }}
      />
    </Dialog>
  );
}

function bodyOf(draft: IssueDraft): SendToLinearInput | null {
  const input = inputOf(draft);
  if (!input) return null;
  const { title: _, ...rest } = input;
  return rest;
}
