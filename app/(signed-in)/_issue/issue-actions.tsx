'use client';

import { Archive, ArchiveRestore } from 'lucide-react';
import { Button } from '@/app/_ui/button';
import { IconButton } from '@/app/_ui/icon-button';
import type { IssuePartProps } from './issue-properties';
import { useArchiveIssue } from './use-archive-issue';
import { useIssueCommands } from './use-issue-commands';
import { useOpenWrites } from './use-open-writes';

/** What is done to the issue as a whole, and its commands in the palette. */
export function OpenIssueActions({ task }: IssuePartProps) {
  const { archive, restore, isPending } = useArchiveIssue(task.id);
  const isMaybeDone = useOpenWrites(task.id).some(({ kind }) => kind === 'archive' || kind === 'unarchive');
  const isLive = task.sourceState === 'live';
  const toggle = isLive ? archive : restore;
  useIssueCommands(task, { toggleArchive: isMaybeDone ? null : toggle });
  if (!isLive) {
    return (
      <Button onClick={restore} loading={isPending} aria-disabled={isMaybeDone || undefined}>
        <ArchiveRestore aria-hidden />
        Restore in Linear
      </Button>
    );
  }
  return (
    <IconButton
      label="Archive in Linear"
      icon={<Archive aria-hidden />}
      onClick={archive}
      loading={isPending}
      aria-disabled={isMaybeDone || undefined}
    />
  );
}
