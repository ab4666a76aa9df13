'use client';

import { CircleDollarSign, Lock, Play } from 'lucide-react';
import type { Ref } from 'react';
import { Badge } from '@/app/_ui/badge';
import { cn } from '@/app/_ui/cn';
import { ColorDot } from '@/app/_ui/color-dot';
import { IconButton } from '@/app/_ui/icon-button';
import { useTimeZone } from '@/app/_ui/time-zone-context';
import { Tooltip } from '@/app/_ui/tooltip';
import { useNow } from '@/app/_ui/use-now';
import type { TimeEntry } from '@/lib/contracts/time-entry';
import { formatDuration } from '@/lib/time/format-duration';
import { formatShortDay } from './day-words';
import { EntryMenu } from './entry-menu';
import { entrySeconds } from './entry-span';
import { isRunning, otherPlace, timeRange } from './entry-words';
import { ReviewNotice } from './review-notice';
import { subjectName, taskTitle } from './subject';
import type { EntryActions } from './use-entry-actions';

type EntryRowProps = {
  entry: TimeEntry;
  actions: EntryActions;
  /** day: on a list of one day. task: of one task. project: of one project. What they share is left out. */
  list: 'day' | 'task' | 'project';
  isActive?: boolean | undefined;
  /** Whether it shares time with another. */
  isOverlapping?: boolean | undefined;
  buttonRef?: Ref<HTMLButtonElement> | undefined;
  onFocus?: (() => void) | undefined;
};

/** The button covers the row; what else can be pressed lies above it. */
export function EntryRow(props: EntryRowProps) {
  const { entry, actions, list, isActive, isOverlapping } = props;
  return (
    <li className={cn('border-line border-b', isActive && 'bg-selected')}>
      <div className="relative flex min-h-11 items-center gap-3 px-3 py-1.5 text-sm transition-colors hover:bg-subtle max-sm:gap-2">
        <When entry={entry} list={list} className={cn('max-sm:hidden', list === 'day' ? 'w-29' : 'w-22')} />
        <div className="min-w-0 flex-1">
          <Subject {...props} />
          <Details {...props} />
        </div>
        {isOverlapping && (
          <Badge tone="warning" className="max-sm:hidden">
            Overlaps
          </Badge>
        )}
        <Marks entry={entry} />
        <span className="flex shrink-0 items-center gap-1">
          <Duration entry={entry} />
          {isRunning(entry) ? (
            <span className="w-7 max-sm:hidden pointer-coarse:w-11" />
          ) : (
            <IconButton
              label="Start timer"
              icon={<Play aria-hidden />}
              size="sm"
              shortcut="s"
              onClick={() => actions.startAgain(entry)}
              className="relative z-10 max-sm:hidden"
            />
          )}
          <EntryMenu entry={entry} actions={actions} />
        </span>
      </div>
      {entry.review && <ReviewNotice entry={entry} onFix={() => actions.edit(entry)} className="mx-3 mb-2" />}
    </li>
  );
}

type WhenProps = Pick<EntryRowProps, 'entry' | 'list'> & { className: string };

function When({ entry, list, className }: WhenProps) {
  const place = otherPlace(entry, useTimeZone());
  return (
    <span className={cn('figures shrink-0 text-muted', className)}>
      {list === 'day' ? timeRange(entry) || 'Duration' : formatShortDay(entry.on)}
      {list === 'day' && place && <span className="block truncate text-xs">{place}</span>}
    </span>
  );
}

function Subject({ entry, list, actions, buttonRef, onFocus }: EntryRowProps) {
  const { task, project, description } = entry;
  const showsDescription = list === 'task';
  return (
    <div className="flex min-w-0 items-center gap-2 max-sm:items-baseline">
      {!showsDescription && <ColorDot color={project.color} />}
      {!showsDescription && task?.identifier && (
        <span aria-hidden className="figures shrink-0 text-faint">
          {task.identifier}
        </span>
      )}
      <button
        ref={buttonRef}
        type="button"
        onFocus={onFocus}
        onClick={() => actions.edit(entry)}
        dir="auto"
        className="min-w-0 truncate text-left text-ink max-sm:line-clamp-2 max-sm:whitespace-normal after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-accent focus-visible:after:-outline-offset-2"
      >
        <span className="sr-only">{`${subjectName(entry)}, ${when(entry)}`}</span>
        <span aria-hidden>
          {showsDescription ? description || 'No description' : task ? taskTitle(task) : project.name}
        </span>
      </button>
    </div>
  );
}

function when(entry: TimeEntry): string {
  return timeRange(entry) || formatDuration(entry.durationSeconds);
}

/** The second line; on a phone it says when as well. */
function Details({ entry, list, isOverlapping }: EntryRowProps) {
  const { tags } = entry;
  const text = detailsText(entry, list);
  const hasDetails = text !== '' || tags.length > 0;
  return (
    <div
      className={cn(
        'mt-0.5 flex min-w-0 flex-wrap items-center gap-1.5 text-muted text-xs',
        !hasDetails && 'sm:hidden',
      )}
    >
      <When entry={entry} list={list} className="sm:hidden" />
      {isOverlapping && (
        <Badge tone="warning" className="sm:hidden">
          Overlaps
        </Badge>
      )}
      {text !== '' && (
        <span dir="auto" className="min-w-0 truncate">
          {text}
        </span>
      )}
      {tags.map((tag) => (
        <span
          key={tag}
          className="inline-flex h-4.5 max-w-32 shrink-0 items-center rounded-sm border border-line px-1.5"
        >
          <span className="truncate">{tag}</span>
        </span>
      ))}
    </div>
  );
}

function detailsText({ description, user }: TimeEntry, list: EntryRowProps['list']): string {
  if (list === 'day') return description;
  return list === 'task' || description === '' ? user.name : `${user.name}, ${description}`;
}

function Marks({ entry: { billable, isLocked } }: Pick<EntryRowProps, 'entry'>) {
  return (
    <>
      {isLocked && (
        <Tooltip content="Locked">
          <span role="img" aria-label="Locked" className="relative z-10 flex size-4 text-faint">
            <Lock aria-hidden className="size-4" />
          </span>
        </Tooltip>
      )}
      <span className="flex size-4 max-sm:hidden">
        {billable ? (
          <Tooltip content="Billable">
            <span role="img" aria-label="Billable" className="relative z-10 flex size-4 text-muted">
              <CircleDollarSign aria-hidden className="size-4" />
            </span>
          </Tooltip>
        ) : (
          <span className="sr-only">Not billable</span>
        )}
      </span>
    </>
  );
}

function Duration({ entry }: Pick<EntryRowProps, 'entry'>) {
  const seconds = entrySeconds(entry, useNow());
  return (
    <span
      className={cn(
        'figures w-12 text-right font-medium max-sm:w-auto',
        isRunning(entry) ? 'text-accent-text' : 'text-ink',
      )}
    >
      {formatDuration(seconds)}
    </span>
  );
}
