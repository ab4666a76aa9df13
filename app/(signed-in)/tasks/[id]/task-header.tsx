'use client';

import { Archive, ArchiveRestore, ChevronLeft, Pencil } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import { Button } from '@/app/_ui/button';
import { CopyButton } from '@/app/_ui/copy-button';
import { ExternalLink } from '@/app/_ui/external-link';
import { PageHeader } from '@/app/_ui/page-header';
import { useShortcuts } from '@/app/_ui/use-shortcuts';
import { openInLinearId } from '@/app/(signed-in)/_issue/open-in-linear-id';
import { TaskDialog } from '@/app/(signed-in)/tasks/task-dialog';
import { useArchiveTask } from '@/app/(signed-in)/tasks/use-archive-task';
import type { Task } from '@/lib/contracts/task';
import { FoldedText } from './folded-text';
import { IssueActions, IssueTitle, SendToLinear } from './issue-slots';
import { TaskTimer } from './task-timer';

export function TaskHeader({ task }: { task: Task }) {
  const { identifier, title, url, source } = task;
  return (
    <PageHeader
      back={
        <Link href="/tasks" className="inline-flex items-center gap-0.5 hover:text-ink">
          <ChevronLeft aria-hidden className="size-3.5" />
          Tasks
        </Link>
      }
      title={
        <IssueTitle task={task}>
          <FoldedText text={title}>
            {identifier && <span className="figures mr-2 whitespace-nowrap font-normal text-faint">{identifier}</span>}
          </FoldedText>
        </IssueTitle>
      }
      actions={
        <>
          {identifier && <CopyButton value={identifier} label="Copy the identifier" />}
          {url && (
            <ExternalLink id={openInLinearId} href={url}>
              Open in Linear
            </ExternalLink>
          )}
          <IssueActions task={task} />
          {source === 'manual' && <OwnActions task={task} />}
          <TaskTimer task={task} />
        </>
      }
    />
  );
}

/** Only for what was made by hand: the rest belongs to Linear. */
function OwnActions({ task }: { task: Task }) {
  const [isEditing, setIsEditing] = useState(false);
  const { archive, restore, isPending } = useArchiveTask(task.id);
  const isArchived = task.sourceState === 'archived';
  useShortcuts([{ keys: 'e', label: 'Edit the task', group: 'This page', run: () => setIsEditing(true) }]);
  return (
    <>
      <Button onClick={isArchived ? restore : archive} loading={isPending}>
        {isArchived ? <ArchiveRestore aria-hidden /> : <Archive aria-hidden />}
        {isArchived ? 'Restore' : 'Archive'}
      </Button>
      <Button onClick={() => setIsEditing(true)}>
        <Pencil aria-hidden />
        Edit
      </Button>
      <SendToLinear task={task} />
      <TaskDialog task={task} open={isEditing} onOpenChange={setIsEditing} />
    </>
  );
}
