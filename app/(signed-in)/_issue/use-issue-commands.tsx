'use client';

import {
  Archive,
  CalendarDays,
  CircleDashed,
  Gauge,
  Link2,
  MessageSquare,
  Pencil,
  RefreshCw,
  SignalHigh,
  Tag,
  Text,
  UserRound,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { useShortcuts } from '@/app/_ui/use-shortcuts';
import { usePaletteGroups } from '@/app/(signed-in)/_frame/palette-groups';
import type { Task } from '@/lib/contracts/task';
import { type IssuePart, openIssuePart } from './issue-desk';

type Command = { part: IssuePart; label: string; icon: ReactNode; keywords?: string[]; shortcut?: string };

const commands: readonly Command[] = [
  { part: 'stateId', label: 'Change state', icon: <CircleDashed aria-hidden />, keywords: ['status, done, close'] },
  { part: 'assigneeId', label: 'Assign to', icon: <UserRound aria-hidden />, keywords: ['assignee'], shortcut: 'a' },
  { part: 'priority', label: 'Change priority', icon: <SignalHigh aria-hidden /> },
  { part: 'labelIds', label: 'Change labels', icon: <Tag aria-hidden />, shortcut: 'l' },
  { part: 'estimate', label: 'Change estimate', icon: <Gauge aria-hidden />, keywords: ['points'] },
  { part: 'dueDate', label: 'Change due date', icon: <CalendarDays aria-hidden /> },
  { part: 'cycleId', label: 'Change cycle', icon: <RefreshCw aria-hidden /> },
  { part: 'comment', label: 'Comment', icon: <MessageSquare aria-hidden />, shortcut: 'm' },
  { part: 'relation', label: 'Link an issue', icon: <Link2 aria-hidden />, keywords: ['blocks, related, duplicate'] },
  { part: 'title', label: 'Edit the title', icon: <Pencil aria-hidden /> },
  { part: 'description', label: 'Edit the description', icon: <Text aria-hidden /> },
];

type Options = { toggleArchive: (() => void) | null };

/** What can be done to the issue from the palette. `s` and `p` are the timer and the pin here, so those are for a few. */
export function useIssueCommands(task: Task, { toggleArchive }: Options): void {
  const isLive = task.sourceState === 'live';
  const offered = task.sourceState === 'trashed' ? [] : commands;
  usePaletteGroups([
    {
      label: task.identifier ?? 'Issue',
      actions: [
        ...offered.map(({ part, ...rest }) => ({
          ...rest,
          id: `issue ${part}`,
          run: () => afterPalette(() => openIssuePart(part)),
        })),
        ...(toggleArchive
          ? [
              {
                id: 'issue archive',
                label: isLive ? 'Archive in Linear' : 'Restore in Linear',
                icon: <Archive aria-hidden />,
                run: toggleArchive,
              },
            ]
          : []),
      ],
    },
  ]);
  useShortcuts(
    offered.flatMap(({ part, label, shortcut }) =>
      shortcut ? [{ keys: shortcut, label, group: 'This page', run: () => openIssuePart(part) }] : [],
    ),
  );
}

/** The palette gives the focus back a moment after it has closed: what opens before that would close again. */
function afterPalette(work: () => void): void {
  requestAnimationFrame(() => setTimeout(work));
}
